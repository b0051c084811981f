"""Bars with their label above: the line of words, then the bar over the full width.

The server never learns how wide the page is, so one figure serves 350 and 1100 px. The y axis counts pixels.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from compare.charts.frame import faded, frame, label, plain, red_tail, steady, tinted
from compare.panel import Figure
from compare.theme import Palette

ROW, BAR, RULE = 54, 14, 50
DENSE_ROW = 32  # px of a line where there are more places than colours
SPACE = "\u2002"


@dataclass(frozen=True, slots=True)
class Bar:
    """One mark: its words and its length. ``state`` is solid, doubtful, plan or previous."""

    name: str
    number: str
    words: str
    value: float
    colour: str
    fact: str
    hover: str
    high: float | None = None
    state: str = "solid"
    qualifier: str = "exact"
    warned: bool = False
    bad: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """A place without a mark: the sentence stands where the bar would be."""

    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Divider:
    """The amber rule: what stands below does not compare with what stands above."""

    words: str


Line = Bar | Gap | Divider


@dataclass(frozen=True, slots=True)
class Desk:
    """Where lines are drawn: the figure, its colours, the value axis of the lines, the height of a row."""

    figure: Figure
    palette: Palette
    axis: str = "x"
    row: int = ROW
    dense: bool = False

    @property
    def at(self) -> tuple[int, int]:
        """Where the words and the bar of a line have their middles, from its top."""
        return (9, 23) if self.dense else (13, 34)

    @property
    def bar(self) -> int:
        """How thick a bar is."""
        return BAR // 2 if self.dense else BAR

    def note(self, y: float, text: str, **more: Any) -> None:
        """Writes a line of words."""
        self.figure["layout"]["annotations"].append(label(0, y, text, **more))

    def shape(self, **shape: Any) -> None:
        """Draws a shape in pixels of the y axis."""
        self.figure["layout"]["shapes"].append({"yref": "y", **shape})

    def trace(self, **trace: Any) -> None:
        """Draws bars on the desk's value axis."""
        self.figure["data"].append(
            {"type": "bar", "orientation": "h", "xaxis": self.axis, "yaxis": "y", **steady(), **trace}
        )


def draw_bars(lines: Sequence[Line], palette: Palette, dense: bool = False) -> Figure:
    """The figure of these lines, from the top down; ``dense`` for more than a dozen places."""
    row = DENSE_ROW if dense else ROW
    figure = frame(height_of(lines, row) or row, palette)
    figure["layout"]["xaxis"]["range"] = reach_of(lines)
    draw_lines(Desk(figure, palette, row=row, dense=dense), lines, 0)
    return figure


def height_of(lines: Sequence[Line], row: int = ROW) -> int:
    """How many pixels the lines take."""
    return sum(RULE if isinstance(line, Divider) else row for line in lines)


def reach_of(lines: Sequence[Line]) -> list[float]:
    """The range of the value axis: from zero always, with room for an arrow beyond the longest bar."""
    values = [line.high or line.value for line in lines if isinstance(line, Bar)]
    return [0, (max(values, default=0.0) or 1.0) * 1.045]


def draw_lines(desk: Desk, lines: Sequence[Line], y: int) -> int:
    """Draws the lines from ``y`` down; gives the next free ``y``."""
    for line in lines:
        if isinstance(line, Bar):
            _draw_bar(desk, line, y)
        elif isinstance(line, Gap):
            _draw_gap(desk, line, y)
        else:
            _draw_divider(desk, line, y)
        y += RULE if isinstance(line, Divider) else desk.row
    return y


def _draw_bar(desk: Desk, bar: Bar, y: int) -> None:
    words, middle, tick = y + desk.at[0], y + desk.at[1], desk.palette.zero
    small = {"font": {"size": 13}} if desk.dense else {}
    desk.note(words, _words(bar, desk.palette), **small)
    desk.trace(
        x=[bar.value],
        y=[middle],
        width=[desk.bar],
        base=0,
        marker=_marker(bar, desk.palette),
        hovertext=[bar.hover],
        hoverinfo="text",
        customdata=[bar.fact],
        name=plain(bar.name),
        cliponaxis=False,
    )
    if bar.value == 0:
        _draw_zero(desk, bar, middle)
    if bar.high is not None:
        _draw_reach(desk, bar, middle)
    zero = {"xref": desk.axis, "x0": 0, "x1": 0, "y0": middle - desk.bar * 0.8, "y1": middle + desk.bar * 0.8}
    desk.shape(type="line", **zero, line={"color": tick, "width": 1}, layer="above")
    if bar.qualifier in ("over", "under"):
        _draw_end(desk, bar, middle)


