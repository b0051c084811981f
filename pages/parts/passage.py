"""An open passage on the page: the report's words with the figure marked, how it was read, and where it leads."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

import streamlit as st

from compare.audit.about import say_about
from compare.context import Context
from compare.evidence.open import find_record
from compare.evidence.passage import Evidence, Pieces, event_evidence, figure_evidence
from compare.evidence.reading import Line
from compare.evidence.uses import find_uses
from compare.own.mark import is_own
from compare.record import Event, Row
from compare.view import View, link
from extract.evidence.passage import TRACER
from pages.parts.click import close_passage
from pages.parts.dispute import show_audit_of
from pages.parts.judging import show_judging
from pages.parts.markup import Markup, between, element, join
from pages.parts.trace import trace_event, trace_row

REPORT = "pages/report.py"


def open_facts(context: Context, shown: Collection[str]) -> tuple[str, ...]:
    """Those of the open passages that belong to what is shown."""
    return tuple(fact for fact in context.view.facts if fact in shown)


@contextmanager
def beside(facts: Sequence[str], context: Context) -> Iterator[None]:
    """What is drawn in here has the open passage at its right, two under it; on a telephone all stand under it."""
    if len(facts) != 1:
        yield
        if facts:
            show_passages(facts, context)
        return
    left, right = st.columns((3, 2), gap="large")
    with left:
        yield
    with right:
        show_passages(facts, context)


def show_passages(facts: Sequence[str], context: Context) -> None:
    """The passages side by side, or the one that is open; nothing where none is."""
    if not facts:
        return
    columns = st.columns(len(facts), gap="medium") if len(facts) > 1 else [st.container()]
    for column, fact in zip(columns, facts, strict=True):
        with column:
            show_passage(fact, context)


def show_passage(fact: str, context: Context, whole: bool = True) -> None:
    """One passage, with its buttons; ``whole`` offers the report that it is from."""
    record = find_record(context.store, fact)
    if record is None:
        return
    evidence = evidence_of_record(context, record)
    with st.container(key=f"passage {fact}"):
        st.html(write_passage(evidence, context))
        if isinstance(record, Row) and (told := say_about(context, record)):
            st.html(element("p", told, css="xb-told"))
        _show_acts(evidence, record, context, whole)


def evidence_of_record(context: Context, record: Row | Event) -> Evidence:
    """The evidence of a figure or an event."""
    if isinstance(record, Row):
        return figure_evidence(context, record, trace_row(context, record))
    return event_evidence(context, record, trace_event(context, record))


def write_passage(evidence: Evidence, context: Context) -> Markup:
    """The passage as markup: every word of the report escaped, our marks around it."""
    say, quoted = context.language.say, evidence.quoted
    stripe = f"--c:{context.colour(evidence.adcode)}"
    head = element(
        "h3", evidence.place, " ", element("span", evidence.head), " ", element("b", evidence.number)
    )
    words = [_words(quoted.before, "near"), _words(quoted.sentence, "own"), _words(quoted.after, "near")]
    passage = element("p", *words, lang=evidence.origin.script, css="say")
    over = (
        element("p", _words(quoted.heading, ""), lang=evidence.origin.script, css="over")
        if quoted.heading
        else ""
    )
    remarks = [words for words in (evidence.remark, _say_maker(context)) if words]
    remark = element("p", " ".join(remarks), css="xb-remark") if remarks else ""
    return element(
        "section",
        head,
        element("p", evidence.origin.source, css="where"),
        over,
        passage,
        remark,
        _reading(evidence.lines, context),
        css="xb-pass",
        id=f"passage-{evidence.id}",
        tabindex="-1",
        style=stripe,
        aria_label=say("Passage: {place}, {what}", place=evidence.place, what=evidence.head),
    )


def _say_maker(context: Context) -> str:
    """A sentence where another version of the program read the table than the one that traces the words."""
    maker = context.store.maker
    if maker in ("", TRACER):
        return ""
    return context.language.say(
        "This table was made by version {maker} of the program; the words that decided were traced by version {tracer}.",
        maker=maker,
        tracer=TRACER,
    )


def _words(pieces: Pieces, css: str) -> Markup:
    """A stretch of the report; the figure is marked, words that decided something are underlined by their role."""
    return (
        element("span", *(_piece(piece.text, piece.roles) for piece in pieces), css=css)
        if pieces
        else Markup()
    )


def _piece(text: str, roles: Sequence[str]) -> Markup:
    others = [role for role in roles if role != "number"]
    inner = element("u", text, css=" ".join(f"w-{role}" for role in others)) if others else join(text)
    return element("mark", inner) if "number" in roles else inner


def _reading(lines: Sequence[Line], context: Context) -> Markup:
    return element("dl", *(part for line in lines for part in _line(line, context)))


def _line(line: Line, context: Context) -> tuple[Markup, Markup]:
    say = context.language.say
    quoted = [element("u", say("“{words}”", words=word), css=f"w-{line.role}") for word in line.words]
    words = between(quoted, " ") if quoted else Markup()
    why = join(words, " " if words and line.why else "", line.why)
    small = element("small", why) if why else ""
    return element("dt", line.name), element("dd", line.read, " ", small)


def _show_acts(evidence: Evidence, record: Row | Event, context: Context, whole: bool) -> None:
    """The row below: the whole report, the charts that use the figure, the link and the words to copy, close."""
    say = context.language.say
    with st.container(horizontal=True, vertical_alignment="center", key=f"acts passage {evidence.id}"):
        if whole and context.store.text(evidence.origin.doc) is not None:
            st.page_link(
                REPORT,
                label=say("Whole report"),
                icon=":material/article:",
                query_params=link(_in_report(context.view, evidence)),
            )
        if isinstance(record, Row) and not whole:
            _show_uses(record, context)
        if isinstance(record, Row) and context.view.page != "audit":
            show_audit_of(context, record)
        with st.popover(say("Copy"), icon=":material/content_copy:", key=f"copy {evidence.id}"):
            _show_copies(evidence, context)
        if isinstance(record, Row):
            address = "" if is_own(record.fact) else figure_link(evidence, context)
            show_judging(record, context, address)
        if whole:
            st.button(
                say("Close"),
                key=f"close {evidence.id}",
                icon=":material/close:",
                on_click=close_passage,
                args=(context, evidence.id),
            )


def _show_uses(row: Row, context: Context) -> None:
    """From the figure to the charts on which it is set beside others."""
    with st.popover(
        context.language.say("In the charts"), icon=":material/bar_chart:", key=f"uses {row.fact}"
    ):
        for use in find_uses(context, row):
            path = f"pages/{use.page}.py"
            st.page_link(path, label=use.name, query_params=link(use.view))


def _show_copies(evidence: Evidence, context: Context) -> None:
    say = context.language.say
    st.caption(say("The sentence with its source"))
    st.code(evidence.plain, language=None, wrap_lines=True)
    if not is_own(evidence.id):  # a visitor's own report is nowhere that a link could lead
        st.caption(say("A link to this one figure"))
        st.code(figure_link(evidence, context), language=None, wrap_lines=True)


def figure_link(evidence: Evidence, context: Context) -> str:
    """The address of the figure in its report, short: its id and the language."""
    base = (st.context.url or "").split("?")[0].rstrip("/")
    last = base.rsplit("/", 1)[-1]
    if last == context.view.page:
        base = base[: -len(last)].rstrip("/")
    return f"{base}/report?x={evidence.id}&lang={context.language.code}"


def _in_report(view: View, evidence: Evidence) -> View:
    return replace(view, page="report", doc=evidence.origin.doc, facts=(evidence.id,))
