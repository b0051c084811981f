"""The slides of a view: a headline each, what it rests on, what limits it, where it comes from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from compare.context import Context
from compare.export.deck.bars import draw_bars
from compare.export.deck.desk import DECK, FOOT, HEIGHT, INNER, MARGIN, SMALL, Desk, Place
from compare.export.deck.dumbbells import draw_dumbbells
from compare.export.deck.listing import Listing, draw_listing, leaf
from compare.export.grid import ExportError
from compare.export.shown import Block, Shown
from compare.panel import Panel
from compare.panels.comparison import show_findings
from compare.panels.entries import Entry
from compare.panels.rate import KINDS as RATE
from compare.panels.rate import find_changes
from compare.pick import LATEST
from compare.question import say_caution
from compare.record import Row
from compare.words.terms import kinds

MOST_ROWS, MOST_SOURCES = 300, 6
NOT_DRAWN = (
    "warn",
    "ends",
    "one",
    "over",
    "under",
    "range",
)  # words say it beside the bar, or the dots differ
TABLE = 4.1  # inches that a table may take below headline, deck and strip
Drawing = Callable[[Desk], None]


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide to be made: its panel's words, what is drawn, and the context whose question stands in the notes."""

    panel: Panel
    draw: Drawing | None
    context: Context
    part: str = ""
    quotes: tuple[tuple[str, str], ...] = ()


def slides_of(context: Context, shown: Shown, main: bool = False) -> list[Slide]:
    """The slides of the view's page; with ``main`` those of its own block only, and of it the first measure.

    Errors: ExportError where the data page would list more figures than a deck can be read with.
    """
    if context.view.page == "data":
        return _of_data(context, shown.first)
    if context.view.page == "timeline":
        return _of_timeline(context, shown)
    blocks = shown.blocks[:1] if main else shown.blocks
    found = [slide for block in blocks for slide in _of_panel(context, block.panel)]
    return found if not main or context.view.page == "overview" else found[:1]


def lay_out(slide: Slide, desk: Desk) -> None:
    """Draws a slide: headline, deck, amber strip, chart or table, marks, sources."""
    panel, context = slide.panel, slide.context
    desk.write_title(panel.headline)
    desk.write(f"{panel.deck}　{slide.part}".strip(), DECK)
    desk.write_strip([say_caution(context, warning) for warning in panel.warnings])
    desk.top += 0.08
    if slide.draw is not None:
        slide.draw(desk)
    else:
        desk.write(" ".join(panel.missing), DECK)
    desk.write_within(_say_foot(slide), SMALL, Place(MARGIN, FOOT, INNER, HEIGHT - FOOT - 0.12))


def _say_foot(slide: Slide) -> str:
    """Marks, sources and data version in a few lines at the bottom."""
    panel, context = slide.panel, slide.context
    say = context.language.say
    pale = (say("Pale dot: first"),) if panel.id == RATE[0] else ()
    marks = "　".join((*pale, *(item.words for item in panel.key if item.mark not in NOT_DRAWN)))
    named = [
        say("“{title}” ({when})", title=s.document.title or s.document.doc, when=s.when)
        for s in panel.sources
    ]
    if len(named) > MOST_SOURCES:
        named = [
            context.language.count(
                "{n} report, see the last slide", "{n} reports, see the last slide", len(named)
            )
        ]
    sources = say("Source: {sources}", sources=say("; ").join(named)) if named else ""
    version = say(
        "Xianbi · data version {version} · every figure carries its sentence",
        version=context.store.version[:6],
    )
    return "\n".join(part for part in (marks, sources, version) if part)


def _of_panel(context: Context, panel: Panel) -> list[Slide]:
    if panel.id == RATE[0]:
        return [_of_rate(context, panel)]
    if panel.found:
        return [_of_findings(context, panel, number) for number in range(len(panel.found))]
    if panel.table.cells:
        shares = (1.0, *(1.4 for _ in panel.table.columns[1:]))
        return _listed(context, panel, Listing(panel.table.columns, shares, panel.table.cells))
    return [Slide(panel, None, context)]


