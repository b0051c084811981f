"""A whole report on the page: its text with every number marked, what to step through, and the mark in hand."""

from dataclasses import replace

import streamlit as st

from compare.context import Context
from compare.evidence.marks import Mark, count_sorts, find_marks, name_sort
from compare.evidence.report import Read, Wanted, docs_of, name_mark, read_report, say_report, step
from compare.own.mark import is_own
from compare.view import View
from pages.parts.click import TURN, Sight, hear_clicks
from pages.parts.empty import show_empty
from pages.parts.markup import element, join
from pages.parts.pickers import show_language
from pages.parts.script import show_text
from pages.parts.seek import Found, seek, show_seeker
from pages.parts.slip import show_slip
from pages.parts.state import change

FATES, SORT = "fates", "sort"


def show_report(context: Context) -> None:
    """The page: which report, its head, what is marked, the text, and beside it the mark in hand."""
    read = read_report(context, _marks_of)
    _pick_report(context, read)
    if read is None:
        _show_missing(context)
        return
    st.html(
        join(
            element("h1", read.document.title or read.document.doc, css="xb-h"),
            element("p", say_report(context, read), css="xb-deck"),
        )
    )
    wanted = _pick_marks(context, read)
    found = seek(context, read.text)
    with st.container(horizontal=True, vertical_alignment="center", key="reader"):
        _show_steps(context, read, wanted)
        show_seeker(context, found)
    left, right = st.columns((3, 2), gap="large")
    with left:
        show_text(context, read, wanted, found)
    with right, st.container(key="slip"):
        show_slip(context, read)
    hear_clicks(lambda code: _take_up(context.view, read, code), _sight(read, found))


def _marks_of(context: Context, doc: str) -> tuple[Mark, ...]:
    """The marks of a report; remembered, but not a visitor's own."""
    if is_own(doc):
        return find_marks(context, doc)
    return _found(context.store.version, doc, context.language.code, _context=context)


@st.cache_resource(show_spinner=False, max_entries=16)
def _found(version: str, doc: str, language: str, *, _context: Context) -> tuple[Mark, ...]:  # noqa: ARG001 - key
    return find_marks(_context, doc)


def _sight(read: Read, found: Found) -> Sight:
    """What is brought into the middle: what was found last, else the mark in hand."""
    if found.stepped:
        return Sight(f"h{found.at}", centre=True)
    return Sight(f"m{read.chosen.start}", centre=True) if read.chosen else Sight()


def _pick_report(context: Context, read: Read | None) -> None:
    """The reports of the chosen places, and the language at the far end."""
    docs = dict.fromkeys((*([read.document.doc] if read else []), *docs_of(context)))
    titles = {doc.doc: doc.title or doc.doc for doc in context.store.documents(tuple(docs))} if docs else {}
    key = "pick report"
    with st.container(horizontal=True, vertical_alignment="center", key="pick"):
        if titles:
            st.session_state[key] = read.document.doc if read else next(iter(titles))
            st.selectbox(
                context.language.say("Report"),
                list(titles),
                key=key,
                format_func=lambda doc: titles.get(doc, doc),
                on_change=lambda: change(context.view, doc=st.session_state[key], facts=()),
                label_visibility="collapsed",
                filter_mode=None if len(titles) < 12 else "contains",
            )
        show_language(context)


def _show_missing(context: Context) -> None:
    say = context.language.say
    if context.store.texts.there:
        show_empty(say("The table has no such report."), say("Choose one of the reports above."))
        return
    show_empty(
        say("The text of this report is not in the table."),
        say("The table was made by an older version; build it again with: make data"),
    )


def _pick_marks(context: Context, read: Read) -> Wanted:
    """What became of the numbers, as switches that are the legend; then one metric or reason."""
    say, counts = context.language.say, count_sorts(read.marks)
    words = {"row": say("In the table"), "left": say("Left over"), "damaged": say("Damaged")}
    offered = [fate for fate in words if counts[fate]]
    with st.container(horizontal=True, vertical_alignment="center", key="kinds"):
        fates = st.pills(
            say("What became of the numbers; none chosen shows all"),
            offered,
            selection_mode="multi",
            key=f"{FATES} {read.document.doc}",
            format_func=lambda fate: f"{words[fate]} {counts[fate].total()}",
            label_visibility="collapsed",
        )
        sorts = {
            sort: n for fate in offered if not fates or fate in fates for sort, n in counts[fate].items()
        }
        ordered = sorted(sorts, key=lambda sort: (sort not in context.metrics, -sorts[sort], sort))
        sort = st.selectbox(
            say("Metric or reason"),
            ["", *ordered],
            key=f"{SORT} {read.document.doc} {' '.join(sorted(fates))}",
            format_func=lambda code: (
                f"{name_sort(context, code)} {sorts[code]}" if code else say("All metrics and reasons")
            ),
            label_visibility="collapsed",
        )
    return Wanted(tuple(fates), sort)


def _show_steps(context: Context, read: Read, wanted: Wanted) -> None:
    """Back and forth through the marks that pass, and which of how many is in hand."""
    say = context.language.say
    marks = [mark for mark in read.marks if wanted.lets(mark)]
    at = marks.index(read.chosen) + 1 if read.chosen in marks else 0
    for label, icon, forward in (
        (say("Previous number"), "arrow_upward", False),
        (say("Next number"), "arrow_downward", True),
    ):
        target = step(marks, read.chosen, forward)
        st.button(
            label,
            key=f"step {forward}",
            icon=f":material/{icon}:",
            disabled=target is None,
            on_click=_take_up,
            args=(context.view, read, name_mark(target) if target else ""),
        )
    n = f"{len(marks):,}"
    shown = say("{at} of {n}", at=f"{at:,}", n=n) if at else say("{n} in all", n=n)
    st.html(element("p", shown, css="xb-count", role="status"))


def _take_up(view: View, read: Read, code: str) -> None:
    """Takes a mark in hand; for callbacks."""
    st.session_state[TURN] = st.session_state.get(TURN, 0) + 1
    st.session_state.pop("stepped", None)
    change(replace(view, doc=read.document.doc), facts=(code,) if code else ())
