"""What was found in a visitor's own report, and what is uncertain, before it is compared with anything."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.context import Context
from compare.record import Document, Finding, Leftover, Row
from compare.words.periods import say_period

PAGES_LOST = re.compile("([0-9]{1,6}) of ([0-9]{1,6}) pages are pictures without text")
CHARACTERS_LOST = re.compile("([0-9]{1,9}) characters? could not be read")
GUESSED = re.compile("read as ([A-Za-z0-9-]{1,20}), could be ([A-Za-z0-9-]{1,20})")


@dataclass(frozen=True, slots=True)
class Group:
    """The figures of one metric, as they stand in the report."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """One report in words: whose it is and from when (with the reason), how much of it was understood.

    ``doubts`` are sentences for what a reader should look at before trusting the figures.
    """

    document: Document
    place: str
    place_reason: str
    date: str
    date_reason: str
    share: str
    doubts: tuple[str, ...]
    groups: tuple[Group, ...]
    doubtful: tuple[Row, ...]
    disagreeing: tuple[Finding, ...]
    leftovers: tuple[Leftover, ...]


def build_preview(context: Context, document: Document) -> Preview:
    """The preview of an own report, by its marked id."""
    rows = context.store.document_rows(document.doc)
    findings = context.store.findings((document.doc,))
    disagreeing = tuple(finding for finding in findings if finding.verdict == "contradicts")
    return Preview(
        document=document,
        place=_say_place(context, document),
        place_reason=_reason(context, document.place_source, "place"),
        date=say_period(document.date, context.language),
        date_reason=_reason(context, document.date_source, "date"),
        share=_say_share(context, document),
        doubts=tuple(_say_doubts(context, document, rows, disagreeing)),
        groups=_group(context, rows),
        doubtful=tuple(row for row in rows if row.grade == "doubtful"),
        disagreeing=disagreeing,
        leftovers=context.store.leftovers((document.doc,)),
    )


def _say_place(context: Context, document: Document) -> str:
    if not document.place:
        return context.language.say("not known")
    names = context.names
    province = names.province(document.adcode)
    return " · ".join(part for part in (names.full(document.adcode, document.place), province) if part)


def _reason(context: Context, source: str, of: str) -> str:
    """Where a place or a date comes from."""
    say = context.language.say
    reasons = {
        ("given", "place"): say("given by you or your list"),
        ("inferred", "place"): say("inferred from the names in the text"),
        ("unknown", "place"): say("no place stands out in the text"),
        ("given", "date"): say("given by you or your list"),
        ("printed", "date"): say("printed in the text"),
        ("inferred", "date"): say("inferred from the years in the text"),
        ("unknown", "date"): say("nothing in the text tells it"),
    }
    return reasons.get((source, of), "")


def _say_share(context: Context, document: Document) -> str:
    """How many of the report's numbers became figures of the table."""
    language = context.language
    if not document.numbers:
        return language.say("no number in it")
    percent = round(100 * document.kept / document.numbers)
    return language.count(
        "{n} of {all} numbers became a figure ({percent}%)",
        "{n} of {all} numbers became figures ({percent}%)",
        document.kept,
        all=document.numbers,
        percent=percent,
    )


def _say_doubts(
    context: Context, document: Document, rows: Sequence[Row], disagreeing: Sequence[Finding]
) -> Iterator[str]:
    language, say = context.language, context.language.say
    if not document.place and document.numbers:
        yield say("The place is not known: figures of 全县 or 我县 stay out of the table. Set the place.")
    elif not rows:
        yield say("No figure was found that this program knows: there is nothing to compare.")
    if rows and not document.date:
        yield say("The date is not known: 今年 stays without a year. Set the date.")
    doubtful = sum(row.grade == "doubtful" for row in rows)
    if doubtful:
        yield language.count("{n} figure is doubtful.", "{n} figures are doubtful.", doubtful)
    if disagreeing:
        yield language.count(
            "In {n} sum the report contradicts itself.",
            "In {n} sums the report contradicts itself.",
            len(disagreeing),
        )
    if document.damaged:
        yield language.count(
            "{n} number lost digits to a broken encoding; it gives no figure.",
            "{n} numbers lost digits to a broken encoding; they give no figure.",
            document.damaged,
        )
    yield from _say_note(context, document.note)


def _say_note(context: Context, note: str) -> Iterator[str]:
    """What the reader of the file noted about it."""
    say = context.language.say
    if lost := PAGES_LOST.search(note):
        yield say("{n} of its {all} pages are pictures without text.", n=lost[1], all=lost[2])
    if lost := CHARACTERS_LOST.search(note):
        yield context.language.count(
            "{n} character could not be read.", "{n} characters could not be read.", int(lost[1])
        )
    if guessed := GUESSED.search(note):
        yield say(
            "The encoding is uncertain: read as {one}, it could be {other}.", one=guessed[1], other=guessed[2]
        )


def _group(context: Context, rows: Sequence[Row]) -> tuple[Group, ...]:
    """The figures by metric, in the order in which the report first names them."""
    by_metric: dict[str, list[Row]] = {}
    for row in rows:
        by_metric.setdefault(row.metric, []).append(row)
    return tuple(Group(_name(context, metric), tuple(found)) for metric, found in by_metric.items())


def _name(context: Context, metric: str) -> str:
    known = context.metrics.get(metric)
    return known.name(context.language) if known else metric
