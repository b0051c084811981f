"""The published files from the chunks that were read: links to their parts, or one CSV file of each table."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO

from extract.output.chunks import Chunk
from extract.output.disk import Content
from extract.output.table import FILES, TABLES, as_csv, count_rows, read_parquet, texts_of, write_texts

Row = dict[str, str]


def as_parts(chunks: Sequence[Chunk]) -> dict[str, Content]:
    """A folder of Parquet files for each table, a file for each chunk."""
    return {
        f"{table}.parquet/{n:05}.parquet": chunk.file(table)
        for table in TABLES
        for n, chunk in enumerate(chunks)
    }


def as_files(chunks: Sequence[Chunk]) -> dict[str, Content]:
    """One file for each table, as in FILES."""
    return {name: partial(_write, name.partition(".")[0], chunks) for name in FILES}


def rows_of(chunks: Sequence[Chunk], table: str) -> Iterator[Row]:
    """The rows of a table, in their order."""
    columns = TABLES[table]
    for chunk in chunks:
        yield from (dict(zip(columns, row, strict=True)) for row in read_parquet(chunk.file(table), columns))


def count(chunks: Sequence[Chunk], table: str) -> int:
    """How many rows a table has."""
    return sum(count_rows(chunk.file(table)) for chunk in chunks)


def _write(table: str, chunks: Sequence[Chunk], file: BinaryIO) -> None:
    parts: list[Path] = [chunk.file(table) for chunk in chunks]
    if table == "texts":
        write_texts(file, texts_of(parts))
    else:
        file.writelines(as_csv(table, parts))
