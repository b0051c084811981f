"""The published table, read as anyone would read it: to hold what a page shows against it."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.browser.visit import Visit

MARKS = """() => [...document.querySelectorAll('.js-plotly-plot')]
  .flatMap(chart => chart.data)
  .flatMap(trace => [...(trace.customdata ?? [])].map((fact, i) => [String(fact), trace.x[i]]))"""
Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark as the browser drew it: the figure that it stands for, and where it stands on the axis."""

    fact: str
    value: float


def read_rows(table: Path) -> dict[str, Row]:
    """The rows of ``metrics.csv`` by their fact id."""
    with (table / "metrics.csv").open(encoding="utf-8-sig", newline="") as handle:
        return {row["fact"]: row for row in csv.DictReader(handle)}


def find_marks(window: Visit) -> Iterator[Mark]:
    """The marks on the page that stand for a figure of the table."""
    for fact, value in window.page.evaluate(MARKS):
        yield Mark(fact, float(value))
