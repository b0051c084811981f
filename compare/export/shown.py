"""What the page of a view shows, and everything in the table that answers for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from compare.alt import say_alt
from compare.context import Context
from compare.corrections.mended import mended_notes
from compare.export.sheet import Sheet, sheet_of, table_of
from compare.own.mark import is_own
from compare.panel import Panel, Table
from compare.panels.entries import Entry
from compare.panels.evidence import say_sources
from compare.panels.funding import build_funding
from compare.panels.lifted import build_lifted
from compare.panels.measures import build_measures
from compare.panels.overview import build_overview
from compare.panels.rate import build_rate
from compare.panels.timeline import build_timeline
from compare.question import passing
from compare.record import Document, Event, Filter, Finding, Row


@dataclass(frozen=True, slots=True)
class Block:
    """A panel of the page, and its data as a file has it: each line with the row behind it."""

    panel: Panel
    sheet: Sheet


@dataclass(frozen=True, slots=True)
class Shown:
    """The blocks of a page from the top down, and the rows, events, reports and sums behind them.

    ``entries`` are those of the timeline, on its page.
    """

    blocks: tuple[Block, ...]
    rows: tuple[Row, ...]
    events: tuple[Event, ...]
    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    entries: tuple[Entry, ...] = ()

    @property
    def first(self) -> Block:
        """The page's own block."""
        return self.blocks[0]


def show(context: Context) -> Shown:
    """What the page of the view shows.

    Reports are those behind the figures shown, and no others; events are what these tell of the chosen places, on
    the timeline of the chosen kinds.
    """
    blocks, entries = _blocks(context)
    blocks = [replace(block, panel=with_corrections(context, block.panel)) for block in blocks]
    rows = list(dict.fromkeys(row for block in blocks for row in block.panel.rows))
    told = {entry.fact for entry in entries if entry.fact}
    rows += [row for row in context.store.rows(context.view.places) if row.fact in told] if told else []
    docs = _docs(context, rows, entries)
    events = [event for event in _events(context) if event.doc in docs]
    return Shown(
        blocks=tuple(blocks),
        rows=tuple(rows),
        events=tuple(events),
        documents=context.store.documents(docs) if docs else (),
        findings=context.store.findings(docs) if docs else (),
        entries=entries,
    )


def with_corrections(context: Context, panel: Panel) -> Panel:
    """The panel with a note for each figure on it that was corrected by hand."""
    notes = mended_notes(context, panel.rows)
    return replace(panel, notes=(*panel.notes, *notes)) if notes else panel


def _docs(context: Context, rows: Iterable[Row], entries: Iterable[Entry]) -> tuple[str, ...]:
    """The reports behind what is shown; of the whole table all, also those without a figure.

    A visitor's own reports are no part of the whole table.
    """
    if context.view.page == "data" and passing(context.view) == Filter():
        return tuple(doc.doc for doc in context.store.documents() if not is_own(doc.doc))
    return tuple({row.doc for row in rows} | {entry.doc for entry in entries})


def _blocks(context: Context) -> tuple[list[Block], tuple[Entry, ...]]:
    page = context.view.page
    if page == "data":
        return [_data(context)], ()
    if not context.view.places:
        return [_nothing(context)], ()
    if page == "timeline":
        timeline = build_timeline(context)
        return [Block(timeline.panel, Sheet(timeline.file.columns, timeline.file.cells))], timeline.entries
    return [Block(p, sheet_of(p.table, p.rows, context)) for p in _panels(context)], ()


def _panels(context: Context) -> Sequence[Panel]:
    page = context.view.page
    if page == "funding":
        return build_funding(context)
    if page == "lifted":
        return build_lifted(context)
    if page == "rate":
        return build_rate(context)
    if page == "measures":
        panel = build_measures(context).panel
        return [panel] if panel else [_nothing(context).panel]
    return _overview(context)


def _overview(context: Context) -> tuple[Panel, ...]:
    """The cards as a panel whose table says all that they say, then the chart under them."""
    seen = build_overview(context)
    cards = Panel(
        id="overview",
        headline=seen.headline,
        deck=seen.deck,
        figure=None,
        alt=say_alt(seen.headline, seen.table),
        table=seen.table,
        warnings=seen.warnings,
        key=seen.key,
        sources=seen.sources,
        notes=seen.notes,
        rows=seen.rows,
    )
    return (cards, seen.chart)


def _data(context: Context) -> Block:
    """All rows that pass the filters, however many the page draws."""
    rows, language = context.store.table(passing(context.view)), context.language
    places = len({row.adcode or row.place for row in rows})
    where = language.count("{n} place", "{n} places", places)
    figures = language.count("{n} figure of {places}", "{n} figures of {places}", len(rows), places=where)
    sheet = table_of(rows, context)
    table = Table(sheet.columns, _words(sheet.cells), tuple(row.fact for row in rows))
    panel = Panel(
        id="data",
        headline=language.say("{figures}, each with its sentence", figures=figures),
        deck=language.say("Values are in base units: yuan, not 万 or 亿."),
        figure=None,
        alt="",
        table=table,
        sources=say_sources(context, rows),
        rows=rows,
    )
    return Block(panel, sheet)


def _words(cells: Iterable[Sequence[object]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple("" if cell is None else str(cell) for cell in line) for line in cells)


def _nothing(context: Context) -> Block:
    """A page without places, or without figures of them: its sentence and no data."""
    say = context.language.say
    headline = say("No figures of these places") if context.view.places else say("No place is chosen yet.")
    table = Table((say("Place"),), (), ())
    panel = Panel(id=context.view.page, headline=headline, deck="", figure=None, alt=headline, table=table)
    return Block(panel, Sheet(table.columns, ()))


def _events(context: Context) -> tuple[Event, ...]:
    view = context.view
    if not view.places and view.page != "data":
        return ()
    return context.store.events(view.places, view.kinds if view.page == "timeline" else ())
