"""Place and date of an own report, set by the visitor from the list of official names."""

import streamlit as st

from compare.context import Context
from compare.language import open_language
from compare.own.date import parse_date
from compare.own.mark import plain
from compare.own.refusals import Fault, say_fault
from compare.record import Document
from compare.words.names import Names
from extract.lexicon.gazetteer import Unit
from pages.parts.markup import element
from pages.parts.options import write_option
from pages.parts.table import open_gazetteer
from pages.parts.visit import mend

MENDING = "own mending"
OLDEST = 2012  # units abolished before are in no report of this campaign


def toggle_mending(doc: str) -> None:
    """Opens the form for a report, or closes it."""
    st.session_state[MENDING] = "" if is_mending(doc) else doc


def is_mending(doc: str) -> bool:
    """Whether the form for this report is open."""
    return bool(st.session_state.get(MENDING) == doc)


def show_mending(document: Document, context: Context) -> None:
    """The form: a place by name, pinyin, initials or code, and a date; empty ones are inferred from the text."""
    say = context.language.say
    options = official_places(context.language.code)
    codes = ["", *options]
    chosen = plain(document.adcode) if document.place_source == "given" else ""
    with st.form(f"mend form {document.doc}", border=False):
        place = st.selectbox(
            say("Place: name, pinyin, initials or code"),
            codes,
            index=codes.index(chosen) if chosen in options else 0,
            format_func=lambda code: options.get(code, say("as the text tells it")),
            key=f"mend place {document.doc}",
            filter_mode="contains",
        )
        date = st.text_input(
            say("Date: 2020, 2020-09 or 2020-09-30; empty: as the text tells it"),
            value=document.date if document.date_source == "given" else "",
            key=f"mend date {document.doc}",
        )
        if st.form_submit_button(say("Read again"), type="primary"):
            _submit(document, place or "", date, context)


def _submit(document: Document, place: str, typed: str, context: Context) -> None:
    date = parse_date(typed)
    if date is None:
        said = say_fault(Fault(typed, "date"), context.language)
        st.html(element("div", element("p", said), css="xb-warn", role="alert"))
        return
    with st.spinner(context.language.say("Reading …")):
        mend(plain(document.doc), place, date)
    st.session_state[MENDING] = ""
    st.rerun()


@st.cache_resource(show_spinner=False)
def official_places(language: str) -> dict[str, str]:
    """Every official place by its code, as it is searched for."""
    gazetteer = open_gazetteer()
    latest: dict[str, Unit] = {unit.adcode: unit for unit in gazetteer.units if unit.last >= OLDEST}
    names = Names(open_language(language), gazetteer)
    return {code: write_option(names, code, unit.name) for code, unit in latest.items()}
