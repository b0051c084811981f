"""The files of a published table as tables of DuckDB in memory, closed to the outside once they are loaded.

Everything is loaded as text and stays text: an adcode is no number, a period no date.
"""

from collections.abc import Iterator, Sequence
from glob import escape
from pathlib import Path

import duckdb

from compare.asking import REMEDY, StoreError, ask
from compare.record import Row

REQUIRED = ("metrics", "events", "documents", "leftovers")
OPTIONAL = ("findings", "corrections")
INDEXED = (  # what pages ask for by single values
    ("metrics", "fact"),
    ("metrics", "adcode"),
    ("documents", "doc"),
    ("documents", "adcode"),
    ("findings", "doc"),
    ("events", "event"),
    ("events", "adcode"),
)
WHOLE = {  # columns that must hold whole numbers, or may be empty
    "metrics": (("start", "end", "quote_start"), ()),
    "events": ((), ("start", "end")),
    "documents": ((), ("characters", "numbers", "kept", "left", "damaged")),
    "leftovers": ((), ("start", "end")),
}
COMMA = "read_csv(?, header=true, all_varchar=true, delim=',', quote='\"', escape='\"')"
LOOKING = 60.0  # seconds for looking through a whole table once


def load_tables(folder: Path) -> duckdb.DuckDBPyConnection:
    """A connection to the tables of ``folder``, which can reach nothing else any more.

    Errors: StoreError for a file that is missing or has no such columns or numbers; duckdb.Error for one that
    cannot be read at all.
    """
    connection = duckdb.connect(":memory:")
    for name in REQUIRED + OPTIONAL:
        _load(connection, folder, name)
    for table, column in INDEXED:
        if column in _columns(connection, table):
            connection.execute(f'CREATE INDEX "{table} {column}" ON {table} ({column})')
    connection.execute("SET enable_external_access=false")
    connection.execute("SET lock_configuration=true")
    for fault in find_faults(connection):
        raise StoreError(f"the table cannot be read ({fault})", str(folder), REMEDY)
    return connection


def find_faults(connection: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """What is wrong with the records: a missing column, a value that is no number. Looked for by DuckDB alone."""
    given = set(_columns(connection, "metrics"))
    yield from (f"metrics has no column {name}" for name in Row.__dataclass_fields__ if name not in given)
    if not given >= set(Row.__dataclass_fields__):
        return
    for table, (always, sometimes) in WHOLE.items():
        there = set(_columns(connection, table))
        wrong = [_no_whole(name, False) for name in always]
        wrong += [_no_whole(name, True) for name in sometimes if name in there]
        if table == "metrics":
            wrong += [_no_number("value", False), _no_number("high", True)]
        yield from (f"{table}: {said}" for said in _wrong(connection, table, wrong))


def _columns(connection: duckdb.DuckDBPyConnection, table: str) -> list[str]:
    return [line["column_name"] for line in ask(connection, f"DESCRIBE {table}")]


def _no_whole(column: str, may_be_empty: bool) -> str:
    empty = f"\"{column}\" <> '' AND " if may_be_empty else ""
    return f'({empty}CAST(TRY_CAST("{column}" AS BIGINT) AS VARCHAR) IS DISTINCT FROM "{column}")'


def _no_number(column: str, may_be_empty: bool) -> str:
    empty = f"\"{column}\" <> '' AND " if may_be_empty else ""
    return f'({empty}NOT COALESCE(isfinite(TRY_CAST("{column}" AS DOUBLE)), false))'


def _wrong(connection: duckdb.DuckDBPyConnection, table: str, conditions: Sequence[str]) -> list[str]:
    """The first record of a table with a value that is no number, as words."""
    sql = f"SELECT * FROM {table} WHERE {' OR '.join(conditions)} LIMIT 1"  # noqa: S608 - our own names
    found = ask(connection, sql, patience=LOOKING)
    return [f"a number of document {line.get('doc', '')!r} is none" for line in found]


def _load(connection: duckdb.DuckDBPyConnection, folder: Path, name: str) -> None:
    """One table from its CSV, its Parquet file, or the folder of that name with the parts."""
    parquet, comma = folder / f"{name}.parquet", folder / f"{name}.csv"
    if parquet.is_dir():
        reader, files = "read_parquet(?)", sorted(parquet.glob("*.parquet"))
    elif parquet.exists():
        reader, files = "read_parquet(?)", [parquet]
    elif comma.exists():
        reader, files = COMMA, [comma]
    elif name in OPTIONAL:
        connection.execute(f"CREATE TABLE {name} (finding VARCHAR, doc VARCHAR)")
        return
    else:
        raise StoreError(f"the table has no {name}.csv", str(folder), REMEDY)
    as_text = "COALESCE(CAST(COLUMNS(*) AS VARCHAR), '')"
    paths = [escape(str(path)) for path in files]  # what DuckDB would take for a pattern
    connection.execute(f"CREATE TABLE {name} AS SELECT {as_text} FROM {reader}", [paths])  # noqa: S608
