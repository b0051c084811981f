"""The table as queries: DuckDB in memory over what ``extract`` wrote, answers as frozen records.

Each question takes its own cursor, so sessions may ask at the same time; one that runs too long is ended.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import duckdb

from compare.asking import REMEDY, SlowError, StoreError, ask_cells
from compare.asking import ask as _ask
from compare.memory import Memory
from compare.record import (
    ROW,
    Correction,
    Document,
    Event,
    Filter,
    Finding,
    Leftover,
    PlaceEntry,
    Row,
    row_of,
    row_of_cells,
)
from compare.tables import load_tables
from compare.texts import Texts, open_texts

__all__ = ["SlowError", "Store", "StoreError", "open_store"]

REMEMBERED = 60_000  # records of all answers together: about 100 MB

T = TypeVar("T")
Key = tuple[str, ...]
Question = Callable[[duckdb.DuckDBPyConnection, Key], Any]


@dataclass(frozen=True, slots=True)
class Recall:
    """Questions to a table that never changes, and their answers as long as they are remembered."""

    connection: duckdb.DuckDBPyConnection
    memory: Memory

    def __call__(self, question: Question, key: Key) -> Any:
        """The answer to one question."""
        return self.memory.of((question, key), lambda: question(self.connection, key))

    def each(self, question: Question, keys: Iterable[str]) -> list[Any]:
        """The answers to the same question for several places or reports, those not yet known asked for at once."""
        return self.memory.of_each(question, keys, lambda missing: question(self.connection, tuple(missing)))


@dataclass(frozen=True, slots=True)
class Store:
    """An opened table. ``version`` is the data version, part of every cache key; ``maker`` the program's that made it.

    The table never changes once it is open, so what was asked of a place or a document is remembered.
    """

    folder: Path
    version: str
    connection: duckdb.DuckDBPyConnection
    recall: Recall
    texts: Texts
    maker: str

    def rows(self, places: Sequence[str] = (), metrics: Sequence[str] = ()) -> tuple[Row, ...]:
        """The rows of these places and metrics (all where none is named), in the order of the documents."""
        if not places:
            return self.table(Filter(metrics=tuple(metrics)))
        found = self.recall.each(_rows_of, places)
        wanted = [rows for by_metric in found for rows in _chosen(by_metric, metrics)]
        return tuple(sorted((row for rows in wanted for row in rows), key=_order))

    def row(self, fact: str) -> Row | None:
        """The row with this id; None where the table has none."""
        found: Row | None = self.recall(_row_of_fact, (fact,))
        return found

    def document_rows(self, doc: str) -> tuple[Row, ...]:
        """The rows of one document, in the order of its text."""
        found: tuple[Row, ...] = self.recall(_rows_of_document, (doc,))
        return found

    def event(self, event: str) -> Event | None:
        """The event with this id; None where the table has none."""
        found: Event | None = self.recall(_event_of_id, (event,))
        return found

    def table(self, wanted: Filter) -> tuple[Row, ...]:
        """The rows that pass the filter, whole; its ``limit`` (0: none) counts from ``offset``."""
        where, values = _where(wanted)
        page = f" LIMIT {int(wanted.limit)} OFFSET {int(wanted.offset)}" if wanted.limit else ""
        order = " ORDER BY doc, CAST(start AS BIGINT), metric, fact"
        found = _ask(self.connection, f"SELECT * FROM metrics{where}{order}{page}", values)  # noqa: S608
        return tuple(row_of(record) for record in found)

    def count(self, wanted: Filter) -> int:
        """How many rows pass the filter, without its limit."""
        where, values = _where(wanted)
        found = _ask(self.connection, f"SELECT count(*) AS n FROM metrics{where}", values)  # noqa: S608
        return int(found[0]["n"])

    def choices(self, column: str) -> tuple[str, ...]:
        """The different values of one column of the table, sorted; for pickers."""
        if column not in Row.__dataclass_fields__:
            what = f"the table has no column {column!r}"
            raise StoreError(what, str(self.folder), "ask for one of its own")
        answer: tuple[str, ...] = self.recall(_choices, (column,))
        return answer

    def places(self) -> tuple[PlaceEntry, ...]:
        """The places that have rows and a code, with the number of documents and rows that speak of them."""
        answer: tuple[PlaceEntry, ...] = self.recall(_places, ())
        return answer

    def called(self, places: Iterable[str]) -> dict[str, str]:
        """What the table calls these places; without those that have no rows."""
        known: Mapping[str, str] = self.recall(_names, ())
        return {code: known[code] for code in places if code in known}

    def homes(self, most: int) -> tuple[str, ...]:
        """The home places of the first reports that have figures of their own."""
        found: tuple[str, ...] = self.recall(_homes, (str(most),))
        return found

    def kinds(self) -> tuple[str, ...]:
        """The kinds of events there are, sorted."""
        found: tuple[str, ...] = self.recall(_kinds, ())
        return found

    def reports_of(self, places: Sequence[str]) -> tuple[Document, ...]:
        """The reports that are these places' own, sorted by id."""
        found = [document for reports in self.recall.each(_reports, places) for document in reports]
        return tuple(sorted(found, key=lambda document: document.doc))

    def documents(self, docs: Sequence[str] = ()) -> tuple[Document, ...]:
        """The documents with these ids (all where none is named), sorted by id."""
        if not docs:
            return tuple(map(Document.of, _ask(self.connection, "SELECT * FROM documents ORDER BY doc")))
        found = self.recall.each(_documents, sorted(set(docs)))
        return tuple(document for document in found if document)

    def events(self, places: Sequence[str] = (), kinds: Sequence[str] = ()) -> tuple[Event, ...]:
        """The events of these places and kinds, by date, undated ones first."""
        if places:
            found = [event for held in self.recall.each(_events_of, places) for event in held]
        else:
            found = list(map(Event.of, _ask(self.connection, "SELECT * FROM events")))
        return tuple(sorted((one for one in found if not kinds or one.kind in kinds), key=_by_date))

    def text(self, doc: str) -> str | None:
        """The whole text of a document; None where the table was made without texts, or has no such document."""
        return self.texts.of(doc)

    def findings(self, docs: Sequence[str] = ()) -> tuple[Finding, ...]:
        """What the arithmetic audit found in these documents; empty where no audit was written."""
        if not docs:
            return tuple(
                map(Finding.of, _ask(self.connection, "SELECT * FROM findings ORDER BY doc, finding"))
            )
        return tuple(one for held in self.recall.each(_findings, sorted(set(docs))) for one in held)

    def corrections(self) -> tuple[Correction, ...]:
        """What became of the corrections by hand; empty where none was ever made."""
        answer: tuple[Correction, ...] = self.recall(_corrections, ())
        return answer

    def leftovers(self, docs: Sequence[str] = ()) -> tuple[Leftover, ...]:
        """The numbers of these documents that became no row, each with its reason."""
        if not docs:
            order = " ORDER BY doc, CAST(start AS BIGINT)"
            return tuple(map(Leftover.of, _ask(self.connection, f"SELECT * FROM leftovers{order}")))  # noqa: S608
        return tuple(one for held in self.recall.each(_leftovers, sorted(set(docs))) for one in held)


