"""Small multiples: several measures under one another, each with its own unit and its own axis from zero."""

from collections.abc import Sequence
from dataclasses import dataclass

from compare.charts.bars import DENSE_ROW, Desk, Line, draw_lines, height_of, reach_of
from compare.charts.frame import frame, plain, tinted
from compare.panel import Figure
from compare.theme import Palette

ROW, HEAD, FOOT, SPACE_AFTER = 48, 34, 24, 18


@dataclass(frozen=True, slots=True)
class Section:
    """One measure: its name and unit, its lines, and a word on the places that do not give it."""

    title: str
    unit: str
    lines: tuple[Line, ...]
    missing: str = ""


def draw_multiples(sections: Sequence[Section], palette: Palette, dense: bool = False) -> Figure:
    """The figure of these measures, from the top down; ``dense`` for more than a dozen places."""
    row = DENSE_ROW if dense else ROW
    figure = frame(sum(_height(section, row) for section in sections) or ROW, palette)
    y = 0
    for number, section in enumerate(sections, start=1):
        axis = "x" if number == 1 else f"x{number}"
        _open_axis(figure, axis, section)
        _draw_section(Desk(figure, palette, axis, row, dense), section, y)
        y += _height(section, row)
    return figure


def _height(section: Section, row: int) -> int:
    return HEAD + height_of(section.lines, row) + (FOOT if section.missing else 0) + SPACE_AFTER


def _open_axis(figure: Figure, axis: str, section: Section) -> None:
    layout = figure["layout"]
    own = dict(layout["xaxis"]) if axis == "x" else {**layout["xaxis"], "overlaying": "x"}
    layout["xaxis" + axis[1:]] = {**own, "range": reach_of(section.lines)}


def _draw_section(desk: Desk, section: Section, y: int) -> None:
    unit = f"  {tinted(plain(section.unit), desk.palette.muted)}" if section.unit else ""
    line = {"color": desk.palette.line, "width": 1}
    desk.shape(type="line", xref="paper", x0=0, x1=1, y0=y + 2, y1=y + 2, line=line)
    desk.note(y + 18, f"{tinted(plain(section.title), desk.palette.ink2)}{unit}", font={"size": 14})
    y = draw_lines(desk, section.lines, y + HEAD)
    if section.missing:
        desk.note(y + 8, plain(section.missing), font={"size": 13, "color": desk.palette.muted})
