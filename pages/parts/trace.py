"""Where a figure stands in its report, worked out when it is asked for and remembered with the data version."""

import streamlit as st

from compare.context import Context
from compare.own.mark import is_own, plain
from compare.record import Document, Event, Row
from extract.evidence.grounds import Asked
from extract.evidence.passage import About, OpenReport, Passage, open_reader, open_report

REPORTS = 32  # that stay open


def trace_row(context: Context, row: Row) -> Passage | None:
    """The passage of a row; None where the table has no text of its report, or another one."""
    report = _report(context, row.doc)
    place = plain(row.adcode)
    asked = Asked(row.start, row.end, row.metric, row.rule, place, row.period, row.since, row.basis, row.note)
    return report.passage(asked) if report else None


def trace_event(context: Context, event: Event) -> Passage | None:
    """The passage of an event, without words that decided anything."""
    report = _report(context, event.doc)
    nothing = Asked(event.start, event.end, "", "", plain(event.adcode), event.date, "", "", "")
    return report.passage(nothing) if report else None


def _report(context: Context, doc: str) -> OpenReport | None:
    text = context.store.text(doc)
    found = context.store.documents((doc,))
    if text is None or not found:
        return None
    if is_own(doc):  # a visitor's own report is kept nowhere but in the visit
        return _open(text, found[0])
    return _opened(context.store.version, doc, text, found[0])


@st.cache_resource(show_spinner=False, max_entries=REPORTS)
def _opened(version: str, doc: str, _text: str, _document: Document) -> OpenReport:  # noqa: ARG001 - the cache key
    return _open(_text, _document)


def _open(text: str, document: Document) -> OpenReport:
    about = About(plain(document.adcode) or document.place, document.date, document.date_source)
    return open_report(text, about, open_reader())
