"""The row under a chart: the sentences behind its marks, the same data as a table, and a download."""

import streamlit as st

from compare.context import Context
from compare.export.spreadsheet import write_csv
from compare.panel import Panel, Table
from pages.parts.evidence import evidence_of
from pages.parts.markup import Markup, element
from pages.parts.rows import table_of


def show_acts(panel: Panel, context: Context) -> None:
    """Evidence, table and CSV of a panel, in one row."""
    say, rows = context.language.say, panel.rows
    with st.container(horizontal=True, key=f"acts {panel.id}"):
        with st.popover(
            say("Sentences ({n})", n=len(rows)), icon=":material/format_quote:", key=f"quotes {panel.id}"
        ):
            st.html(evidence_of(rows, context))
        with st.popover(say("Table"), icon=":material/table_rows:", key=f"grid {panel.id}"):
            st.html(grid_of(panel.table))
        st.download_button(
            say("CSV ({n})", n=len(rows)),
            lambda: _csv(panel, context),
            f"xianbi-{context.store.version[:6]}-{panel.id}.csv",
            "text/csv",
            key=f"csv {panel.id}",
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


def _csv(panel: Panel, context: Context) -> bytes:
    table = table_of(panel.rows, context)
    return write_csv(table.columns, table.cells)