def _draw_gap(desk: Desk, gap: Gap, y: int) -> None:
    desk.note(y + 13, f"<b>{plain(gap.name)}</b>")
    desk.note(y + 34, plain(gap.sentence), font={"size": 14, "color": desk.palette.muted})


def _draw_divider(desk: Desk, divider: Divider, y: int) -> None:
    line = {"color": desk.palette.warnline, "width": 1, "dash": "dot"}
    desk.shape(type="line", xref="paper", x0=0, x1=1, y0=y + 8, y1=y + 8, line=line)
    desk.note(y + 25, plain(divider.words), font={"size": 13, "color": desk.palette.warn})


def _words(bar: Bar, palette: Palette) -> str:
    """``**name** **number** words``: of a previous year's bar the name is indented and plain."""
    name = plain(bar.name)
    head = f"{SPACE}{SPACE}{tinted(name, palette.ink2)}" if bar.state == "previous" else f"<b>{name}</b>"
    colour = palette.warn if bar.warned else palette.muted
    words = ("▲ " if bar.warned else "") + plain(bar.words)
    said = f"{bar.name} {bar.number} {bar.words}"
    tail = f"{SPACE}{red_tail(said, bar.bad, palette)}" if bar.bad else ""
    return f"{head}{SPACE}<b>{plain(bar.number)}</b>{SPACE}{tinted(words, colour)}{tail}"


def _marker(bar: Bar, palette: Palette) -> dict[str, Any]:
    if bar.state == "plan":
        return {"color": palette.page, "line": {"color": bar.colour, "width": 1.6}}
    if bar.state == "previous":
        return {"color": faded(bar.colour, 0.5), "line": {"width": 0}}
    if bar.state == "doubtful":
        return {
            "color": bar.colour,
            "line": {"color": bar.colour, "width": 1.2},
            "pattern": {
                "shape": "/",
                "size": 7,
                "solidity": 0.32,
                "fillmode": "replace",
                "bgcolor": faded(bar.colour, 0.1),
                "fgcolor": bar.colour,
            },
        }
    return {"color": bar.colour, "line": {"width": 0}}


def _draw_zero(desk: Desk, bar: Bar, middle: int) -> None:
    """A sliver of the place's colour: zero was reported, it is not missing."""
    size = {
        "xsizemode": "pixel",
        "xanchor": 0,
        "x0": 0,
        "x1": 3,
        "y0": middle - desk.bar / 2,
        "y1": middle + desk.bar / 2,
    }
    desk.shape(type="rect", xref=desk.axis, **size, fillcolor=bar.colour, line={"width": 0}, layer="above")


def _draw_reach(desk: Desk, bar: Bar, middle: int) -> None:
    """The stretch from the low to the high end of a range, pale."""
    desk.trace(
        x=[(bar.high or bar.value) - bar.value],
        base=[bar.value],
        y=[middle],
        width=[desk.bar],
        marker={"color": faded(bar.colour, 0.3), "line": {"color": bar.colour, "width": 1}},
        hoverinfo="skip",
    )


def _draw_end(desk: Desk, bar: Bar, middle: int) -> None:
    """A triangle beyond the bar's end (over), or a notch into it (under); in pixels from the end."""
    over, hollow = bar.qualifier == "over", bar.state in ("doubtful", "plan")
    path = "M0,-10 L12,0 L0,10 Z" if over else "M1,-7.5 L-9,0 L1,7.5 Z"
    if desk.dense:
        path = "M0,-5 L6,0 L0,5 Z" if over else "M1,-4 L-5,0 L1,4 Z"
    page = desk.palette.page
    desk.shape(
        type="path",
        path=path,
        xsizemode="pixel",
        ysizemode="pixel",
        xanchor=bar.high or bar.value,
        yanchor=middle,
        xref=desk.axis,
        fillcolor=page if hollow or not over else bar.colour,
        line={"color": bar.colour if over else page, "width": 1.4 if over else 0},
        layer="above",
    )
