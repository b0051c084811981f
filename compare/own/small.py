"""A small table as plain records, for a visitor's own reports: no database of its own, so a visit costs little.

It answers as ``Store`` does, from tuples that are walked through; a table of a few thousand records needs no more.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any

from compare.record import Correction, Document, Event, Filter, Finding, Leftover, PlaceEntry, Row
from compare.store import Store
from compare.texts import Texts, open_texts


@dataclass(frozen=True, slots=True)
class Records:
    """All records of a table, each kind in the order in which the table gives them."""

    rows: tuple[Row, ...]
    events: tuple[Event, ...]
    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    leftovers: tuple[Leftover, ...]
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class Small(Store):
    """A table held as records. Its connection is closed."""

    held: Records

    def rows(self, places: Sequence[str] = (), metrics: Sequence[str] = ()) -> tuple[Row, ...]:
        """The rows of these places and metrics (all where none is named), in the order of the documents."""
        return self.table(Filter(places=tuple(places), metrics=tuple(metrics)))

    def row(self, fact: str) -> Row | None:
        """The row with this id; None where the table has none."""
        return next((row for row in self.held.rows if row.fact == fact), None)

    def document_rows(self, doc: str) -> tuple[Row, ...]:
        """The rows of one document, in the order of its text."""
        return tuple(row for row in self.held.rows if row.doc == doc)

    def event(self, event: str) -> Event | None:
        """The event with this id; None where the table has none."""
        return next((one for one in self.held.events if one.event == event), None)

    def table(self, wanted: Filter) -> tuple[Row, ...]:
        """The rows that pass the filter, whole; its ``limit`` (0: none) counts from ``offset``."""
        found = tuple(row for row in self.held.rows if _passes(row, wanted))
        return found[wanted.offset :][: wanted.limit] if wanted.limit else found

    def count(self, wanted: Filter) -> int:
        """How many rows pass the filter, without its limit."""
        return sum(_passes(row, wanted) for row in self.held.rows)

    def choices(self, column: str) -> tuple[str, ...]:
        """The different values of one column of the table, sorted; for pickers."""
        return tuple(sorted({str(getattr(row, column)) for row in self.held.rows}))

    def places(self) -> tuple[PlaceEntry, ...]:
        """The places that have rows and a code, with the number of documents and rows that speak of them."""
        codes = sorted({row.adcode for row in self.held.rows if row.adcode})
        return tuple(_entry(code, self.rows((code,))) for code in codes)

    def called(self, places: Iterable[str]) -> dict[str, str]:
        """What the table calls these places."""
        wanted = set(places)
        return {entry.adcode: entry.name for entry in self.places() if entry.adcode in wanted}

    def homes(self, most: int) -> tuple[str, ...]:
        """The home places of the first reports that have figures of their own."""
        there = {row.adcode for row in self.held.rows if row.adcode}
        return tuple(dict.fromkeys(d.adcode for d in self.held.documents if d.adcode in there))[:most]

    def kinds(self) -> tuple[str, ...]:
        """The kinds of events there are, sorted."""
        return tuple(sorted({event.kind for event in self.held.events}))

    def documents(self, docs: Sequence[str] = ()) -> tuple[Document, ...]:
        """The documents with these ids (all where none is named), sorted by id."""
        return tuple(one for one in self.held.documents if not docs or one.doc in docs)

    def reports_of(self, places: Sequence[str]) -> tuple[Document, ...]:
        """The reports that are these places' own, sorted by id."""
        return tuple(one for one in self.held.documents if one.adcode in places)

    def events(self, places: Sequence[str] = (), kinds: Sequence[str] = ()) -> tuple[Event, ...]:
        """The events of these places and kinds, by date, undated ones first."""
        found = (one for one in self.held.events if not places or one.adcode in places)
        return tuple(one for one in found if not kinds or one.kind in kinds)

    def findings(self, docs: Sequence[str] = ()) -> tuple[Finding, ...]:
        """What the arithmetic audit found in these documents."""
        return tuple(one for one in self.held.findings if not docs or one.doc in docs)

    def corrections(self) -> tuple[Correction, ...]:
        """What became of the corrections by hand."""
        return self.held.corrections

    def leftovers(self, docs: Sequence[str] = ()) -> tuple[Leftover, ...]:
        """The numbers of these documents that became no row, each with its reason."""
        return tuple(one for one in self.held.leftovers if not docs or one.doc in docs)


def hold(store: Store) -> Small:
    """The same table without its database, which is closed; the same words are held once."""
    words: dict[Any, Any] = {}
    held = Records(
        rows=_shared(store.rows(), words),
        events=_shared(store.events(), words),
        documents=_shared(store.documents(), words),
        findings=_shared(store.findings(), words),
        leftovers=_shared(store.leftovers(), words),
        corrections=_shared(store.corrections(), words),
    )
    store.connection.close()
    given = {field.name: getattr(store, field.name) for field in fields(Store)}
    folder = store.folder
    texts = Texts(store.texts.there, lambda doc: open_texts(folder).of(doc))
    return Small(**{**given, "texts": texts}, held=held)


def _shared(records: Sequence[Any], words: dict[Any, Any]) -> tuple[Any, ...]:
    """The records with each text that occurs twice held once: a sentence stands behind all its numbers."""
    return tuple(
        type(one)(*(words.setdefault(v, v) for v in (getattr(one, f.name) for f in fields(one))))
        for one in records
    )


def _passes(row: Row, wanted: Filter) -> bool:
    asked = (
        (row.adcode, wanted.places),
        (row.metric, wanted.metrics),
        (row.period, wanted.periods),
        (row.basis, wanted.bases),
        (row.grade, wanted.grades),
        (row.doc, wanted.docs),
    )
    return all(not allowed or value in allowed for value, allowed in asked)


def _entry(code: str, rows: Sequence[Row]) -> PlaceEntry:
    return PlaceEntry(code, min(row.place for row in rows), len({row.doc for row in rows}), len(rows))
