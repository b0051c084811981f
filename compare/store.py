"""The table as queries: DuckDB in memory over what ``extract`` wrote, answers as frozen records.

Each question takes its own cursor, so sessions may ask at the same time; one that runs too long is ended.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from compare.asking import REMEDY, SlowError, StoreError
from compare.asking import ask as _ask
from compare.memory import Memory
from compare.record import Correction, Document, Event, Filter, Finding, Leftover, PlaceEntry, Row, row_of
from compare.tables import load_tables
from compare.texts import Texts, open_texts

__all__ = ["SlowError", "Store", "StoreError", "open_store"]

REMEMBERED = 60_000  # records of all answers together: about 100 MB

Key = tuple[str, ...]
Question = Callable[[duckdb.DuckDBPyConnection, Key], Any]


@dataclass(frozen=True, slots=True)
class Store:
    """An opened table. ``version`` is the data version, part of every cache key; ``maker`` the program's that made it.

    The table never changes once it is open, so what was asked of a place or a document is remembered.
    """

    folder: Path
    version: str
    connection: duckdb.DuckDBPyConnection
    recall: Callable[[Question, Key], Any]
    texts: Texts
    maker: str

    def rows(self, places: Sequence[str] = (), metrics: Sequence[str] = ()) -> tuple[Row, ...]:
        """The rows of these places and metrics (all where none is named), in the order of the documents."""
        if not places:
            return self.table(Filter(metrics=tuple(metrics)))
        found = [self.recall(_rows_of, (place,)) for place in dict.fromkeys(places)]
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
        found = [document for place in dict.fromkeys(places) for document in self.recall(_reports, (place,))]
        return tuple(sorted(found, key=lambda document: document.doc))

    def documents(self, docs: Sequence[str] = ()) -> tuple[Document, ...]:
        """The documents with these ids (all where none is named), sorted by id."""
        answer: tuple[Document, ...] = self.recall(_documents, tuple(sorted(set(docs))))
        return answer

    def events(self, places: Sequence[str] = (), kinds: Sequence[str] = ()) -> tuple[Event, ...]:
        """The events of these places and kinds, by date, undated ones first."""
        where, values = _join([_one_of("adcode", places), _one_of("kind", kinds)])
        order = " ORDER BY date, doc, CAST(start AS BIGINT), event"
        found = _ask(self.connection, f"SELECT * FROM events{where}{order}", values)  # noqa: S608
        return tuple(Event.of(record) for record in found)

    def text(self, doc: str) -> str | None:
        """The whole text of a document; None where the table was made without texts, or has no such document."""
        return self.texts.of(doc)

    def findings(self, docs: Sequence[str] = ()) -> tuple[Finding, ...]:
        """What the arithmetic audit found in these documents; empty where no audit was written."""
        answer: tuple[Finding, ...] = self.recall(_findings, tuple(sorted(set(docs))))
        return answer

    def corrections(self) -> tuple[Correction, ...]:
        """What became of the corrections by hand; empty where none was ever made."""
        answer: tuple[Correction, ...] = self.recall(_corrections, ())
        return answer

    def leftovers(self, docs: Sequence[str] = ()) -> tuple[Leftover, ...]:
        """The numbers of these documents that became no row, each with its reason."""
        where, values = _one_of("doc", docs)
        order = " ORDER BY doc, CAST(start AS BIGINT)"
        found = _ask(self.connection, f"SELECT * FROM leftovers{where}{order}", values)  # noqa: S608
        return tuple(Leftover.of(record) for record in found)


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
    return Store(folder, version, connection, _recall(connection), texts, maker)


def _recall(connection: duckdb.DuckDBPyConnection) -> Callable[[Question, Key], Any]:
    """What asks a question of the table, once for each key as long as the answer is remembered."""
    memory = Memory(REMEMBERED, _weigh)
    return lambda question, key: memory.of((question, key), lambda: question(connection, key))


def _weigh(answer: Any) -> int:
    """How many records an answer holds."""
    if isinstance(answer, Mapping):
        return sum(len(held) if isinstance(held, list) else 1 for held in answer.values())
    return len(answer) if isinstance(answer, tuple) else 1


def _rows_of(connection: duckdb.DuckDBPyConnection, key: Key) -> dict[str, list[Row]]:
    """The rows of one place by metric."""
    by_metric: dict[str, list[Row]] = {}
    for record in _ask(connection, "SELECT * FROM metrics WHERE adcode = ?", key):
        by_metric.setdefault(record["metric"], []).append(row_of(record))
    return by_metric


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


def _reports(connection: duckdb.DuckDBPyConnection, key: Key) -> tuple[Document, ...]:
    found = _ask(connection, "SELECT * FROM documents WHERE adcode = ? ORDER BY doc", key)
    return tuple(Document.of(record) for record in found)


def _documents(connection: duckdb.DuckDBPyConnection, docs: Key) -> tuple[Document, ...]:
    where, values = _one_of("doc", docs)
    found = _ask(connection, f"SELECT * FROM documents{where} ORDER BY doc", values)  # noqa: S608
    return tuple(Document.of(record) for record in found)


def _findings(connection: duckdb.DuckDBPyConnection, docs: Key) -> tuple[Finding, ...]:
    where, values = _one_of("doc", docs)
    found = _ask(connection, f"SELECT * FROM findings{where} ORDER BY doc, finding", values)  # noqa: S608
    return tuple(Finding.of(record) for record in found)


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
