"""The reports' own texts, read one at a time: a table of ten thousand reports is never in memory as a whole."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

FILE = "texts.parquet"
REMEMBERED = 64


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of an opened table; ``there`` is whether it has any (older tables have none).

    A text is remembered with its table, so what is remembered is of one data version.
    """

    there: bool
    recall: Callable[[str], str | None]

    def of(self, doc: str) -> str | None:
        """The text of a document, into which its offsets point; None where the table has no such text."""
        return self.recall(doc)


def open_texts(folder: Path) -> Texts:
    """The texts that were published in ``folder``. Their files stay open: a later build may clear them away.

    Errors: ValueError or OSError for a file that is no such list of texts.
    """
    files = [_open(path) for path in _parts(folder / FILE)]
    if not files:
        return Texts(False, lambda _: None)
    groups = sorted(
        (_last(file, at), n, at) for n, file in enumerate(files) for at in range(file.num_row_groups)
    )
    one_at_a_time = Lock()

    def read(doc: str) -> str | None:
        place = bisect_left(groups, (doc, -1, -1))
        if place == len(groups):
            return None
        _, n, at = groups[place]
        with one_at_a_time:
            return _read(files[n], at, doc)

    return Texts(True, lru_cache(maxsize=REMEMBERED)(read))


def _parts(path: Path) -> list[Path]:
    """One file, the parts in a folder of that name, or nothing."""
    if path.is_dir():
        return sorted(path.glob("*.parquet"))
    return [path] if path.exists() else []


def _open(path: Path) -> Any:
    file = pq.ParquetFile(pa.OSFile(str(path)))
    if file.schema_arrow.names != ["doc", "text"]:
        raise ValueError(f"{FILE} has other columns than doc and text")
    return file


def _last(file: Any, group: int) -> str:
    """The last document of a group: documents stand in the order of their ids."""
    return str(file.metadata.row_group(group).column(0).statistics.max)


def _read(file: Any, group: int, doc: str) -> str | None:
    table = file.read_row_group(group)
    docs = table.column("doc").to_pylist()
    at = bisect_left(docs, doc)
    return str(table.column("text")[at].as_py()) if docs[at] == doc else None
