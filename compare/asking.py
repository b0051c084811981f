"""Questions to DuckDB: each with a cursor of its own, bound values and an end, answers as lines of text."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Timer

import duckdb

from extract.errors import XianbiError

PATIENCE = 5.0  # seconds for one question; the usual ones take some milliseconds
REMEDY = "build it again with `make data`"


class StoreError(XianbiError):
    """The table cannot be read; the message says what, where and what to do."""


class SlowError(StoreError):
    """A question took too long and was ended; the table itself is sound."""


def ask(
    connection: duckdb.DuckDBPyConnection, sql: str, values: Sequence[str] = (), patience: float = PATIENCE
) -> list[dict[str, str]]:
    """The lines of the answer, each by the names of its columns.

    Errors: SlowError where the answer is not there in time; the other sessions' questions go on.
    """
    names, found = _answer(connection, sql, (values, patience))
    return [dict(zip(names, record, strict=True)) for record in found]


def ask_cells(
    connection: duckdb.DuckDBPyConnection, sql: str, values: Sequence[str] = ()
) -> list[tuple[str, ...]]:
    """The lines of the answer as bare cells, for those of which there are many."""
    return _answer(connection, sql, (values, PATIENCE))[1]


def _answer(
    connection: duckdb.DuckDBPyConnection, sql: str, how: tuple[Sequence[str], float]
) -> tuple[list[str], list[tuple[str, ...]]]:
    """The names of the columns, and the lines."""
    cursor, (values, patience) = connection.cursor(), how
    try:
        with _ended_after(cursor, patience):
            cursor.execute(sql, list(values))
            found = cursor.fetchall()
    except duckdb.InterruptException as ended:
        what = f"a question took longer than {patience:g} seconds and was ended"
        raise SlowError(what, todo="choose fewer places or a stricter filter") from ended
    else:
        return [str(column[0]) for column in cursor.description or ()], found
    finally:
        cursor.close()


@contextmanager
def _ended_after(cursor: duckdb.DuckDBPyConnection, seconds: float) -> Iterator[None]:
    watch = Timer(seconds, cursor.interrupt)
    watch.daemon = True
    watch.start()
    try:
        yield
    finally:
        watch.cancel()
