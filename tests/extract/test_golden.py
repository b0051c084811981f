"""What the five seeds give, line by line: a change of a rule shows as a diff that is reviewed.

``pytest tests/extract/test_golden.py --update-golden`` writes the tables anew.
"""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from extract.report import Record, Report
from tests.extract.reports import ROOT, SEEDS, read

GOLDEN = ROOT / "tests" / "golden"
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "metrics": ("doc", "text", "place", "metric", "value", "unit", "period", "basis", "qualifier"),
    "events": ("doc", "date", "end_date", "kind", "place", "title"),
    "leftovers": ("doc", "text", "reason"),
}


def table_of(kind: str) -> str:
    """What the seeds give of one kind, as CSV text with the columns that are reviewed."""
    reports = [read(path)[1] for path in SEEDS]
    return _csv(COLUMNS[kind], (record for report in reports for record in _records(report, kind)))


def _records(report: Report, kind: str) -> tuple[Record, ...]:
    return {"metrics": report.metrics, "events": report.events, "leftovers": report.leftovers}[kind]


def _csv(columns: tuple[str, ...], records: Iterable[Record]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([record[column] for column in columns] for record in records)
    return text.getvalue()


@pytest.mark.parametrize("kind", COLUMNS)
def test_the_seeds_give_what_was_reviewed(kind: str, pytestconfig: pytest.Config) -> None:
    path, found = GOLDEN / f"{kind}.csv", table_of(kind)
    if pytestconfig.getoption("update_golden"):
        path.write_bytes(found.encode())
        pytest.skip(f"{path.name} is written anew: review its diff")
    assert found.splitlines() == path.read_text(encoding="utf-8").splitlines(), _advice(path)


def _advice(path: Path) -> str:
    return f"{path.relative_to(ROOT)} differs; where that is meant, write it anew with --update-golden"


@pytest.mark.parametrize("kind", COLUMNS)
def test_every_seed_stands_in_each_table(kind: str) -> None:
    with (GOLDEN / f"{kind}.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert {row["doc"] for row in rows} == {path.stem for path in SEEDS}
