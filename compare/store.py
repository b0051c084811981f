"""The table as queries: DuckDB in memory over what ``extract`` wrote, answers as frozen records.

Everything is loaded as text and stays text (an adcode is no number, a period no date); then the connection is
closed to the outside. Each call takes its own cursor, so sessions may ask at the same time.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from compare.record import Document, Event, Filter, Finding, Leftover, PlaceEntry, Row, row_of
from extract.errors import XianbiError

REQUIRED = ("metrics", "events", "documents", "leftovers")
OPTIONAL = ("findings",)
REMEDY = "build it again with `make data`"


class StoreError(XianbiError):
    """The table cannot be read; the message says what, where and what to do."""


@dataclass(frozen=True, slots=True)
class Store:
    """An opened table. ``version`` is the data version, part of every cache key."""

    folder: Path
    version: str
    connection: duckdb.DuckDBPyConnection

    def rows(self, places: Sequence[str] = (), metrics: Sequence[str] = ()) -> tuple[Row, ...]:
        """The rows of these places and metrics (all where none is named), in the order of the documents."""
        return self.table(Filter(places=tuple(places), metrics=tuple(metrics)))

    def table(self, wanted: Filter) -> tuple[Row, ...]:
        """The rows that pass the filter, whole; its ``limit`` (0: none) counts from ``offset``."""
        where, values = _where(wanted)
        page = f" LIMIT {int(wanted.limit)} OFFSET {int(wanted.offset)}" if wanted.limit else ""
        order = " ORDER BY doc, CAST(start AS BIGINT), metric, fact"
        found = self._ask(f"SELECT * FROM metrics{where}{order}{page}", values)  # noqa: S608
        return tuple(row_of(record) for record in found)

    def count(self, wanted: Filter) -> int:
        """How many rows pass the filter, without its limit."""
        where, values = _where(wanted)
        return int(self._ask(f"SELECT count(*) AS n FROM metrics{where}", values)[0]["n"])  # noqa: S608

    def choices(self, column: str) -> tuple[str, ...]:
        """The different values of one column of the table, sorted; for pickers."""
        if column not in Row.__dataclass_fields__:
            raise StoreError(
                f"the table has no column {column!r}", str(self.folder), "ask for one of its own"
            )
        return tuple(str(r["v"]) for r in self._ask(f"SELECT DISTINCT {column} AS v FROM metrics ORDER BY v"))  # noqa: S608

    def places(self) -> tuple[PlaceEntry, ...]:
        """The places that have rows and a code, with the number of documents and rows that speak of them."""
        found = self._ask(
            "SELECT adcode, min(place) AS name, count(DISTINCT doc) AS documents, count(*) AS rows"
            " FROM metrics WHERE adcode <> '' GROUP BY adcode ORDER BY adcode"
        )
        return tuple(PlaceEntry(r["adcode"], r["name"], int(r["documents"]), int(r["rows"])) for r in found)

    def documents(self, docs: Sequence[str] = ()) -> tuple[Document, ...]:
        """The documents with these ids (all where none is named), sorted by id."""
        where, values = _one_of("doc", docs)
        found = self._ask(f"SELECT * FROM documents{where} ORDER BY doc", values)  # noqa: S608
        return tuple(Document.of(record) for record in found)

    def events(self, places: Sequence[str] = (), kinds: Sequence[str] = ()) -> tuple[Event, ...]:
        """The events of these places and kinds, by date, undated ones first."""
        clauses = [_one_of("adcode", places), _one_of("kind", kinds)]
        where, values = _join(clauses)
        order = " ORDER BY date, doc, CAST(start AS BIGINT), event"
        return tuple(Event.of(record) for record in self._ask(f"SELECT * FROM events{where}{order}", values))  # noqa: S608

    def findings(self, docs: Sequence[str] = ()) -> tuple[Finding, ...]:
        """What the arithmetic audit found in these documents; empty where no audit was written."""
        where, values = _one_of("doc", docs)
        found = self._ask(f"SELECT * FROM findings{where} ORDER BY doc, finding", values)  # noqa: S608
        return tuple(Finding.of(record) for record in found)

    def leftovers(self, docs: Sequence[str] = ()) -> tuple[Leftover, ...]:
        """The numbers of these documents that became no row, each with its reason."""
        where, values = _one_of("doc", docs)
        found = self._ask(f"SELECT * FROM leftovers{where} ORDER BY doc, CAST(start AS BIGINT)", values)  # noqa: S608
        return tuple(Leftover.of(record) for record in found)

    def _ask(self, sql: str, values: Sequence[str] = ()) -> list[dict[str, str]]:
        cursor = self.connection.cursor()
        try:
            cursor.execute(sql, list(values))
            names = [str(column[0]) for column in cursor.description or ()]
            return [dict(zip(names, record, strict=True)) for record in cursor.fetchall()]
        finally:
            cursor.close()


def open_store(folder: Path | str) -> Store:
    """The table of a folder that ``extract`` wrote (CSV or Parquet, by what is there).

    Errors: StoreError where the folder, one of its files or the manifest is missing or cannot be read.
    """
    folder = Path(folder)
    # Resolved once: a build that publishes meanwhile turns the names to its own set; this one stays.
    whole = (folder / "manifest.json").resolve().parent
    version = _version(whole / "manifest.json")
    connection = duckdb.connect(":memory:")
    try:
        for name in REQUIRED + OPTIONAL:
            _load(connection, whole, name)
        connection.execute("SET enable_external_access=false")
        connection.execute("SET lock_configuration=true")
        store = Store(folder, version, connection)
        _try_out(store)
        return store
    except (duckdb.Error, KeyError, ArithmeticError, ValueError) as problem:
        raise StoreError(
            f"the table cannot be read ({str(problem).splitlines()[0][:160]})", str(folder), REMEDY
        ) from problem


def _version(manifest: Path) -> str:
    try:
        return str(json.loads(manifest.read_text(encoding="utf-8"))["data_version"])
    except FileNotFoundError as problem:
        raise StoreError("there is no table here", str(manifest.parent), REMEDY) from problem
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise StoreError("the table gives no data version", str(manifest), REMEDY) from problem


def _load(connection: duckdb.DuckDBPyConnection, folder: Path, name: str) -> None:
    parquet, comma = folder / f"{name}.parquet", folder / f"{name}.csv"
    if parquet.exists():
        reader, path = "read_parquet(?)", parquet
    elif comma.exists():
        reader, path = "read_csv(?, header=true, all_varchar=true, delim=',', quote='\"', escape='\"')", comma
    elif name in OPTIONAL:
        connection.execute(f"CREATE TABLE {name} (finding VARCHAR, doc VARCHAR)")
        return
    else:
        raise StoreError(f"the table has no {name}.csv", str(folder), REMEDY)
    as_text = "COALESCE(CAST(COLUMNS(*) AS VARCHAR), '')"
    connection.execute(f"CREATE TABLE {name} AS SELECT {as_text} FROM {reader}", [str(path)])  # noqa: S608


def _try_out(store: Store) -> None:
    """Reads every record once: a missing column or a value that is no number shows at opening."""
    store.rows()
    store.places()
    store.documents()
    store.events()
    store.leftovers()
    store.findings()


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
