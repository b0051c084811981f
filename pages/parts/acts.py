"""The row under a chart: the sentences behind its marks, the same data as a table, its picture, and a file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from compare.context import Context
from compare.export.sheet import sheet_of
from compare.export.spreadsheet import write_csv
from compare.panel import Panel, Table
from pages.parts.block import Block
from pages.parts.evidence import evidence_of
from pages.parts.markup import Markup, element
from pages.parts.picture import show_picture
from pages.parts.scroll import scrolled


@dataclass(frozen=True, slots=True)
class Acts:
    """What answers for a chart: how many sentences, the sentences, the data in words, and as a file.

    ``lines`` is how many lines the file holds below its head; ``chart`` is the panel's id where one is drawn, and
    ``alt`` says it in words.
    """

    count: int
    quotes: Markup
    table: Table
    lines: int
    write: Callable[[], bytes]
    chart: str = ""
    alt: str = ""


def show_acts(block: Block, context: Context, name: str) -> None:
    """Evidence, table, picture and CSV of a block, in one row; ``name`` keeps its widgets apart from others."""
    quotes = evidence_of(block.rows, context)
    sheet = sheet_of(block.table, block.rows, context)
    write = partial(write_csv, sheet.columns, sheet.cells)
    drawn = block if isinstance(block, Panel) and block.figure is not None else None
    chart, alt = (drawn.id, drawn.alt) if drawn else ("", "")
    acts = Acts(len(block.rows), quotes, block.table, len(sheet.cells), write, chart, alt)
    show_row_of(acts, context, name)


def show_row_of(acts: Acts, context: Context, name: str) -> None:
    """The row of buttons: sentences, table, picture, CSV."""
    say = context.language.say
    with st.container(horizontal=True, key=f"acts {name}"):
        label = say("Sentences ({n})", n=acts.count)
        with st.popover(label, icon=":material/format_quote:", key=f"quotes {name}"):
            st.html(acts.quotes)
        with st.popover(say("Table"), icon=":material/table_rows:", key=f"grid {name}"):
            st.html(grid_of(acts.table))
        if acts.chart:
            show_picture(context, acts.chart, acts.alt)
        st.download_button(
            say("CSV ({n})", n=acts.lines),
            acts.write,
            f"xianbi-{context.store.version[:6]}-{name}.csv",
            "text/csv",
            key=f"csv {name}",
            icon=":material/download:",
            on_click="ignore",
            disabled=not acts.count,
        )


def grid_of(table: Table) -> Markup:
    """The panel's data as a plain table, row heads first."""
    head = element("tr", *(element("th", name, scope="col") for name in table.columns))
    facts = (*table.facts, *("",) * len(table.cells))
    lines = [_line(cells, fact) for cells, fact in zip(table.cells, facts, strict=False) if cells]
    grid = element("table", element("thead", head), element("tbody", *lines), css="xb-grid")
    return scrolled(grid, table.columns)


def _line(cells: Sequence[str], fact: str) -> Markup:
    """A line of the table; where a figure stands behind it, its head is a button that opens the passage."""
    name = element("button", cells[0], type="button", data_x=fact, css="xb-n") if fact else cells[0]
    head = element("th", name, scope="row")
    return element("tr", head, *(element("td", cell) for cell in cells[1:]), data_x=fact)
