"""The sentences behind the marks, each with its number marked and where it stands in which report."""

from collections.abc import Mapping, Sequence

from compare.context import Context
from compare.record import Document, Row
from compare.words.periods import say_when
from compare.words.terms import grades
from pages.parts.markup import Markup, element, join, marked

SCRIPTS = {"traditional": "zh-Hant"}


def evidence_of(rows: Sequence[Row], context: Context) -> Markup:
    """A list of sentences in the order of the marks."""
    docs = tuple({row.doc for row in rows})
    known = {document.doc: document for document in context.store.documents(docs)} if docs else {}
    return element("div", *(_entry(row, known, context) for row in rows), css="xb-quotes")


def script_of(document: Document | None) -> str:
    """The ``lang`` of a report's own words.

    >>> script_of(None)
    'zh-Hans'
    """
    return SCRIPTS.get(document.script, "zh-Hans") if document else "zh-Hans"


def _entry(row: Row, known: Mapping[str, Document], context: Context) -> Markup:
    document = known.get(row.doc)
    stripe = element("i", style=f"background:{context.colour(row.adcode)}")
    quote = element("p", marked(row.quote, row.text, row.at), lang=script_of(document))
    return element("div", stripe, element("div", _head(row, document, context), quote), css="xb-q")


def _head(row: Row, document: Document | None, context: Context) -> Markup:
    say, metric = context.language.say, context.metrics.get(row.metric)
    words = [
        metric.short(context.language) if metric else row.metric,
        say_when(row, context.language),
        grades(context.language).get(row.grade, row.grade),
        say("character {n}", n=f"{row.start + 1:,}"),
        f"《{document.title}》" if document and document.title else row.doc,
    ]
    place = element("b", context.names.short(row.adcode, row.place))
    return join(place, " ", element("span", " · ".join(words)))
