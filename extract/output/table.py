"""Records to the files of the table, as CSV or as Parquet; all cells are text. Only this module knows pyarrow."""

import csv
import io
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from extract.report import Record, Report

METRICS = (
    "fact", "doc", "start", "end", "text", "quote", "place", "adcode", "metric", "value", "high", "unit",
    "period", "since", "basis", "qualifier", "grade", "note", "rule", "quote_start",
)  # fmt: skip
LEFTOVERS = ("doc", "start", "end", "text", "quote", "reason", "label")
EVENTS = (
    "event", "doc", "start", "end", "quote", "place", "adcode", "date", "end_date", "kind", "title",
    "date_source", "rule",
)  # fmt: skip
FINDINGS = (
    "finding", "doc", "check", "verdict", "message_en", "message_zh", "spans", "facts", "reported", "calculated",
    "low", "high",
)  # fmt: skip
DOCUMENTS = (
    "doc", "title", "publisher", "url", "place", "adcode", "place_source", "date", "date_source", "encoding",
    "script", "sha256", "characters", "numbers", "kept", "left", "damaged", "events", "status", "note",
)  # fmt: skip
CORRECTIONS = (
    "correction", "doc", "fact", "action", "status", "status_note", "column", "extracted", "corrected", "reason",
    "source", "date", "start", "end", "text", "quote", "metric", "place", "adcode",
)  # fmt: skip
TEXTS = ("doc", "text")
TABLES = {
    "metrics": METRICS,
    "leftovers": LEFTOVERS,
    "events": EVENTS,
    "findings": FINDINGS,
    "documents": DOCUMENTS,
    "corrections": CORRECTIONS,
    "texts": TEXTS,
}
FILES = {name + (".parquet" if name == "texts" else ".csv"): columns for name, columns in TABLES.items()}
GROUP = 2**18  # characters: so much is read for the sake of one text, and so few groups fill the file's index
BATCH = 2**13  # rows that are text at one time

Text = tuple[str, str]  # a document's id and its text
Cells = Sequence[str]


def to_files(reports: Sequence[Report]) -> dict[str, bytes]:
    """The files of the table by name, the same bytes whatever the order of ``reports``.

    Shape: UTF-8 CSV, ``\\n``, one header line; columns as in the tuples above, rows by document and offset.
    The texts are Parquet, by document, in row groups that are read each by itself.
    """
    parts = {name: io.BytesIO(content) for name, content in to_part(reports).items()}
    files = {f"{name}.csv": b"".join(as_csv(name, [part])) for name, part in parts.items() if name != "texts"}
    texts = io.BytesIO()
    write_texts(texts, texts_of([parts["texts"]]))
    return files | {"texts.parquet": texts.getvalue()}


def to_part(reports: Sequence[Report]) -> dict[str, bytes]:
    """A Parquet file for each of TABLES, the same bytes whatever the order of ``reports``."""
    ordered = sorted(reports, key=lambda report: str(report.document["doc"]))
    records: dict[str, Iterable[Record]] = {
        "metrics": (row for report in ordered for row in report.metrics),
        "leftovers": (row for report in ordered for row in report.leftovers),
        "events": (row for report in ordered for row in report.events),
        "findings": (row for report in ordered for row in report.findings),
        "documents": (report.document for report in ordered),
        "corrections": (row for report in ordered for row in report.corrections),
        "texts": ({"doc": report.document["doc"], "text": report.text} for report in ordered),
    }
    return {name: _encode(name, _table(TABLES[name], told)) for name, told in records.items()}


def join_part(name: str, old: Path, kept: Collection[str], new: bytes) -> bytes:
    """The Parquet file of the ``kept`` documents of an old one and of all those of a new one.

    It is the same as if all of them had been written at once.
    """
    before, added = pq.read_table(old, partitioning=None), pq.read_table(io.BytesIO(new))
    chosen = [at for at, doc in enumerate(before.column("doc").to_pylist()) if doc in kept]
    both = pa.concat_tables([before.take(pa.array(chosen, pa.int64())), added])
    docs = both.column("doc").to_pylist()
    order = pa.array(sorted(range(len(docs)), key=docs.__getitem__), pa.int64())
    return _encode(name, both.take(order).combine_chunks())


def read_parquet(file: Path | BinaryIO, columns: Sequence[str] | None = None) -> Iterator[tuple[str, ...]]:
    """The rows of one Parquet file with their cells in the order of ``columns``; few of them at a time."""
    with pq.ParquetFile(file) as opened:
        for batch in opened.iter_batches(BATCH, columns=list(columns) if columns else None):
            names = columns or batch.schema.names
            yield from zip(*(batch.column(name).to_pylist() for name in names), strict=True)


def columns_of(file: Path) -> tuple[str, ...]:
    """The names of the columns of a Parquet file."""
    return tuple(pq.read_schema(file).names)


def count_rows(file: Path) -> int:
    """The number of rows in a Parquet file."""
    return int(pq.read_metadata(file).num_rows)


def as_csv(name: str, parts: Iterable[Path | BinaryIO]) -> Iterator[bytes]:
    """The CSV file of a table, piece by piece, from its parts in their order."""
    columns = TABLES[name]
    yield _lines([columns])
    for part in parts:
        rows: list[Cells] = []
        for row in read_parquet(part, columns):
            rows.append(row)
            if len(rows) == BATCH:
                yield _lines(rows)
                rows = []
        yield _lines(rows)


def texts_of(parts: Iterable[Path | BinaryIO]) -> Iterator[Text]:
    """The texts of some parts, in their order."""
    for part in parts:
        yield from ((row[0], row[1]) for row in read_parquet(part, TEXTS))


def write_texts(file: BinaryIO, texts: Iterable[Text]) -> None:
    """Write document ids and texts; each group names its first and last id, by which a reader finds its own."""
    schema = _schema(TEXTS)
    with pq.ParquetWriter(file, schema, compression="zstd", use_dictionary=False) as writer:
        for group in _groups(texts):
            columns = [list(column) for column in zip(*group, strict=True)]
            writer.write_table(pa.table(columns, schema=schema), row_group_size=len(group))


def _lines(rows: Iterable[Cells]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


def _schema(columns: Iterable[str]) -> Any:
    return pa.schema([(name, pa.string()) for name in columns])


def _table(columns: Sequence[str], records: Iterable[Record]) -> Any:
    rows = [[str(record[column]) for column in columns] for record in records]
    cells = list(zip(*rows, strict=True)) if rows else [()] * len(columns)
    return pa.table([pa.array(column, pa.string()) for column in cells], schema=_schema(columns))


def _encode(name: str, table: Any) -> bytes:
    """A Parquet file of a table that is in memory."""
    file = io.BytesIO()
    if name == "texts":
        write_texts(file, zip(*(table.column(column).to_pylist() for column in TEXTS), strict=True))
    else:
        pq.write_table(table, file, compression="zstd", row_group_size=max(1, table.num_rows))
    return file.getvalue()


def _groups(texts: Iterable[Text]) -> Iterator[list[Text]]:
    """The texts in runs of about ``GROUP`` characters, a longer one alone."""
    group: list[Text] = []
    length = 0
    for doc, text in texts:
        if group and length + len(text) > GROUP:
            yield group
            group, length = [], 0
        group.append((doc, text))
        length += len(text)
    if group:
        yield group
