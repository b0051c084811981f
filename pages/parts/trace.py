"""Where a figure stands in its report, worked out when it is asked for and remembered with the data version."""

import streamlit as st

from compare.context import Context
from compare.record import Document, Event, Row
from extract.evidence.grounds import Asked
from extract.evidence.passage import About, OpenReport, Passage, open_reader, open_report

REPORTS = 32  # that stay open


def trace_row(context: Context, row: Row) -> Passage | None:
    """The passage of a row; None where the table has no text of its report, or another one."""
    report = _report(context, row.doc)
    asked = Asked(
        row.start, row.end, row.metric, row.rule, row.adcode, row.period, row.since, row.basis, row.note
    )
    return report.passage(asked) if report else None


def trace_event(context: Context, event: Event) -> Passage | None:
    """The passage of an event, without words that decided anything."""
    report = _report(context, event.doc)
    nothing = Asked(event.start, event.end, "", "", event.adcode, event.date, "", "", "")
    return report.passage(nothing) if report else None


def _report(context: Context, doc: str) -> OpenReport | None:
    text = context.store.text(doc)
    found = context.store.documents((doc,))
    return _opened(context.store.version, doc, text, found[0]) if text is not None and found else None


@st.cache_resource(show_spinner=False, max_entries=REPORTS)
def _opened(version: str, doc: str, _text: str, _document: Document) -> OpenReport:  # noqa: ARG001 - the cache key
    about = About(_document.adcode or _document.place, _document.date, _document.date_source)
    return open_report(_text, about, open_reader())
