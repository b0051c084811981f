"""The shipped table and a visitor's own, asked as one. Neither is changed, and nothing is copied.

Own figures are answered only where their places, reports or ids are asked for by their marked codes: what asks for
everything gets the shipped table, so that no download of "the table" carries a visitor's report.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace

from compare.own import mark
from compare.own.mark import is_own, plain
from compare.record import Correction, Document, Event, Filter, Finding, Leftover, PlaceEntry, Row
from compare.store import Store


@dataclass(frozen=True, slots=True)
class Joined(Store):
    """The shipped store with ``own`` beside it. ``version`` names both, the shipped first."""

    own: Store

    def rows(self, places: Sequence[str] = (), metrics: Sequence[str] = ()) -> tuple[Row, ...]:
        """The rows of these places and metrics, the shipped ones first; of all shipped places where none is named."""
        theirs, ours = _apart(places)
        found = Store.rows(self, theirs, metrics) if theirs or not places else ()
        own = self.own.rows(ours, metrics) if ours else ()
        return (*found, *map(mark.mark_row, own))

    def row(self, fact: str) -> Row | None:
        """The row with this id; None where neither table has it."""
        if not is_own(fact):
            return Store.row(self, fact)
        row = self.own.row(plain(fact))
        return mark.mark_row(row) if row else None

    def event(self, event: str) -> Event | None:
        """The event with this id; None where neither table has it."""
        if not is_own(event):
            return Store.event(self, event)
        found = self.own.event(plain(event))
        return mark.mark_event(found) if found else None

    def document_rows(self, doc: str) -> tuple[Row, ...]:
        """The rows of a report."""
        if not is_own(doc):
            return Store.document_rows(self, doc)
        return tuple(map(mark.mark_row, self.own.document_rows(plain(doc))))

    def table(self, wanted: Filter) -> tuple[Row, ...]:
        """The rows that pass the filter, the shipped ones first; its ``limit`` counts from ``offset`` over both."""
        theirs, ours = _filters(wanted)
        found = Store.table(self, theirs) if theirs else ()
        if not ours:
            return found
        passed = Store.count(self, theirs) if theirs else 0
        rest = wanted.limit - len(found)
        if wanted.limit and rest <= 0:
            return found
        limit, offset = (rest if wanted.limit else 0), max(0, wanted.offset - passed)
        own = self.own.table(replace(ours, limit=limit, offset=offset))
        return (*found, *map(mark.mark_row, own))

    def count(self, wanted: Filter) -> int:
        """How many rows pass the filter, without its limit."""
        theirs, ours = _filters(wanted)
        return (Store.count(self, theirs) if theirs else 0) + (self.own.count(ours) if ours else 0)

    def choices(self, column: str) -> tuple[str, ...]:
        """The different values of one column of both tables, sorted; codes and ids of the shipped one only."""
        found = set(Store.choices(self, column))
        if column not in ("fact", "doc", "adcode"):
            found |= set(self.own.choices(column))
        return tuple(sorted(found))

    def places(self) -> tuple[PlaceEntry, ...]:
        """The places of the table, then those of the own reports."""
        return (*Store.places(self), *map(mark.mark_entry, self.own.places()))

    def called(self, places: Iterable[str]) -> dict[str, str]:
        """What the tables call these places; without those that have no rows."""
        theirs, ours = _apart(tuple(places))
        own = self.own.called(ours)
        return {**Store.called(self, theirs), **{mark.mark_place(code): name for code, name in own.items()}}

    def homes(self, most: int) -> tuple[str, ...]:
        """The home places of the shipped table's first reports."""
        return Store.homes(self, most)

    def kinds(self) -> tuple[str, ...]:
        """The kinds of events of both tables, sorted."""
        return tuple(sorted({*Store.kinds(self), *self.own.kinds()}))

    def reports_of(self, places: Sequence[str]) -> tuple[Document, ...]:
        """The reports that are these places' own, the shipped ones first."""
        theirs, ours = _apart(places)
        return (*Store.reports_of(self, theirs), *map(mark.mark_document, self.own.reports_of(ours)))

    def documents(self, docs: Sequence[str] = ()) -> tuple[Document, ...]:
        """The reports with these ids (all of both tables where none is named), the shipped ones first."""
        theirs, ours = _apart(docs)
        found = Store.documents(self, theirs) if theirs or not docs else ()
        own = self.own.documents(ours) if ours or not docs else ()
        return (*found, *map(mark.mark_document, own))

    def events(self, places: Sequence[str] = (), kinds: Sequence[str] = ()) -> tuple[Event, ...]:
        """The events of these places and kinds, by date, undated ones first."""
        theirs, ours = _apart(places)
        found = Store.events(self, theirs, kinds) if theirs or not places else ()
        own = tuple(map(mark.mark_event, self.own.events(ours, kinds))) if ours else ()
        return tuple(sorted((*found, *own), key=lambda event: event.date)) if own else found

    def text(self, doc: str) -> str | None:
        """The whole text of a report; None where there is none."""
        return self.own.text(plain(doc)) if is_own(doc) else Store.text(self, doc)

    def findings(self, docs: Sequence[str] = ()) -> tuple[Finding, ...]:
        """What the arithmetic audit found in these reports; in all shipped ones where none is named."""
        theirs, ours = _apart(docs)
        found = Store.findings(self, theirs) if theirs or not docs else ()
        return (*found, *map(mark.mark_finding, self.own.findings(ours) if ours else ()))

    def corrections(self) -> tuple[Correction, ...]:
        """What became of the corrections of both tables."""
        return (*Store.corrections(self), *map(mark.mark_correction, self.own.corrections()))

    def leftovers(self, docs: Sequence[str] = ()) -> tuple[Leftover, ...]:
        """The numbers of these reports that became no row; of all shipped ones where none is named."""
        theirs, ours = _apart(docs)
        found = Store.leftovers(self, theirs) if theirs or not docs else ()
        return (*found, *map(mark.mark_leftover, self.own.leftovers(ours) if ours else ()))


def join(shipped: Store, own: Store) -> Joined:
    """The two as one."""
    given = {field.name: getattr(shipped, field.name) for field in fields(Store)}
    return Joined(**{**given, "version": f"{shipped.version}+{own.version}"}, own=own)


def _apart(codes: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The codes of the shipped table, and the own ones without their mark."""
    return (
        tuple(code for code in codes if not is_own(code)),
        tuple(plain(code) for code in codes if is_own(code)),
    )


def _filters(wanted: Filter) -> tuple[Filter | None, Filter | None]:
    """What to ask of each table; None where a place or report of the other only is asked for."""
    places, own_places = _apart(wanted.places)
    docs, own_docs = _apart(wanted.docs)
    nothing_theirs = (wanted.places and not places) or (wanted.docs and not docs)
    nothing_ours = not (own_places or own_docs) or (
        (wanted.places and not own_places) or (wanted.docs and not own_docs)
    )
    theirs = None if nothing_theirs else replace(wanted, places=places, docs=docs)
    return theirs, None if nothing_ours else replace(wanted, places=own_places, docs=own_docs)
