"""Records to the files of the table. The only module that knows pandas."""

from collections.abc import Iterable, Sequence

import pandas as pd

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
FILES = {
    "metrics.csv": METRICS,
    "leftovers.csv": LEFTOVERS,
    "events.csv": EVENTS,
    "findings.csv": FINDINGS,
    "documents.csv": DOCUMENTS,
}


def to_files(reports: Sequence[Report]) -> dict[str, bytes]:
    """The files of the table by name, the same bytes whatever the order of ``reports``.

    Shape: UTF-8 CSV, ``\\n``, one header line; columns as in the tuples above, rows by document and offset.
    """
    ordered = sorted(reports, key=lambda report: str(report.document["doc"]))
    records: dict[str, Iterable[Record]] = {
        "metrics.csv": (row for report in ordered for row in report.metrics),
        "leftovers.csv": (row for report in ordered for row in report.leftovers),
        "events.csv": (row for report in ordered for row in report.events),
        "findings.csv": (row for report in ordered for row in report.findings),
        "documents.csv": (report.document for report in ordered),
    }
    return {name: _csv(columns, records[name]) for name, columns in FILES.items()}


def _csv(columns: Sequence[str], records: Iterable[Record]) -> bytes:
    frame = pd.DataFrame.from_records(list(records), columns=list(columns))
    return frame.to_csv(index=False, lineterminator="\n").encode()
