"""From where to where: an open dot at first, a filled one at the latest, a pale band between.

The axis stands on top, the dates at the dots.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from compare.charts.bars import SPACE, Gap
from compare.charts.frame import faded, frame, label, plain, red_tail, steady, tinted
from compare.panel import Figure
from compare.theme import Palette

ROW, EMPTY, HEAD, SIDE = 76, 54, 26, 9
STUB = 44
NARROW = 340  # px: the plot on the narrowest page, on which a stub's words must still fit


@dataclass(frozen=True, slots=True)
class Dumbbell:
    """A place's two ends, or one of them.

    ``words`` are the fall in points and in percent, ``dates`` stand under the dots. ``aside`` says of a
    single end that the other is not stated, beside its dot or, where there is no room, on the line above.
    """

    name: str
    number: str
    words: str
    colour: str
    first: float | None
    latest: float | None
    facts: tuple[str, ...]
    hovers: tuple[str, ...]
    dates: tuple[str, ...]
    aside: str = ""
    doubtful: tuple[bool, ...] = (False, False)
    bad: str = ""


def draw_dumbbells(rows: Sequence[Dumbbell | Gap], palette: Palette) -> Figure:
    """The figure of these rows, from the top down, over a value axis in percent from zero."""
    heights = [EMPTY if isinstance(row, Gap) else ROW for row in rows]
    figure = frame(HEAD + (sum(heights) or ROW), palette)
    values = [v for r in rows if isinstance(r, Dumbbell) for v in (r.first, r.latest) if v is not None]
    top = max(values, default=0.0) or 1.0
    _draw_axis(figure, top, palette)
    y = HEAD
    for row, height in zip(rows, heights, strict=True):
        if isinstance(row, Gap):
            _note(figure, y + 13, f"<b>{plain(row.name)}</b>", palette)
            _note(figure, y + 34, tinted(plain(row.sentence), palette.muted), palette, font={"size": 14})
        else:
            _draw_row(figure, row, (y, top), palette)
        y += height
    return figure


def _draw_axis(figure: Figure, top: float, palette: Palette) -> None:
    layout = figure["layout"]
    layout["margin"] |= {"l": SIDE, "r": SIDE}
    layout["xaxis"]["range"] = [0, top * 1.06]
    height = layout["height"]
    for value in _ticks(top):
        line = {"color": palette.grid, "width": 1}
        at = {"x0": value, "x1": value, "y0": HEAD - 4, "y1": height, "layer": "below"}
        layout["shapes"].append({"type": "line", "xref": "x", "yref": "y", **at, "line": line})
        place = {"xref": "x", "xanchor": "center", "xshift": 0}
        layout["annotations"].append(
            label(value, 10, f"{value:g}%", font={"size": 13, "color": palette.muted}, **place)
        )


def _ticks(top: float) -> list[float]:
    """Four to six round values from zero up."""
    for step in (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 25, 50):
        if top / step <= 5:
            return [round(step * n, 6) for n in range(int(top / step) + 1)]
    return [0, 50, 100]


def _draw_row(figure: Figure, row: Dumbbell, place: tuple[int, float], palette: Palette) -> None:
    y, top = place
    middle = y + 36
    if row.first is not None and row.latest is not None:
        figure["data"].append(_band(row, middle))
        words = row.words
    else:
        words = "" if _draw_stub(figure, row, (middle, top), palette) else row.aside
    _note(figure, y + 13, _words(row, words, palette), palette)
    figure["data"].extend(_dots(row, middle, palette))
    _draw_dates(figure, row, (middle + 19, top), palette)


def _words(row: Dumbbell, words: str, palette: Palette) -> str:
    said = f"{row.name} {row.number} {words}"
    tail = f"{SPACE}{red_tail(said, row.bad, palette)}" if row.bad else ""
    head = f"<b>{plain(row.name)}</b>{SPACE}<b>{plain(row.number)}</b>"
    return f"{head}{SPACE}{tinted(plain(words), palette.muted)}{tail}"


def _draw_dates(figure: Figure, row: Dumbbell, place: tuple[float, float], palette: Palette) -> None:
    """The date of each end under its dot; of two dots too near one another both dates in a line."""
    y, top = place
    ends = [value for value in (row.first, row.latest) if value is not None]
    dated = sorted(zip(ends, row.dates, strict=True), key=lambda end: end[0])
    width = sum(_width(date) for _, date in dated)
    apart = (dated[-1][0] - dated[0][0]) / (top * 1.06) * NARROW
    if len(dated) == 2 and apart + 2 * SIDE < width + 12:
        dated = [((ends[0] + ends[1]) / 2, " → ".join(row.dates))]
    for number, (value, date) in enumerate(dated):
        side = "left" if number == 0 else "right"
        if len(dated) == 1:
            side = _side_of(value / (top * 1.06), _width(date))
        shift = {"left": -SIDE, "right": SIDE, "center": 0}[side]
        font = {"size": 13, "color": palette.muted}
        anchor = {"xref": "x", "xanchor": side, "xshift": shift}
        figure["layout"]["annotations"].append(label(value, y, plain(date), font=font, **anchor))


def _side_of(share: float, width: float) -> str:
    """How one date is anchored, so that it does not leave the narrowest page: ``left``, ``center``, ``right``."""
    if share * NARROW < width / 2:
        return "left"
    return "right" if (1 - share) * NARROW < width / 2 else "center"


def _width(text: str) -> float:
    """About how many pixels a text of 13 px takes."""
    return sum(13.5 if ord(c) > 0x2E7F else 6.6 for c in text)


def _note(figure: Figure, y: float, text: str, palette: Palette, **more: Any) -> None:
    shift = {"xshift": -SIDE - 2, "bgcolor": palette.page}
    figure["layout"]["annotations"].append(label(0, y, text, **{**shift, **more}))


def _band(row: Dumbbell, middle: int) -> dict[str, Any]:
    line = {"color": faded(row.colour, 0.45), "width": 5}
    ends = {"x": [row.first, row.latest], "y": [middle, middle]}
    return {"type": "scatter", "mode": "lines", **ends, "line": line, "hoverinfo": "skip"}


def _dots(row: Dumbbell, middle: int, palette: Palette) -> list[dict[str, Any]]:
    ends = zip((row.first, row.latest), (palette.page, row.colour), row.doubtful, strict=True)
    known = [(value, fill, doubtful) for value, fill, doubtful in ends if value is not None]
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [value],
            "y": [middle],
            "marker": _marker(row, fill, doubtful),
            "hovertext": [hover],
            "hoverinfo": "text",
            "customdata": [fact],
            **steady(),
            "name": plain(row.name),
            "cliponaxis": False,
        }
        for (value, fill, doubtful), hover, fact in zip(known, row.hovers, row.facts, strict=True)
    ]


def _marker(row: Dumbbell, fill: str, doubtful: bool) -> Figure:
    """A dot, open or filled; a doubtful one is crossed out instead of filled."""
    if doubtful:
        return {"size": 14, "symbol": "circle-x-open", "color": row.colour, "line": {"width": 2}}
    return {"size": 14, "color": fill, "line": {"color": row.colour, "width": 2.5}}


def _draw_stub(figure: Figure, row: Dumbbell, place: tuple[int, float], palette: Palette) -> bool:
    """A dotted stub toward the missing side, in pixels; False where its words do not fit beside it."""
    middle, top = place
    value = row.latest if row.first is None else row.first
    side = 1 if row.first is None else -1
    share = (value or 0.0) / (top * 1.06)
    room = (STUB + 16 + _width(row.aside)) / NARROW
    fits = share > room if side < 0 else share < 1 - room
    length = STUB if fits else min(STUB, 18)
    figure["layout"]["shapes"].append(
        {
            "type": "line",
            "xref": "x",
            "yref": "y",
            "xsizemode": "pixel",
            "xanchor": value,
            "x0": side * 9,
            "x1": side * (9 + length),
            "y0": middle,
            "y1": middle,
            "line": {"color": row.colour, "width": 2, "dash": "dot"},
            "layer": "above",
        }
    )
    if fits:
        anchor = {"xref": "x", "xanchor": "left" if side > 0 else "right", "xshift": side * (13 + length)}
        font = {"size": 13, "color": palette.muted}
        figure["layout"]["annotations"].append(
            label(value or 0.0, middle, plain(row.aside), font=font, bgcolor=palette.page, **anchor)
        )
    return fits
