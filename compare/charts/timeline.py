"""Dated events as a figure: a lane for each place, years on top, one row of marks under another.

How exactly a date is known is drawn, not guessed: a year is a pale bar over the whole year, a month a square,
a day a diamond. The server never learns how wide the figure is shown, so marks are packed for a telephone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.charts.frame import faded, frame, plain, steady
from compare.charts.lanes import MARKER, NARROW, Axis, Lane, Moment, pack
from compare.panel import Figure
from compare.theme import Palette

HEAD = 26
LANE_HEAD = 30
ROW = 27
BAR = 23
LANE_FOOT = 12
MOST_YEARS = 11


def draw_timeline(lanes: Sequence[Lane], palette: Palette, width: float = NARROW) -> Figure:
    """The figure of these lanes, one under another in the order given, for pages of at least this width in pixels.

    >>> from compare.theme import LIGHT
    >>> lane = Lane("肥西县", LIGHT.place(0), (Moment("资金", 2020, 2021, "year"),))
    >>> draw_timeline([lane], LIGHT)["layout"]["height"]
    95
    """
    return _draw(lanes, Axis.over(lanes, width), palette)


def leaf_timeline(lanes: Sequence[Lane], palette: Palette, size: tuple[float, float]) -> tuple[Figure, ...]:
    """The same on several figures with one axis of years, each of at least this width and at most this height.

    A lane that is higher by itself has a figure of its own.
    """
    width, most = size
    axis, parts = Axis.over(lanes, width), list[list[Lane]]()
    for lane in lanes:
        if parts and _stack([*parts[-1], lane], axis)[1] <= most:
            parts[-1].append(lane)
        else:
            parts.append([lane])
    return tuple(_draw(part, axis, palette) for part in parts)


def _draw(lanes: Sequence[Lane], axis: Axis, palette: Palette) -> Figure:
    strips, height = _stack(lanes, axis)
    traces = [
        trace for strip in strips for trace in (*_bars(strip, axis, palette), *_points(strip, axis, palette))
    ]
    figure = frame(height, palette)
    figure["data"] = traces
    del figure["layout"]["uniformtext"]  # it would hide words that are longer than their bar
    figure["layout"]["xaxis"]["range"] = [axis.first, axis.last]
    figure["layout"]["shapes"] = [*_grid(axis, height, palette), *(_rule(s.top, palette) for s in strips)]
    figure["layout"]["annotations"] = [*_years(axis, palette), *(_lane_name(s, palette) for s in strips)]
    return figure


@dataclass(frozen=True, slots=True)
class _Strip:
    """A lane on the page: its top in pixels, and its moments with the height at which each stands."""

    lane: Lane
    top: int
    placed: tuple[tuple[Moment, float], ...]


def _stack(lanes: Sequence[Lane], axis: Axis) -> tuple[list[_Strip], int]:
    """The lanes one under another, and how high they are together."""
    strips = []
    top = HEAD
    for lane in lanes:
        rows = pack(lane.moments, axis)
        heights = [top + LANE_HEAD + i * ROW + BAR / 2 for i in range(len(rows))]
        placed = [(m, y) for y, row in zip(heights, rows, strict=True) for m in row]
        strips.append(_Strip(lane, top, tuple(placed)))
        top += LANE_HEAD + len(rows) * ROW + (LANE_FOOT if rows else 0)
    return strips, top


def _years(axis: Axis, palette: Palette) -> Iterator[Figure]:
    step = -(-(axis.last - axis.first) // MOST_YEARS)
    for year in range(axis.first, axis.last, step):
        yield {
            "x": year + 0.5,
            "y": HEAD / 2,
            "text": str(year),
            "showarrow": False,
            "font": {"size": 13, "color": palette.muted},
        }


def _bars(strip: _Strip, axis: Axis, palette: Palette) -> list[Figure]:
    """Traces of bars for what is known to the year: results tinted, plans hollow.

    Words that are longer than their bar run on over the page, to the right or, at the end of the axis, to the left.
    """
    found = [(m, y) for m, y in strip.placed if m.exactness == "year"]
    sorts = [(plan, "end" if left else "start") for plan in (False, True) for left in (False, True)]
    sorted_out = [
        ([(m, y) for m, y in found if (m.plan, "end" if axis.label_left(m) else "start") == sort], sort[1])
        for sort in sorts
    ]
    return [_bar_trace(strip.lane.colour, chosen, anchor, palette) for chosen, anchor in sorted_out if chosen]


def _bar_trace(colour: str, chosen: Sequence[tuple[Moment, float]], anchor: str, palette: Palette) -> Figure:
    plan = chosen[0][0].plan
    tint = faded(colour, 0.38 if palette.dark else 0.22)
    return {
        "type": "bar",
        "orientation": "h",
        "base": [m.start + 0.012 for m, _ in chosen],
        "x": [m.end - m.start - 0.024 for m, _ in chosen],
        "y": [y for _, y in chosen],
        "width": [BAR] * len(chosen),
        "text": [m.label for m, _ in chosen],
        "textposition": "inside",
        "insidetextanchor": anchor,
        "constraintext": "none",
        "textangle": 0,
        "textfont": {"size": 13, "color": palette.ink},
        **steady(palette.ink),
        "customdata": [m.facts for m, _ in chosen],
        "hovertext": [m.hover for m, _ in chosen],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {
            "color": "rgba(0,0,0,0)" if plan else tint,
            "line": {"color": colour, "width": 1.6 if plan else 0},
        },
    }


def _points(strip: _Strip, axis: Axis, palette: Palette) -> list[Figure]:
    """A trace of squares and diamonds for what is known to the month or the day."""
    found = [(m, y) for m, y in strip.placed if m.exactness != "year"]
    if not found:
        return []
    names = {("month", False): "square", ("day", False): "diamond", ("month", True): "square-open"}
    return [
        {
            "type": "scatter",
            "mode": "markers+text",
            "x": [(m.start + m.end) / 2 for m, _ in found],
            "y": [y for _, y in found],
            "text": [f"{m.label} " if axis.label_left(m) else f" {m.label}" for m, _ in found],
            "textposition": ["middle left" if axis.label_left(m) else "middle right" for m, _ in found],
            "textfont": {"size": 13, "color": palette.ink2},
            **steady(palette.ink2),
            "customdata": [m.facts for m, _ in found],
            "hovertext": [m.hover for m, _ in found],
            "hovertemplate": "%{hovertext}<extra></extra>",
            "cliponaxis": False,
            "marker": {
                "opacity": 1,
                "color": strip.lane.colour,
                "size": [MARKER + (2 if m.exactness == "day" else 0) for m, _ in found],
                "symbol": [names.get((m.exactness, m.plan), "diamond-open") for m, _ in found],
                "line": {"width": [1.6 if m.plan else 0 for m, _ in found], "color": strip.lane.colour},
            },
        }
    ]


def _lane_name(strip: _Strip, palette: Palette) -> Figure:
    lane = strip.lane
    words = f"  <span style='color:{palette.muted}'>{plain(lane.words)}</span>" if lane.words else ""
    return {
        "xref": "paper",
        "x": 0,
        "xanchor": "left",
        "y": strip.top + LANE_HEAD / 2,
        "text": f"<b>{plain(lane.name)}</b>{words}",
        "showarrow": False,
        "font": {"size": 15, "color": palette.ink},
        "bgcolor": palette.page,
        "borderpad": 0,
    }


def _rule(top: int, palette: Palette) -> Figure:
    line = {"color": palette.line, "width": 1}
    return {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": top,
        "y1": top,
        "line": line,
        "layer": "below",
    }


def _grid(axis: Axis, height: int, palette: Palette) -> Iterator[Figure]:
    for year in range(axis.first, axis.last + 1):
        line = {"color": palette.grid, "width": 1}
        yield {
            "type": "line",
            "x0": year,
            "x1": year,
            "y0": HEAD,
            "y1": height,
            "line": line,
            "layer": "below",
        }