def _of_findings(context: Context, panel: Panel, number: int) -> Slide:
    """A slide for one measure; of several in a panel each speaks for itself."""
    found = panel.found[number]
    own = panel if len(panel.found) == 1 else show_findings(context, found)
    if not found.verdict.picks:
        return Slide(own, None, context)
    return Slide(
        own,
        lambda desk: draw_bars(desk, context, found, FOOT - 0.1),
        context,
        quotes=_quotes(context, own.rows),
    )


def _of_rate(context: Context, panel: Panel) -> Slide:
    period = context.view.period if context.view.page == "overview" and not panel.rows else LATEST
    changes = find_changes(context, period)
    if panel.figure is None:
        return Slide(panel, None, context)
    quotes = _quotes(context, panel.rows)
    return Slide(
        panel, lambda desk: draw_dumbbells(desk, context, changes, FOOT - 0.1), context, quotes=quotes
    )


def _of_timeline(context: Context, shown: Shown) -> list[Slide]:
    """The entries as a table: dated ones first, by place and date, as many slides as it takes."""
    named, say = kinds(context.language), context.language.say
    panel = replace(shown.first.panel, deck=say("What the reports date, place by place, the undated last"))
    columns = (say("Place"), say("Date"), say("Kind"), say("What is told"))
    lines = tuple((e.place, e.when, named.get(e.kind, e.kind), _tell(e)) for e in shown.entries)
    slides = _listed(context, panel, Listing(columns, (1.2, 1.7, 1.0, 7.0), lines))
    told = tuple((f"{e.place} · {e.when}", e.quote) for e in shown.entries)
    done = 0
    for number, slide in enumerate(slides):
        count = len(_lines_of(slide))
        slides[number] = replace(slide, quotes=told[done : done + count])
        done += count
    return slides


def _tell(entry: Entry) -> str:
    return entry.words or entry.title or entry.quote


def _of_data(context: Context, block: Block) -> list[Slide]:
    rows = block.panel.rows
    if len(rows) > MOST_ROWS:
        what = f"a deck of {len(rows):,} figures cannot be read (at most {MOST_ROWS})"
        raise ExportError(what, todo="take the workbook or the ZIP, or filter the table")
    columns = tuple(block.sheet.columns[i] for i in (0, 1, 2, 6, 8, 10))
    lines = tuple(tuple(str(line[i] or "") for i in (0, 1, 2, 6, 8, 10)) for line in block.sheet.cells)
    slides = _listed(context, block.panel, Listing(columns, (1.3, 3.2, 1.8, 1.5, 1.2, 1.2), lines))
    told, done = _quotes(context, rows), 0
    for number, slide in enumerate(slides):
        count = len(_lines_of(slide))
        slides[number] = replace(slide, quotes=told[done : done + count])
        done += count
    return slides


def _listed(context: Context, panel: Panel, listing: Listing) -> list[Slide]:
    """A slide for each part of the table, numbered where there are several."""
    if not listing.lines:
        return [Slide(panel, None, context)]
    panel = replace(panel, key=())  # its marks are those of a chart
    parts = list(leaf(listing, TABLE))
    numbered = [f"{n}/{len(parts)}" if len(parts) > 1 else "" for n in range(1, len(parts) + 1)]
    quotes = _quotes(context, panel.rows)
    return [
        Slide(panel, Leaf(part), context, number, quotes)
        for part, number in zip(parts, numbered, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Leaf:
    """Draws one part of a table."""

    listing: Listing

    def __call__(self, desk: Desk) -> None:
        draw_listing(desk, self.listing)


def _lines_of(slide: Slide) -> Sequence[Sequence[str]]:
    return slide.draw.listing.lines if isinstance(slide.draw, Leaf) else ()


def _quotes(context: Context, rows: Sequence[Row]) -> tuple[tuple[str, str], ...]:
    """Place and figure, and the sentence that they come from."""
    told = []
    for row in rows:
        metric = context.metrics.get(row.metric)
        name = metric.short(context.language) if metric else row.metric
        told.append((f"{context.names.short(row.adcode, row.place)} · {name} · {row.text}", row.quote))
    return tuple(told)
