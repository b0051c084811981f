"""One report as records of the table: its figures, leftovers, events and what is known of the document."""

import hashlib
import json
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from extract.audit import Finding, find_findings
from extract.claims.claim import Claim
from extract.events.events import Event
from extract.figures.resolve import Figure
from extract.pipeline import Reader, Reading, read_text
from extract.places.home import home_of
from extract.reading.documents import Known
from extract.reading.read import Source
from extract.reason import Reason
from extract.text.fold import is_traditional
from extract.text.split import Sentence

Record = dict[str, str | int]
Label = Callable[[str, int, int], str]
FACT_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Report:
    """The records of one document, each kind in the order of the text. Offsets are the original's."""

    metrics: tuple[Record, ...]
    leftovers: tuple[Record, ...]
    events: tuple[Record, ...]
    findings: tuple[Record, ...]
    document: Record
    text: str = ""  # the report itself, into which all offsets point
    corrections: tuple[Record, ...] = ()  # what became of the corrections that are about it


def read_report(source: Source, known: Known | None, reader: Reader, label: Label) -> Report:
    """The records of a report. ``known`` is what is known beforehand, ``label`` names what a leftover counts."""
    about = known or Known(source.doc)
    reading = _valued(read_text(source.text, reader, about.place, about.date))
    metrics = tuple(
        _metric(source, reading, figure, figure.number.value)
        for figure in reading.figures
        if figure.number.value is not None
    )
    leftovers = tuple(_leftover(source, reading, claim, label) for claim in reading.leftovers)
    events = tuple(_event(source, reading, event) for event in reading.events)
    findings = tuple(_finding(source, reading, finding) for finding in find_findings(reading))
    document = _document(source, about, reading) | _home(about, reading, reader)
    return Report(metrics, leftovers, events, findings, document, source.text)


def _valued(reading: Reading) -> Reading:
    """The reading with every figure that has no value among the leftovers: nothing unread becomes a nought."""
    lost = [figure for figure in reading.figures if figure.number.value is None]
    if not lost:
        return reading
    left = (Claim(one.number, rule=one.rule, reason=one.number.reason or Reason.DAMAGED) for one in lost)
    return replace(
        reading,
        figures=tuple(figure for figure in reading.figures if figure.number.value is not None),
        leftovers=tuple(sorted((*reading.leftovers, *left), key=lambda claim: claim.number.start)),
    )


def _metric(source: Source, reading: Reading, figure: Figure, value: Decimal) -> Record:
    number = figure.number
    start, end = reading.folded.span(number.start, number.end)
    quote_start, quote = _quote(source, reading, *figure.sentence)
    return {
        "fact": fact_id(source.sha256, start, end, figure.metric.id),
        "doc": source.doc,
        "start": start,
        "end": end,
        "text": source.text[start:end],
        "quote": quote,
        "place": figure.place,
        "adcode": figure.adcode,
        "metric": figure.metric.id,
        "value": plain(value),
        "high": plain(number.high) if number.high is not None else "",
        "unit": figure.metric.unit,
        "period": figure.period,
        "since": figure.since,
        "basis": figure.basis,
        "qualifier": number.qualifier,
        "grade": figure.grade,
        "note": figure.note,
        "rule": figure.rule,
        "quote_start": quote_start,
    }


def fact_id(sha256: str, start: int, end: int, metric: str) -> str:
    """The stable id of a figure: the same as long as document, place in it and metric are the same.

    >>> fact_id("00", 271, 276, "lifted.households")
    '0d6daaff23ca'
    """
    return hashlib.sha256(f"{sha256} {start} {end} {metric}".encode()).hexdigest()[:FACT_DIGITS]


def plain(value: Decimal) -> str:
    """A number without exponent and needless zeros.

    >>> plain(Decimal("269000000.00")), plain(Decimal("1E+4")), plain(Decimal("0.70"))
    ('269000000', '10000', '0.7')
    """
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _quote(source: Source, reading: Reading, start: int, end: int) -> tuple[int, str]:
    """Where the sentence begins in the original, and the sentence, verbatim but for blank space around it."""
    first, last = reading.folded.span(start, end)
    quote = source.text[first:last]
    return first + len(quote) - len(quote.lstrip()), quote.strip()


