"""The five reports read as well as the README says, and the scorer counts as it should."""

import json
from pathlib import Path

import pytest

from compare.method.accuracy import read_measured
from extract.build import build
from tools.accuracy import (
    EVENTS,
    GOLD,
    KEPT,
    Marked,
    counted,
    events_found,
    has,
    measured,
    read_csv,
    read_gold,
    score,
)
from tools.accuracy import (
    SEEDS as OWN,
)

SEEDS = Path(__file__).parents[1] / "seeds"


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("table")
    build([SEEDS], None, out, lambda done, of: None)
    return out


def test_the_five_reports_are_read_well(table: Path) -> None:
    gold = read_gold(GOLD)
    result = score(gold, counted(GOLD, gold, table))
    assert result.f1(len(result.core))[2] >= 0.97
    assert result.f1(result.strict)[2] >= 0.93
    for field in ("period", "basis"):
        assert sum(has(marked, row, field) for marked, row in result.core) >= 0.95 * len(result.core)


def test_what_the_method_page_tells_of_them_is_current(table: Path) -> None:
    gold = read_gold(GOLD)
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    now = json.loads(json.dumps(measured(gold, counted(GOLD, gold, table))))
    assert kept[OWN] == now, "the measured figures have changed: run make accuracy"


def test_what_is_kept_of_other_sets_adds_up() -> None:
    assert {one.id for one in read_measured()} == {"seeds", "written", "real"}
    for one in read_measured():
        assert sum(marked for _, marked in one.metrics.values()) == one.figures
        assert sum(right for right, _ in one.metrics.values()) == one.core
        assert sum(rows for _, rows in one.grades.values()) == one.rows
        assert one.strict <= one.core <= min(one.rows, one.figures)


def test_their_events_are_found(table: Path) -> None:
    marked = read_csv(EVENTS)
    assert events_found(marked, read_csv(table / "events.csv")) >= 0.85 * len(marked)


def _marked(**other: object) -> Marked:
    right = {"metric": ("poverty_rate",), "period": ("2019",), "basis": ("level",), "qualifier": ("exact",)}
    fields = {
        "doc": "a",
        "start": 3,
        "end": 7,
        "text": "0.7%",
        "place": "肥西县",
        "value": 0.7,
        "unit": "percent",
    }
    return Marked(**{**fields, "right": right, "optional": False, **other})  # type: ignore[arg-type]


def _row(**other: str) -> dict[str, str]:
    return {
        "doc": "a", "start": "3", "end": "7", "text": "0.7%", "place": "肥西县", "metric": "poverty_rate",
        "value": "0.7", "unit": "percent", "period": "2019", "basis": "level", "qualifier": "exact",
        "grade": "stated", **other,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("row", "core", "strict"),
    [
        (_row(), 1, 1),
        (_row(period="2020"), 1, 0),
        (_row(place="长丰县"), 0, 0),
        (_row(value="7"), 0, 0),
        (_row(start="30", end="34"), 0, 0),
    ],
)
def test_a_row_counts_for_what_it_has_right(row: dict[str, str], core: int, strict: int) -> None:
    result = score([_marked()], [row])
    assert (len(result.core), result.strict) == (core, strict)


def test_an_optional_figure_costs_nothing_found_or_not() -> None:
    for rows in ([], [_row()]):
        result = score([_marked(optional=True)], rows)
        assert result.pairs == ()
        assert result.extra == ()


def test_a_row_that_nobody_marked_lowers_precision() -> None:
    result = score([_marked()], [_row(), _row(start="50", end="54")])
    precision, recall, _ = result.f1(len(result.core))
    assert (precision, recall) == (0.5, 1.0)
