"""From where to where as a native chart: two points for each place, joined by a line; a missing end is a gap."""

from collections.abc import Sequence
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_MARKER_STYLE, XL_TICK_MARK
from pptx.util import Pt

from compare.context import Context
from compare.ends import Ends
from compare.export.deck.book import Series
from compare.export.deck.desk import INNER, MARGIN, Desk, Place, colour_of
from compare.export.deck.native import Printed, add_chart, join_points, label_points, pale, print_number
from compare.findings import name_places
from compare.missing import say_missing
from compare.panels.rate import KINDS, Change, say_start
from compare.record import Row
from compare.theme import LIGHT
from compare.words.numbers import printed_percent, qualify

SIZE = 13
MANY = 6


def draw_dumbbells(desk: Desk, context: Context, changes: Sequence[Change], bottom: float) -> None:
    """The ends of each place's rate, the largest fall first, one end only after these, none last."""
    say = context.language.say
    names = [_say(context, change) for change in changes]
    first = [_printed(context, change.ends.first if change.ends else None) for change in changes]
    latest = [_printed(context, change.ends.latest if change.ends else None) for change in changes]
    series = [
        Series(name, tuple(p.value if p else None for p in printed))
        for name, printed in ((say("First"), first), (say("Latest"), latest))
    ]
    place = Place(MARGIN, desk.top, INNER, bottom - desk.top)
    chart = add_chart(desk, XL_CHART_TYPE.LINE_MARKERS, place, (names, series))
    join_points(chart.plots[0].series[0], [_fall(change) for change in changes])
    _set_axes(chart, 12.0 if len(changes) <= MANY else 9.0)
    for drawn, printed in zip(chart.plots[0].series, (first, latest), strict=True):
        label_points(drawn, printed, ("r", 13.0 if len(changes) <= MANY else 11.0))
        drawn.format.line.fill.background()
        drawn.smooth = False
    _paint(chart, context, changes)
    desk.top = bottom


def _say(context: Context, change: Change) -> str:
    """``旌德县`` over ``2014年 → 2020年``; of one end which is missing; of none why."""
    ends = change.ends
    name = context.names.short(change.adcode, name_places(context).get(change.adcode, change.adcode))
    if ends is None:
        return f"{name}\n{say_missing(context, context.metrics[KINDS[0]], change.adcode)}"
    dates = " → ".join(say_start(context, row, ends) for row in ends.rows)
    return "\n".join(part for part in (name, dates, _aside(context, ends)) if part)


def _aside(context: Context, ends: Ends) -> str:
    say = context.language.say
    if ends.doubtful:
        return say("doubtful")
    if ends.fall is not None:
        return ""
    return say("earlier not stated") if ends.first is None else say("later not stated")


def _printed(context: Context, row: Row | None) -> Printed | None:
    if row is None:
        return None
    return print_number(qualify(context.language, printed_percent(row), row.qualifier), row.value)


def _fall(change: Change) -> float | None:
    fall = change.ends.fall if change.ends else None
    return None if fall is None else float(fall)


def _set_axes(chart: Any, size: float) -> None:
    names, values = chart.category_axis, chart.value_axis
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.format.line.color.rgb = colour_of(LIGHT.zero)
    values.minimum_scale = 0
    values.major_gridlines.format.line.color.rgb = colour_of(LIGHT.grid)
    values.format.line.fill.background()
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = '0.##"%"', False
    values.tick_labels.font.size, names.tick_labels.font.size = Pt(12), Pt(size)
    names._element.txPr.bodyPr.set("rot", "0")  # words are broken into lines, never turned
    values.tick_labels.font.color.rgb = colour_of(LIGHT.muted)


def _paint(chart: Any, context: Context, changes: Sequence[Change]) -> None:
    """Pale dots first, filled dots latest, crossed where doubtful, in the colour of the place."""
    first, latest = chart.plots[0].series
    for number, change in enumerate(changes):
        if change.ends is None:
            continue
        colour = context.colour(change.adcode)
        for drawn, row in ((first, change.ends.first), (latest, change.ends.latest)):
            if row is not None:
                _dot(drawn.points[number].marker, colour, row, filled=drawn is latest)


def _dot(marker: Any, colour: str, row: Row, filled: bool) -> None:
    marker.size = SIZE
    marker.style = XL_MARKER_STYLE.X if row.grade == "doubtful" else XL_MARKER_STYLE.CIRCLE
    marker.format.fill.solid()
    marker.format.fill.fore_color.rgb = colour_of(colour if filled else pale(colour))
    marker.format.line.color.rgb, marker.format.line.width = colour_of(colour), Pt(2.25)
