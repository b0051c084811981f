"""Bars with their label above: the line of words, then the bar over the full width.

The server never learns how wide the page is, so one figure serves 350 and 1100 px. The y axis counts pixels.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from compare.charts.frame import faded, frame, label, plain, tinted
from compare.panel import Figure
from compare.theme import Palette

ROW, BAR, RULE = 54, 14, 50
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


def draw_bars(lines: Sequence[Line], palette: Palette) -> Figure:
    """The figure of these lines, from the top down."""
    figure = frame(sum(RULE if isinstance(line, Divider) else ROW for line in lines) or ROW, palette)
    values = [line.high or line.value for line in lines if isinstance(line, Bar)]
    top = max(values, default=0.0) or 1.0
    figure["layout"]["xaxis"]["range"] = [0, top * 1.045]
    y = 0
    for line in lines:
        if isinstance(line, Bar):
            _draw_bar(figure, line, y, palette)
        elif isinstance(line, Gap):
            _draw_gap(figure, line, y, palette)
        else:
            _draw_divider(figure, line, y, palette)
        y += RULE if isinstance(line, Divider) else ROW
    return figure


def _draw_bar(figure: Figure, bar: Bar, y: int, palette: Palette) -> None:
    layout, middle = figure["layout"], y + 34
    layout["annotations"].append(label(0, y + 13, _words(bar, palette)))
    layout["shapes"].append(_zero_tick(middle, palette))
    figure["data"].append(_trace(bar, middle, palette))
    if bar.high is not None:
        figure["data"].append(_reach(bar, middle))
    if bar.qualifier in ("over", "under"):
        layout["shapes"].append(_end(bar, middle, palette))


def _draw_gap(figure: Figure, gap: Gap, y: int, palette: Palette) -> None:
    notes = figure["layout"]["annotations"]
    notes.append(label(0, y + 13, f"<b>{plain(gap.name)}</b>"))
    notes.append(label(0, y + 34, plain(gap.sentence), font={"size": 14, "color": palette.muted}))


def _draw_divider(figure: Figure, divider: Divider, y: int, palette: Palette) -> None:
    layout = figure["layout"]
    line = {"color": palette.warnline, "width": 1, "dash": "dot"}
    at = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "yref": "y", "y0": y + 8, "y1": y + 8}
    layout["shapes"].append({**at, "line": line})
    layout["annotations"].append(
        label(0, y + 25, plain(divider.words), font={"size": 13, "color": palette.warn})
    )


def _words(bar: Bar, palette: Palette) -> str:
    """``**name** **number** words``: of a previous year's bar the name is indented and plain."""
    name = plain(bar.name)
    head = f"{SPACE}{SPACE}{tinted(name, palette.ink2)}" if bar.state == "previous" else f"<b>{name}</b>"
    colour = palette.warn if bar.warned else palette.muted
    words = ("▲ " if bar.warned else "") + plain(bar.words)
    tail = f"{SPACE}{tinted('! ' + plain(bar.bad), palette.bad)}" if bar.bad else ""
    return f"{head}{SPACE}<b>{plain(bar.number)}</b>{SPACE}{tinted(words, colour)}{tail}"


def _trace(bar: Bar, middle: int, palette: Palette) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "x": [bar.value],
        "y": [middle],
        "width": [BAR],
        "base": 0,
        "marker": _marker(bar, palette),
        "hovertext": [bar.hover],
        "hoverinfo": "text",
        "customdata": [bar.fact],
        "name": plain(bar.name),
        "cliponaxis": False,
    }


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


def _reach(bar: Bar, middle: int) -> dict[str, Any]:
    """The stretch from the low to the high end of a range, pale."""
    return {
        "type": "bar",
        "orientation": "h",
        "x": [(bar.high or bar.value) - bar.value],
        "base": [bar.value],
        "y": [middle],
        "width": [BAR],
        "marker": {"color": faded(bar.colour, 0.3), "line": {"color": bar.colour, "width": 1}},
        "hoverinfo": "skip",
    }


def _zero_tick(middle: int, palette: Palette) -> dict[str, Any]:
    at = {"type": "line", "xref": "x", "yref": "y", "x0": 0, "x1": 0, "y0": middle - 11, "y1": middle + 11}
    return {**at, "line": {"color": palette.zero, "width": 1}, "layer": "above"}


def _end(bar: Bar, middle: int, palette: Palette) -> dict[str, Any]:
    """A triangle beyond the bar's end (over), or a notch into it (under); drawn in pixels from the end."""
    over = bar.qualifier == "over"
    path = "M0,-10 L12,0 L0,10 Z" if over else "M1,-7.5 L-9,0 L1,7.5 Z"
    hollow = bar.state in ("doubtful", "plan")
    fill = palette.page if hollow or not over else bar.colour
    return {
        "type": "path",
        "path": path,
        "xsizemode": "pixel",
        "ysizemode": "pixel",
        "xanchor": bar.high or bar.value,
        "yanchor": middle,
        "xref": "x",
        "yref": "y",
        "fillcolor": fill,
        "line": {"color": bar.colour if over else palette.page, "width": 1.4 if over else 0},
        "layer": "above",
    }
