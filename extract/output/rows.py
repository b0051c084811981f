"""The rows of a published table, read back one by one, whether it is CSV, Parquet or Parquet in parts."""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from extract.output.table import read_parquet

Row = dict[str, str]


def read_rows(folder: Path, name: str) -> Iterator[Row]:
    """The rows of ``metrics``, ``documents`` and so on, all cells text, in the order of the table.

    None where the folder has no such file. Memory: that of one row group, however long the table is.
    """
    comma, parquet = folder / f"{name}.csv", folder / f"{name}.parquet"
    if comma.is_file():
        csv.field_size_limit(sys.maxsize)  # a sentence may be as long as its report
        with comma.open(encoding="utf-8", newline="") as lines:
            yield from csv.DictReader(lines)
    elif parquet.exists():
        for part in sorted(parquet.glob("*.parquet")) if parquet.is_dir() else [parquet]:
            yield from read_parquet(part)