def _leftover(source: Source, reading: Reading, claim: Claim, label: Label) -> Record:
    number, text = claim.number, reading.folded.text
    start, end = reading.folded.span(number.start, number.end)
    unread = number.reason and number.reason != Reason.DAMAGED
    return {
        "doc": source.doc,
        "start": start,
        "end": end,
        "text": source.text[start:end],
        "quote": _quote(source, reading, *sentence_at(reading.sentences, number.start))[1],
        "reason": claim.reason,
        "label": "" if unread else label(text, number.start, number.end),
    }


def sentence_at(sentences: tuple[Sentence, ...], position: int) -> tuple[int, int]:
    """The span of the sentence around a position of the readable text."""
    at = bisect_right(sentences, position, key=_start) - 1
    if at < 0 or sentences[at].end <= position:
        return position, position
    return sentences[at].start, sentences[at].end


def _start(sentence: Sentence) -> int:
    return sentence.start


def _event(source: Source, reading: Reading, event: Event) -> Record:
    start, end = reading.folded.span(event.start, event.end)
    return {
        "event": hashlib.sha256(
            f"{source.sha256} {start} {end} {event.kind} {event.place} {event.date}".encode()
        ).hexdigest()[:FACT_DIGITS],
        "doc": source.doc,
        "start": start,
        "end": end,
        "quote": source.text[start:end],
        "place": event.place,
        "adcode": event.adcode,
        "date": event.date,
        "end_date": event.end_date,
        "kind": event.kind,
        "title": event.title,
        "date_source": event.date_source,
        "rule": event.rule,
    }


def _finding(source: Source, reading: Reading, finding: Finding) -> Record:
    spans = [reading.folded.span(told.number.start, told.number.end) for told in finding.told]
    facts = (
        fact_id(source.sha256, *span, told.figure.metric.id)
        for told, span in zip(finding.told, spans, strict=True)
        if told.figure
    )
    said = f"{source.sha256} {finding.check} {spans}"
    return {
        "finding": hashlib.sha256(said.encode()).hexdigest()[:FACT_DIGITS],
        "doc": source.doc,
        "check": finding.check,
        "verdict": finding.verdict,
        "message_en": finding.message_en,
        "message_zh": finding.message_zh,
        "spans": json.dumps(spans),
        "facts": " ".join(facts),
        **{name: plain(value) if value is not None else "" for name, value in finding.figures.items()},
    }


def _document(source: Source, about: Known, reading: Reading) -> Record:
    kept, left = len(reading.figures), len(reading.leftovers)
    damaged = sum(claim.reason == Reason.DAMAGED for claim in reading.leftovers)
    return {
        "doc": source.doc,
        "title": about.title,
        "publisher": about.publisher,
        "url": about.url,
        "date": reading.today.value,
        "date_source": reading.today.source or "unknown",
        "encoding": source.encoding,
        "script": "traditional" if is_traditional(source.text) else "simplified",
        "sha256": source.sha256,
        "characters": len(source.text),
        "numbers": kept + left,
        "kept": kept,
        "left": left,
        "damaged": damaged,
        "events": len(reading.events),
        "status": "ok",
        "note": "; ".join(_notes(source, reading, damaged)),
    }


def _home(about: Known, reading: Reading, reader: Reader) -> Record:
    """The place of a document; one that was given but that nobody knows was inferred all the same."""
    if not reading.home:
        return {"place": "", "adcode": "", "place_source": "unknown"}
    given = about.place and home_of(about.place, reader.gazetteer, reading.today.year)
    unit = reading.home.unit
    return {
        "place": unit.name,
        "adcode": unit.adcode,
        "place_source": "given" if given else "inferred",
    }


def _notes(source: Source, reading: Reading, damaged: int) -> Iterator[str]:
    """What a reader of this document's figures should know."""
    if source.note:
        yield source.note
    if damaged:
        yield f"{damaged} number{'s' if damaged > 1 else ''} with lost digits"
    if not reading.today.value:
        yield "undated: the year of 今年 is not known"
    if not reading.home:
        yield "the place is not known"
