"""The workbook: the view, its figures tidy, a dictionary, the reports, the sums. No cell is ever a formula."""

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from compare.context import Context
from compare.export.citation import cite_all
from compare.export.dictionary import dictionary_of
from compare.export.files import files_of
from compare.export.grid import Grid, Written, open_grid, read_figure
from compare.export.sheet import Sheet
from compare.export.shown import Block, Shown
from compare.question import link_of, say_caution, say_question

MADE = datetime(2020, 1, 1)  # noqa: DTZ001 - a fixed day: the same data, the same bytes
SAFE = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,
}


def write_workbook(context: Context, shown: Shown, day: str) -> bytes:
    """The workbook of a view as the bytes of an XLSX file, in the language of the view.

    Shape: sheets for the view, the figures, the dictionary, the reports, the sums that were worked out again, the
    events. ``day`` (ISO) is when the reports are said to have been looked at.

    Errors: ExportError where a sheet has more lines than a workbook can hold.
    """
    import xlsxwriter  # noqa: PLC0415 - only a download needs it

    stream, say = io.BytesIO(), context.language.say
    files = files_of(context, shown)
    with xlsxwriter.Workbook(stream, SAFE) as book:
        book.set_properties({"title": shown.first.panel.headline, "author": say("Xianbi"), "created": MADE})
        _write_view(open_grid(book, say("View")), context, shown)
        _write_sheet(book, say("Figures"), files.metrics)
        _write_sheet(book, say("Dictionary"), dictionary_of(context))
        _write_sheet(book, say("Reports"), _cited(context, shown, (files.documents, day)))
        _write_sheet(book, say("Sums"), files.findings)
        _write_sheet(book, say("Events"), files.events)
    return stream.getvalue()


def _write_sheet(book: Any, name: str, sheet: Sheet) -> None:
    open_grid(book, name).write_table(sheet.columns, sheet.cells, fixed=True)


def _write_view(grid: Grid, context: Context, shown: Shown) -> None:
    """What the page shows from the top down: sentences, cautions, tables, sources; last the question."""
    for number, block in enumerate(shown.blocks):
        _write_block(grid, context, block, leads=number == 0)
    say = context.language.say
    for label, words in (*say_question(context), (say("Link"), link_of(context.view))):
        grid.write_pair(label, words)
    grid.write_pair(say("Data version"), context.store.version)


def _write_block(grid: Grid, context: Context, block: Block, leads: bool) -> None:
    panel = block.panel
    grid.write_line(panel.headline, "headline" if leads else "title")
    grid.write_line(panel.deck, "soft")
    for warning in panel.warnings:
        grid.write_line(say_caution(context, warning), "warning")
    grid.write_table(*_table(block), fixed=leads)
    for note in (*panel.missing, *panel.notes):
        grid.write_line(note, "soft")
    for source in panel.sources:
        grid.write_pair(context.language.say("Source"), _say_source(source.document.title, source.when))
    grid.line += 1


def _table(block: Block) -> tuple[Sequence[str], Sequence[Sequence[Written]]]:
    """The page's table; figures in words become numbers that look the same."""
    if block.panel.id == "data":
        return block.sheet.columns, block.sheet.cells
    table = block.panel.table
    return table.columns, [[read_figure(cell) for cell in line] for line in table.cells]


def _say_source(title: str, when: str) -> str:
    return f"《{title}》 {when}".strip() if title else when


def _cited(context: Context, shown: Shown, known: tuple[Sheet, str]) -> Sheet:
    """The reports with their citations, and last how the table itself is cited."""
    sheet, day = known
    cited = cite_all(context, shown.documents, day)
    lines = [(*line, c.gbt, c.apa) for line, c in zip(sheet.cells, cited[:-1], strict=True)]
    table = (
        context.language.say("this table"),
        *("" for _ in sheet.columns[1:]),
        cited[-1].gbt,
        cited[-1].apa,
    )
    return Sheet((*sheet.columns, "GB/T 7714", "APA"), (*lines, table))
