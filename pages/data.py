"""The table itself: filtered, shown, and downloaded as it is shown or whole."""

import streamlit as st

from compare.export.sheet import table_of
from pages.parts.downloads import show_downloads, show_files
from pages.parts.filters import show_filters, wanted_rows
from pages.parts.frame import open_page
from pages.parts.judging import show_judgements
from pages.parts.paper import show_paper_rows
from pages.parts.pickers import show_pickers
from pages.parts.rows import show_cut, show_heading, show_rows

context = open_page("data")
show_pickers(context)
heading = st.container()
show_filters(context)
wanted = wanted_rows(context)
rows, passing = context.store.table(wanted), context.store.count(wanted)
table = table_of(rows, context)
if rows:
    with heading:
        show_heading(rows, context)
        show_cut(len(rows), passing, context)
show_rows(table, rows, context)
show_paper_rows(rows, passing, context)
show_files(context)
show_judgements(context)
show_downloads(context)
