"""How right the table is, as measured: counts that ``make accuracy`` keeps, and the words for them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from compare.language import Language

KEPT = Path(__file__).with_name("accuracy.json")
SEEDS = "seeds"
UNSEEN = ("written", "real")
Counts = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Measured:
    """A set of reports that was marked by hand: figures marked, rows found, how many are right.

    ``core``: place in the text, metric, value, unit and place are right; ``strict``: period and basis too.
    ``grades`` and ``metrics`` give right of all: of the rows of a grade, of the marked figures of a metric.
    """

    id: str
    reports: int
    figures: int
    rows: int
    core: int
    strict: int
    grades: Mapping[str, Counts]
    metrics: Mapping[str, Counts]

    @property
    def precision(self) -> float:
        """How many of the rows are core right."""
        return self.core / max(self.rows, 1)

    @property
    def recall(self) -> float:
        """How many of the marked figures were found, core right."""
        return self.core / max(self.figures, 1)


@cache
def read_measured() -> tuple[Measured, ...]:
    """The sets, the program's own reports first."""
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    return tuple(_measured(name, kept[name]) for name in (SEEDS, *UNSEEN) if name in kept)


def of_metric(metric: str, unseen: bool) -> Counts:
    """Of the marked figures of a metric: how many are right, and how many there are."""
    sets = [one for one in read_measured() if (one.id != SEEDS) == unseen]
    found = [one.metrics[metric] for one in sets if metric in one.metrics]
    return sum(right for right, _ in found), sum(marked for _, marked in found)


def name_set(name: str, language: Language) -> str:
    """What a set of reports is called."""
    say = language.say
    return {
        "seeds": say("The five reports shipped with the program, which its rules were written with"),
        "written": say(
            "County reports written for the test by a hand that had not seen the program, at first reading"
        ),
        "real": say("News, papers and reports by others that the program had not seen, at first reading"),
    }.get(name, name)


def _measured(name: str, told: Mapping[str, object]) -> Measured:
    counts = {key: int(str(told[key])) for key in ("reports", "figures", "rows", "core", "strict")}
    grades: Mapping[str, list[int]] = told["grades"]  # type: ignore[assignment]
    metrics: Mapping[str, list[int]] = told["metrics"]  # type: ignore[assignment]
    return Measured(
        id=name,
        grades={grade: (right, rows) for grade, (right, rows) in grades.items()},
        metrics={metric: (right, marked) for metric, (marked, right, _) in metrics.items()},
        **counts,
    )
