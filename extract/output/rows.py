"""The rows of a published table, read back one by one, whether it is CSV, Parquet or Parquet in parts."""

import csv
import sys
from collections.abc import Collection, Iterator
from pathlib import Path

from extract.output.manifest import files_of, read_manifest
from extract.output.table import columns_of, read_parquet

Row = dict[str, str]


def read_rows(folder: Path, name: str, without: Collection[str] = ()) -> Iterator[Row]:
    """The rows of ``metrics``, ``documents`` and so on, all cells text, in the order of the table.

    None where the folder has no such file; none of the parts whose hash is among ``without``. Memory: that of some
    thousand rows, however long the table is.
    """
    comma = folder / f"{name}.csv"
    if comma.is_file():
        csv.field_size_limit(sys.maxsize)  # a sentence may be as long as its report
        with comma.open(encoding="utf-8", newline="") as lines:
            yield from csv.DictReader(lines)
        return
    hashes = files_of(read_manifest(folder)) if without else {}
    for part in parts_of(folder, name):
        if hashes.get(part.relative_to(folder).as_posix()) not in without:
            columns = columns_of(part)
            yield from (dict(zip(columns, row, strict=True)) for row in read_parquet(part, columns))


def parts_of(folder: Path, name: str) -> list[Path]:
    """The Parquet files of a table: one, or the parts in the folder of its name, in their order."""
    whole = folder / f"{name}.parquet"
    if whole.is_dir():
        return sorted(whole.glob("*.parquet"))
    return [whole] if whole.is_file() else []
