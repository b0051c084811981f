"""Figures side by side as native bars: what compares, the amber line, what does not, the missing as gaps."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_PATTERN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from compare.charts.bars import Bar, Divider
from compare.context import Context
from compare.export.deck.book import Series
from compare.export.deck.desk import MARGIN, Desk, Place, Style, colour_of
from compare.export.deck.native import Printed, add_chart, label_points, pale, print_number
from compare.findings import Findings
from compare.panels.comparison import lines_of, name_of, scale_of
from compare.panels.evidence import say_absence, say_deck
from compare.theme import LIGHT

SIDE = 0.36  # share of the width that names have
TALLEST = 0.85  # inches of a row
SIZES = (
    (0.4, 12.0),
    (0.3, 11.0),
    (0.22, 10.0),
    (0.0, 8.0),
)  # from which height of a row its words have which size
MANY = 6
HEADROOM = 1.25  # of the value axis, for the number beside the longest bar


@dataclass(frozen=True, slots=True)
class Mark:
    """One category: its words, its bar, the bar of the year before; a place without a figure has neither."""

    words: str
    bar: Bar | None = None
    before: Bar | None = None


@dataclass(frozen=True, slots=True)
class Wing:
    """A chart of its own: the marks above the amber line, or those below."""

    marks: tuple[Mark, ...]
    names: tuple[str, str]
    divisor: Decimal
    top: float
    size: float = 12.0


def draw_bars(desk: Desk, context: Context, found: Findings, bottom: float) -> None:
    """The figures between the top of what is free and ``bottom``; those that do not compare under the rule."""
    above, below, divider = _marks(context, found)
    scale = scale_of(context, found)
    names = (say_deck(context, found.asked.subject, scale), context.language.say("Year before"))
    top = float(max((row.high or row.value for row in found.rows), default=Decimal(1)) / scale.divisor)
    wings = [Wing(marks, names, scale.divisor, top * HEADROOM or 1.0) for marks in (above, below) if marks]
    gap = 0.34 if len(wings) == 2 else 0.0
    row = min((bottom - desk.top - gap) / sum(_rows(wing) for wing in wings), TALLEST)
    size = next(size for height, size in SIZES if row >= height)
    for number, wing in enumerate(wings):
        if number and divider:
            desk.rule(desk.top + 0.04)
            desk.write(divider, Style(12, LIGHT.warn), Place(MARGIN, desk.top + 0.07, 12.0, 0.26))
            desk.top += gap
        height = row * _rows(wing)
        _draw(desk, replace(wing, size=size), height)
        desk.top += height


def _marks(context: Context, found: Findings) -> tuple[tuple[Mark, ...], tuple[Mark, ...], str]:
    """What stands above and below the line, and its words; the missing come last of all."""
    lines = lines_of(context, found, scale_of(context, found), gaps=False)
    earlier = {pick.row.fact for pick in found.before.values()}
    many = len(found.verdict.picks) + len(found.verdict.missing) > MANY
    divider = next((line.words for line in lines if isinstance(line, Divider)), "")
    sides: tuple[list[Mark], list[Mark]] = ([], [])
    for line in lines:
        if not isinstance(line, Bar):
            continue
        side = sides[1] if line.warned and divider else sides[0]
        if line.fact in earlier and side:
            side[-1] = Mark(side[-1].words, side[-1].bar, line)
        else:
            side.append(Mark(_say(line, many), line))
    last = sides[1] or sides[0]
    last.extend(_missing(context, found, many))
    return tuple(sides[0]), tuple(sides[1]), divider


def _say(bar: Bar, many: bool) -> str:
    """``肥西县`` over ``2020年，当年``; ``▲`` before the words of what does not compare."""
    words = f"▲ {bar.words}" if bar.warned else bar.words
    bad = f"! {bar.bad}" if bar.bad else ""
    return (" · " if many else "\n").join(part for part in (bar.name, words, bad) if part)


def _missing(context: Context, found: Findings, many: bool) -> list[Mark]:
    names = [
        (name_of(context, found, code), say_absence(context, found, code)) for code in found.verdict.missing
    ]
    return [Mark((" · " if many else "\n").join(pair)) for pair in names]


def _rows(wing: Wing) -> int:
    return len(wing.marks) + sum(1 for mark in wing.marks if mark.before is not None)


def _draw(desk: Desk, wing: Wing, height: float) -> None:
    now = [_printed(mark.bar, wing.divisor) for mark in wing.marks]
    before = [_printed(mark.before, wing.divisor) for mark in wing.marks]
    rows = [(wing.names[0], now, [mark.bar for mark in wing.marks])]
    if any(before):
        rows.append((wing.names[1], before, [mark.before for mark in wing.marks]))
    series = [Series(name, tuple(p.value if p else None for p in printed)) for name, printed, _ in rows]
    place = Place(MARGIN, desk.top, 13.333 - 2 * MARGIN, height)
    names = [mark.words for mark in wing.marks]
    chart = add_chart(desk, XL_CHART_TYPE.BAR_CLUSTERED, place, (names, series))
    _set_axes(chart, wing)
    for drawn, (_, printed, bars) in zip(chart.plots[0].series, rows, strict=True):
        label_points(drawn, printed, ("outEnd", wing.size + 1))
        for number, bar in enumerate(bars):
            if bar is not None:
                _paint(drawn.points[number].format, bar)


def _printed(bar: Bar | None, divisor: Decimal) -> Printed | None:
    return None if bar is None else print_number(bar.number, Decimal(str(bar.value)) / divisor)


def _set_axes(chart: Any, wing: Wing) -> None:
    plot, names, values = chart.plots[0], chart.category_axis, chart.value_axis
    plot.gap_width, plot.overlap = 55, -5
    plot.vary_by_categories = False
    names.reverse_order, names.has_major_gridlines = True, False
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.tick_labels.font.size = Pt(wing.size)
    names.format.line.color.rgb = colour_of(LIGHT.zero)
    values.visible = values.has_major_gridlines = False
    values.minimum_scale, values.maximum_scale = 0, wing.top
    _fix_plot(chart)


def _fix_plot(chart: Any) -> None:
    """Keeps the bars of both charts of a slide on one line of zero."""
    area = chart._chartSpace.chart.plotArea
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    parts = {"xMode": "edge", "yMode": "edge", "x": SIDE, "y": 0.01, "w": 1 - SIDE, "h": 0.98}
    inner = "".join(f'<c:{name} val="{value}"/>' for name, value in parts.items())
    layout = f'<c:manualLayout><c:layoutTarget val="inner"/>{inner}</c:manualLayout>'
    area.insert(0, parse_xml(f"<c:layout {nsdecls('c')}>{layout}</c:layout>"))


def _paint(look: Any, bar: Bar) -> None:
    """Solid, hollow for a plan, hatched where doubtful, pale for the year before, as on the page."""
    colour = colour_of(bar.colour)
    if bar.state == "plan":
        look.fill.background()
        look.line.color.rgb, look.line.width = colour, Pt(1.75)
    elif bar.state == "doubtful":
        look.fill.patterned()
        look.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        look.fill.fore_color.rgb, look.fill.back_color.rgb = colour, colour_of("#FFFFFF")
        look.line.color.rgb = colour
    else:
        look.fill.solid()
        look.fill.fore_color.rgb = colour_of(pale(bar.colour)) if bar.state == "previous" else colour
