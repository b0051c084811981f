"""The row under a chart: the sentences behind its marks, the same data as a table, and a download."""

import streamlit as st

from compare.context import Context
from compare.export.spreadsheet import write_csv
from compare.panel import Table
from pages.parts.block import Block
from pages.parts.evidence import evidence_of
from pages.parts.markup import Markup, element
from pages.parts.rows import table_of


def show_acts(block: Block, context: Context, name: str) -> None:
    """Evidence, table and CSV of a block, in one row; ``name`` keeps its widgets apart from others."""
    say, rows = context.language.say, block.rows
    with st.container(horizontal=True, key=f"acts {name}"):
        with st.popover(
            say("Sentences ({n})", n=len(rows)), icon=":material/format_quote:", key=f"quotes {name}"
        ):
            st.html(evidence_of(rows, context))
        with st.popover(say("Table"), icon=":material/table_rows:", key=f"grid {name}"):
            st.html(grid_of(block.table))
        st.download_button(
            say("CSV ({n})", n=len(rows)),
            lambda: _csv(block, context),
            f"xianbi-{context.store.version[:6]}-{name}.csv",
            "text/csv",
            key=f"csv {name}",
            icon=":material/download:",
            on_click="ignore",
            disabled=not rows,
        )


def grid_of(table: Table) -> Markup:
    """The panel's data as a plain table, row heads first."""
    head = element("tr", *(element("th", name, scope="col") for name in table.columns))
    lines = [
        element("tr", element("th", cells[0], scope="row"), *(element("td", cell) for cell in cells[1:]))
        for cells in table.cells
        if cells
    ]
    grid = element("table", element("thead", head), element("tbody", *lines), css="xb-grid")
    return element("div", grid, css="xb-scroll")


def _csv(block: Block, context: Context) -> bytes:
    table = table_of(block.rows, context)
    return write_csv(table.columns, table.cells)