def open_store(folder: Path | str) -> Store:
    """The table of a folder that ``extract`` wrote (CSV or Parquet, by what is there).

    Errors: StoreError where the folder, one of its files or the manifest is missing or cannot be read.
    """
    folder = Path(folder)
    # Resolved once: a build that publishes meanwhile turns the names to its own set; this one stays.
    whole = (folder / "manifest.json").resolve().parent
    version, maker = _versions(whole / "manifest.json")
    try:
        connection, texts = load_tables(whole), open_texts(whole)
    except (duckdb.Error, KeyError, ArithmeticError, ValueError, OSError) as problem:
        said = str(problem).splitlines()[0][:160]
        raise StoreError(f"the table cannot be read ({said})", str(folder), REMEDY) from problem
    return Store(folder, version, connection, Recall(connection, Memory(REMEMBERED, _weigh)), texts, maker)


def _weigh(answer: Any) -> int:
    """How many records an answer holds."""
    if isinstance(answer, Mapping):
        return sum(len(held) if isinstance(held, list) else 1 for held in answer.values())
    return len(answer) if isinstance(answer, tuple) else 1


def _rows_of(connection: duckdb.DuckDBPyConnection, places: Key) -> dict[str, dict[str, list[Row]]]:
    """The rows of some places by metric."""
    found: dict[str, dict[str, list[Row]]] = {place: {} for place in places}
    where, bound = _one_of("adcode", places)
    columns = ", ".join(f'"{name}"' for name in ROW)
    for cells in ask_cells(connection, f"SELECT {columns} FROM metrics{where} ORDER BY doc", bound):  # noqa: S608
        row = row_of_cells(cells)
        found[row.adcode].setdefault(row.metric, []).append(row)
    return found


