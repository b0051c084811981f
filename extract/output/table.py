"""Records to the files of the table. The only module that knows pandas and pyarrow."""

import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pandas as pd
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
TEXTS = ("doc", "text")
FILES = {
    "metrics.csv": METRICS,
    "leftovers.csv": LEFTOVERS,
    "events.csv": EVENTS,
    "findings.csv": FINDINGS,
    "documents.csv": DOCUMENTS,
    "texts.parquet": TEXTS,
}
GROUP = 2**18  # characters: so much is read for the sake of one text, and so few groups fill the file's index


def to_files(reports: Sequence[Report]) -> dict[str, bytes]:
    """The files of the table by name, the same bytes whatever the order of ``reports``.

    Shape: UTF-8 CSV, ``\\n``, one header line; columns as in the tuples above, rows by document and offset.
    The texts are Parquet, by document, in row groups that are read each by itself.
    """
    ordered = sorted(reports, key=lambda report: str(report.document["doc"]))
    records: dict[str, Iterable[Record]] = {
        "metrics.csv": (row for report in ordered for row in report.metrics),
        "leftovers.csv": (row for report in ordered for row in report.leftovers),
        "events.csv": (row for report in ordered for row in report.events),
        "findings.csv": (row for report in ordered for row in report.findings),
        "documents.csv": (report.document for report in ordered),
    }
    files = {name: _csv(FILES[name], told) for name, told in records.items()}
    return files | {"texts.parquet": _parquet(ordered)}


def read_parquet(path: Path) -> Iterator[dict[str, str]]:
    """The rows of one Parquet file, a row group at a time."""
    with pq.ParquetFile(path) as file:
        for group in range(file.num_row_groups):
            yield from file.read_row_group(group).to_pylist()


def _csv(columns: Sequence[str], records: Iterable[Record]) -> bytes:
    frame = pd.DataFrame.from_records(list(records), columns=list(columns))
    return frame.to_csv(index=False, lineterminator="\n").encode()


def _parquet(reports: Iterable[Report]) -> bytes:
    """Document ids and texts; each group names its first and last id, by which a reader finds its own."""
    schema = pa.schema([(name, pa.string()) for name in TEXTS])
    file = io.BytesIO()
    with pq.ParquetWriter(file, schema, compression="zstd", use_dictionary=False) as writer:
        for group in _groups(reports):
            columns = [[str(report.document["doc"]) for report in group], [report.text for report in group]]
            writer.write_table(pa.table(columns, schema=schema), row_group_size=len(group))
    return file.getvalue()


def _groups(reports: Iterable[Report]) -> Iterator[list[Report]]:
    """The reports in runs of about ``GROUP`` characters, a longer one alone."""
    group: list[Report] = []
    length = 0
    for report in reports:
        if group and length + len(report.text) > GROUP:
            yield group
            group, length = [], 0
        group.append(report)
        length += len(report.text)
    if group:
        yield group
