"""Where a click leads on pages that list numbers: a figure opens its passage, any other number its report."""

from dataclasses import replace

import streamlit as st

from compare.audit.sentences import SEPARATOR
from compare.context import Context
from compare.evidence.report import is_number
from compare.view import link
from pages.parts.click import Sight, hear_clicks, open_passage
from pages.parts.passage import REPORT

ASKED = "number asked for"


def lead_on(context: Context) -> None:
    """Listens for clicks, and turns to the report where the last one was on a number that is no row."""
    code, _, doc = st.session_state.pop(ASKED, "").partition(SEPARATOR)
    if doc and is_number(code):
        view = replace(context.view, page="report", doc=doc, facts=(code,))
        st.switch_page(REPORT, query_params=link(view))
    opened = context.view.facts
    hear_clicks(
        lambda asked: _take_up(context, asked),
        Sight(f"passage-{opened[-1]}", focus=True) if opened else Sight(),
    )


def _take_up(context: Context, asked: str) -> None:
    """Remembers a number for the run that follows: a callback cannot turn the page."""
    if SEPARATOR in asked:
        st.session_state[ASKED] = asked
    else:
        open_passage(context, asked)
