"""The records of the table as frozen values: what ``store.py`` answers with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of one place in one document, with the sentence it came from (columns of the table)."""

    fact: str
    doc: str
    start: int
    end: int
    text: str
    quote: str
    place: str
    adcode: str
    metric: str
    value: Decimal
    high: Decimal | None
    unit: str
    period: str
    since: str
    basis: str
    qualifier: str
    grade: str
    note: str
    rule: str
    quote_start: int

    @property
    def at(self) -> int:
        """Where the number stands in its sentence."""
        return self.start - self.quote_start

    @property
    def year(self) -> str:
        """The year of the period, empty where the text does not tell it."""
        return self.period[:4]


class TextRecord:
    """A record all of whose fields are text or whole numbers; missing columns are empty."""

    __slots__ = ()

    @classmethod
    def of(cls, record: Mapping[str, str]) -> Self:
        """The record of one line of the table."""
        given = {f.name: _cell(record.get(f.name, ""), f.type) for f in fields(cls)}  # type: ignore[arg-type]
        return cls(**given)


@dataclass(frozen=True, slots=True)
class Document(TextRecord):
    """A report: what is known of it and how many of its numbers were kept."""

    doc: str
    title: str
    publisher: str
    place: str
    adcode: str
    place_source: str
    date: str
    date_source: str
    encoding: str
    script: str
    sha256: str
    characters: int
    numbers: int
    kept: int
    left: int
    damaged: int
    status: str
    note: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Event(TextRecord):
    """Something that a report says happened, or will; ``date`` is empty where it is not dated."""

    event: str
    doc: str
    start: int
    end: int
    quote: str
    place: str
    adcode: str
    date: str
    end_date: str
    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class Finding(TextRecord):
    """A sum of the report worked out again; ``facts`` are the rows it speaks of, apart by spaces or ;.

    ``reported``, ``calculated`` and the range from ``low`` to ``high`` are in base units; empty in older tables.
    """

    finding: str
    doc: str
    check: str
    verdict: str
    message_en: str
    message_zh: str
    spans: str
    facts: str
    reported: str = ""
    calculated: str = ""
    low: str = ""
    high: str = ""


@dataclass(frozen=True, slots=True)
class Leftover(TextRecord):
    """A number of a document that became no row, and why."""

    doc: str
    start: int
    end: int
    text: str
    quote: str
    reason: str
    label: str


@dataclass(frozen=True, slots=True)
class Correction(TextRecord):
    """What became of a correction by hand: one changed ``column`` of a figure, as extracted and as corrected.

    ``status`` is ``applied``, or ``stale`` where it no longer fits; ``metric``, ``place`` are those extracted.
    """

    correction: str
    doc: str
    fact: str
    action: str
    status: str
    status_note: str
    column: str
    extracted: str
    corrected: str
    reason: str
    source: str
    date: str
    start: int
    metric: str
    place: str
    adcode: str


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place that has rows."""

    adcode: str
    name: str
    documents: int
    rows: int


@dataclass(frozen=True, slots=True)
class Filter:
    """Which rows of the table are wanted; an empty tuple asks for all."""

    places: tuple[str, ...] = ()
    metrics: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()
    docs: tuple[str, ...] = ()
    limit: int = 0
    offset: int = 0


ROW = tuple(Row.__dataclass_fields__)


def row_of(record: Mapping[str, str]) -> Row:
    """The row of one line of ``metrics``: offsets whole, values exact.

    Errors: KeyError where a column is missing, ValueError or ArithmeticError where a number is none.
    """
    return row_of_cells([record[name] for name in ROW])


def row_of_cells(cells: Sequence[str]) -> Row:
    """The same of the cells in the order of ROW; of a place there are hundreds."""
    fact, doc, start, end, text, quote, place, adcode, metric, value, high, *rest, quote_start = cells
    exact = Decimal(high) if high else None
    row: tuple[Any, ...] = (
        fact,
        doc,
        int(start),
        int(end),
        text,
        quote,
        place,
        adcode,
        metric,
        Decimal(value),
        exact,
        *rest,
    )
    return Row(*[*row, int(quote_start)])


def _cell(text: str, kind: object) -> str | int:
    return int(text or 0) if kind is int else text