def _row_of_fact(connection: duckdb.DuckDBPyConnection, key: Key) -> Row | None:
    found = _ask(connection, "SELECT * FROM metrics WHERE fact = ?", key)
    return row_of(found[0]) if found else None


def _rows_of_document(connection: duckdb.DuckDBPyConnection, key: Key) -> tuple[Row, ...]:
    found = _ask(connection, "SELECT * FROM metrics WHERE doc = ?", key)
    return tuple(sorted(map(row_of, found), key=_order))


def _event_of_id(connection: duckdb.DuckDBPyConnection, key: Key) -> Event | None:
    found = _ask(connection, "SELECT * FROM events WHERE event = ?", key)
    return Event.of(found[0]) if found else None


def _chosen(by_metric: dict[str, list[Row]], metrics: Sequence[str]) -> list[list[Row]]:
    if not metrics:
        return list(by_metric.values())
    return [by_metric[metric] for metric in dict.fromkeys(metrics) if metric in by_metric]


def _order(row: Row) -> tuple[str, int, str, str]:
    return (row.doc, row.start, row.metric, row.fact)


def _choices(connection: duckdb.DuckDBPyConnection, key: Key) -> tuple[str, ...]:
    found = _ask(connection, f"SELECT DISTINCT {key[0]} AS v FROM metrics ORDER BY v")  # noqa: S608
    return tuple(str(record["v"]) for record in found)


def _places(connection: duckdb.DuckDBPyConnection, _key: Key) -> tuple[PlaceEntry, ...]:
    found = _ask(
        connection,
        "SELECT adcode, min(place) AS name, count(DISTINCT doc) AS documents, count(*) AS rows"
        " FROM metrics WHERE adcode <> '' GROUP BY adcode ORDER BY adcode",
    )
    return tuple(PlaceEntry(r["adcode"], r["name"], int(r["documents"]), int(r["rows"])) for r in found)


def _names(connection: duckdb.DuckDBPyConnection, _key: Key) -> dict[str, str]:
    return {entry.adcode: entry.name for entry in _places(connection, ())}


def _homes(connection: duckdb.DuckDBPyConnection, key: Key) -> tuple[str, ...]:
    there = "adcode IN (SELECT DISTINCT adcode FROM metrics) AND adcode <> ''"
    sql = f"SELECT adcode FROM documents WHERE {there} GROUP BY adcode ORDER BY min(doc) LIMIT {int(key[0])}"  # noqa: S608
    return tuple(record["adcode"] for record in _ask(connection, sql))


def _kinds(connection: duckdb.DuckDBPyConnection, _key: Key) -> tuple[str, ...]:
    return tuple(r["kind"] for r in _ask(connection, "SELECT DISTINCT kind FROM events ORDER BY kind"))


