"""The sentences behind the marks, each with its number marked and where it stands in which report."""

from collections.abc import Mapping, Sequence

from compare.audit.about import say_contradicted, say_wrong_within
from compare.context import Context
from compare.language import Language
from compare.panels.entries import Entry
from compare.record import Document, Row
from compare.words.periods import say_when
from compare.words.terms import grades, kinds
from pages.parts.markup import Markup, element, join, marked

SCRIPTS = {"traditional": "zh-Hant"}


def evidence_of(rows: Sequence[Row], context: Context) -> Markup:
    """A list of sentences in the order of the marks; what its own report contradicts says so."""
    docs = tuple({row.doc for row in rows})
    known = {document.doc: document for document in context.store.documents(docs)} if docs else {}
    bad = say_contradicted(context, rows)
    entries = (_entry(row, known.get(row.doc), bad.get(row.fact, ""), context) for row in rows)
    return element("div", *entries, css="xb-quotes")


def told_of(entries: Sequence[Entry], context: Context) -> Markup:
    """The same of the timeline's entries."""
    docs = tuple({entry.doc for entry in entries})
    known = {document.doc: document for document in context.store.documents(docs)} if docs else {}
    return element("div", *(_told(entry, known, context) for entry in entries), css="xb-quotes")


def script_of(document: Document | None) -> str:
    """The ``lang`` of a report's own words.

    >>> script_of(None)
    'zh-Hans'
    """
    return SCRIPTS.get(document.script, "zh-Hans") if document else "zh-Hans"


def opener(codes: str, language: Language) -> Markup:
    """The button that opens a passage, for every figure that stands in words; nothing where there is none."""
    if not codes:
        return Markup()
    words = element("span", language.say("Passage"))
    return element("button", words, type="button", data_x=codes, css="xb-open")


def red(words: str) -> Markup:
    """Red words with a space behind them; nothing where there are none."""
    return join(element("strong", words, css="xb-bad"), " ") if words else Markup()


def _entry(row: Row, document: Document | None, bad: str, context: Context) -> Markup:
    stripe = element("i", style=f"background:{context.colour(row.adcode)}")
    quote = element("p", marked(row.quote, row.text, row.at), lang=script_of(document))
    head = join(_head(row, document, context), " ", red(bad), opener(row.fact, context.language))
    return element("div", stripe, element("div", head, quote), css="xb-q")


def _told(entry: Entry, known: Mapping[str, Document], context: Context) -> Markup:
    document = known.get(entry.doc)
    words = [
        kinds(context.language).get(entry.kind, entry.kind),
        *([entry.words] if entry.words else []),
        entry.when,
        *_where(entry.start, entry.doc, document, context),
    ]
    told = opener(entry.fact or entry.event, context.language)
    bad = red(say_wrong_within(context, entry.doc, *entry.span))
    head = join(element("b", entry.place), " ", element("span", " · ".join(words)), " ", bad, told)
    quote = element("p", marked(entry.quote, entry.text, entry.at), lang=script_of(document))
    stripe = element("i", style=f"background:{context.colour(entry.adcode)}")
    return element("div", stripe, element("div", head, quote), css="xb-q")


def _where(start: int, doc: str, document: Document | None, context: Context) -> tuple[str, str]:
    """At which character of which report."""
    title = f"《{document.title}》" if document and document.title else doc
    return context.language.say("character {n}", n=f"{start + 1:,}"), title


def _head(row: Row, document: Document | None, context: Context) -> Markup:
    metric = context.metrics.get(row.metric)
    words = [
        metric.short(context.language) if metric else row.metric,
        say_when(row, context.language),
        grades(context.language).get(row.grade, row.grade),
        *_where(row.start, row.doc, document, context),
    ]
    place = element("b", context.names.short(row.adcode, row.place))
    return join(place, " ", element("span", " · ".join(words)))