def _reports(connection: duckdb.DuckDBPyConnection, places: Key) -> dict[str, tuple[Document, ...]]:
    found = [Document.of(record) for record in _records(connection, ("documents", "adcode"), places)]
    return {place: tuple(one for one in found if one.adcode == place) for place in places}


def _documents(connection: duckdb.DuckDBPyConnection, docs: Key) -> dict[str, Document | None]:
    found = {
        record["doc"]: Document.of(record) for record in _records(connection, ("documents", "doc"), docs)
    }
    return {doc: found.get(doc) for doc in docs}


def _findings(connection: duckdb.DuckDBPyConnection, docs: Key) -> dict[str, tuple[Finding, ...]]:
    found = map(Finding.of, _records(connection, ("findings", "doc"), docs))
    return _grouped(sorted(found, key=lambda one: one.finding), docs, lambda one: one.doc)


def _leftovers(connection: duckdb.DuckDBPyConnection, docs: Key) -> dict[str, tuple[Leftover, ...]]:
    found = map(Leftover.of, _records(connection, ("leftovers", "doc"), docs))
    return _grouped(sorted(found, key=lambda one: one.start), docs, lambda one: one.doc)


def _events_of(connection: duckdb.DuckDBPyConnection, places: Key) -> dict[str, tuple[Event, ...]]:
    found = map(Event.of, _records(connection, ("events", "adcode"), places))
    return _grouped(found, places, lambda one: one.adcode)


def _by_date(event: Event) -> tuple[str, str, int, str]:
    return (event.date, event.doc, event.start, event.event)


def _grouped(found: Iterable[T], keys: Key, key_of: Callable[[T], str]) -> dict[str, tuple[T, ...]]:
    """The records by their place or report, in the order given; an empty tuple where there are none."""
    held: dict[str, list[T]] = {key: [] for key in keys}
    for one in found:
        held[key_of(one)].append(one)
    return {key: tuple(ones) for key, ones in held.items()}


def _records(
    connection: duckdb.DuckDBPyConnection, asked: tuple[str, str], values: Key
) -> list[dict[str, str]]:
    """The lines of a table with these values in one of its columns."""
    table, column = asked
    where, bound = _one_of(column, values)
    return _ask(connection, f"SELECT * FROM {table}{where} ORDER BY doc", bound)  # noqa: S608


def _corrections(connection: duckdb.DuckDBPyConnection, _key: Key) -> tuple[Correction, ...]:
    return tuple(
        Correction.of(record) for record in _ask(connection, "SELECT * FROM corrections ORDER BY doc")
    )


def _versions(manifest: Path) -> tuple[str, str]:
    """The version of the data, and of the program that made them (nothing where it is not told)."""
    try:
        told = json.loads(manifest.read_text(encoding="utf-8"))
        return str(told["data_version"]), str(told.get("extractor", ""))
    except FileNotFoundError as problem:
        raise StoreError("there is no table here", str(manifest.parent), REMEDY) from problem
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise StoreError("the table gives no data version", str(manifest), REMEDY) from problem


def _where(wanted: Filter) -> tuple[str, list[str]]:
    columns = {
        "adcode": wanted.places,
        "metric": wanted.metrics,
        "period": wanted.periods,
        "basis": wanted.bases,
        "grade": wanted.grades,
        "doc": wanted.docs,
    }
    return _join([_one_of(column, values) for column, values in columns.items()])


def _one_of(column: str, values: Sequence[str]) -> tuple[str, list[str]]:
    if not values:
        return "", []
    return f" WHERE {column} IN ({', '.join('?' * len(values))})", list(values)


def _join(clauses: Sequence[tuple[str, list[str]]]) -> tuple[str, list[str]]:
    texts = [text.removeprefix(" WHERE ") for text, _ in clauses if text]
    values = [value for _, given in clauses for value in given]
    return (" WHERE " + " AND ".join(texts) if texts else ""), values
