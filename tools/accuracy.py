"""How right a table is, against a list of figures marked by hand.

    python tools/accuracy.py                                   # data/ against tests/gold
    python tools/accuracy.py --table OUT --gold FILE --show    # another table, another gold file, every miss
    python tools/accuracy.py --table OUT --gold FILE --keep written   # what the page on the method tells of that set

A gold file is a CSV like tests/gold/figures.csv, or JSON lines with the same fields (``alt_metric`` and the like as
lists). Rows of a document that the gold file does not name are passed over, unless a ``documents.csv`` beside it does.

A figure is *core* right when its place in the text, metric, value, unit and place are; *strict* when period and basis
are right too.
"""

import argparse
import csv
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "gold" / "figures.csv"
EVENTS = ROOT / "tests" / "gold" / "events.csv"
KEPT = ROOT / "compare" / "method" / "accuracy.json"
SEEDS = "seeds"
FIELDS = ("period", "basis", "qualifier")


@dataclass(frozen=True, slots=True)
class Marked:
    """A figure marked by hand, with the readings that are right as well."""

    doc: str
    start: int
    end: int
    text: str
    place: str
    value: float
    unit: str
    right: dict[str, tuple[str, ...]]  # metric, period, basis, qualifier: all that count as right
    optional: bool


@dataclass(frozen=True, slots=True)
class Score:
    """What was counted: ``pairs`` are the marked figures that count, each with the row that is theirs, if any."""

    pairs: tuple[tuple[Marked, dict[str, str] | None], ...]
    extra: tuple[dict[str, str], ...]

    @property
    def core(self) -> tuple[tuple[Marked, dict[str, str]], ...]:
        """The pairs that are core right."""
        return tuple((gold, row) for gold, row in self.pairs if row is not None and is_core(gold, row))

    def f1(self, right: int) -> tuple[float, float, float]:
        """Precision, recall and F1 where so many are right."""
        found = sum(row is not None for _, row in self.pairs) + len(self.extra)
        precision, recall = right / max(found, 1), right / max(len(self.pairs), 1)
        return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)

    @property
    def strict(self) -> int:
        """How many core pairs have the right period and basis."""
        return sum(has(gold, row, "period") and has(gold, row, "basis") for gold, row in self.core)


def score(gold: Sequence[Marked], rows: Sequence[dict[str, str]]) -> Score:
    """Pairs each marked figure with the row at its place in the text, the right metric first."""
    used: set[int] = set()
    pairs: list[tuple[Marked, dict[str, str] | None]] = []
    for marked in gold:
        near = [at for at, row in enumerate(rows) if at not in used and overlaps(marked, row)]
        if marked.optional:
            used.update(near)
            continue
        best = min(
            near,
            key=lambda at: (not is_core(marked, rows[at]), not has(marked, rows[at], "metric")),
            default=None,
        )
        if best is not None and has(marked, rows[best], "metric"):
            used.add(best)
            pairs.append((marked, rows[best]))
        else:
            pairs.append((marked, None))
    spare = [marked for marked in gold if marked.optional]
    extra = (
        row for at, row in enumerate(rows) if at not in used and not any(overlaps(m, row) for m in spare)
    )
    return Score(tuple(pairs), tuple(extra))


def overlaps(marked: Marked, row: dict[str, str]) -> bool:
    """Whether a row stands where the figure was marked."""
    return marked.doc == row["doc"] and marked.start < int(row["end"]) and int(row["start"]) < marked.end


def has(marked: Marked, row: dict[str, str], field: str) -> bool:
    """Whether a field of the row is one of the right ones."""
    return row[field] in marked.right[field]


def is_core(marked: Marked, row: dict[str, str]) -> bool:
    """Whether metric, value, unit and place of a row are right."""
    close = abs(float(row["value"]) - marked.value) <= 1e-6 * max(1.0, abs(marked.value))
    unit = row["unit"] == marked.unit or row["metric"] != marked.right["metric"][0]
    return has(marked, row, "metric") and close and unit and row["place"] == marked.place


def read_gold(path: Path) -> tuple[Marked, ...]:
    """The marked figures of a CSV or JSON-lines file."""
    if path.suffix == ".jsonl":
        lines = path.read_text(encoding="utf-8").splitlines()
        return tuple(_from_json(json.loads(line)) for line in lines if line.strip())
    return tuple(_from_csv(record) for record in read_csv(path))


def _from_json(record: dict[str, object]) -> Marked:
    def right(field: str) -> tuple[str, ...]:
        others = record.get(f"alt_{field}", [])
        return tuple(str(value or "") for value in (record[field], *others))  # type: ignore[misc]

    return _marked(
        {k: str(v) for k, v in record.items()},
        {f: right(f) for f in ("metric", *FIELDS)},
        bool(record.get("optional")),
    )


def _from_csv(record: dict[str, str]) -> Marked:
    def right(field: str) -> tuple[str, ...]:
        others = record.get(f"or_{field}", "").split("|") if record.get(f"or_{field}") else []
        return (record[field], *("" if other == "-" else other for other in others))

    return _marked(record, {field: right(field) for field in ("metric", *FIELDS)}, bool(record["optional"]))


def _marked(record: dict[str, str], right: dict[str, tuple[str, ...]], optional: bool) -> Marked:
    return Marked(
        record["doc"], int(record["start"]), int(record["end"]), record["text"], record["place"],
        float(record["value"]), record["unit"], right, optional,
    )  # fmt: skip


def read_csv(path: Path) -> list[dict[str, str]]:
    """The records of a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))


def counted(gold_path: Path, gold: Sequence[Marked], table: Path) -> list[dict[str, str]]:
    """The table's rows of the documents that were marked, of metrics that the program has."""
    beside = gold_path.parent / "documents.csv"
    docs = {marked.doc for marked in gold} | (
        {r["doc"] for r in read_csv(beside)} if beside.is_file() else set()
    )
    return [row for row in read_csv(table / "metrics.csv") if row["doc"] in docs]


def events_found(gold: Sequence[dict[str, str]], events: Sequence[dict[str, str]]) -> int:
    """How many marked events are in the table, at their place in the text, with their place and date."""
    return sum(
        any(
            event["doc"] == marked["doc"]
            and int(event["start"]) < int(marked["end"])
            and int(marked["start"]) < int(event["end"])
            and event["place"] == marked["place"]
            and event["date"] == marked["date"]
            for event in events
        )
        for marked in gold
    )


def lines(result: Score) -> Iterator[str]:
    """The figures as text."""
    yield f"{len(result.pairs)} marked figures, {len(result.extra)} rows that nobody marked"
    for name, right in (("core", len(result.core)), ("strict", result.strict)):
        precision, recall, f1 = result.f1(right)
        yield f"{name:7s} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}"
    shares = (
        f"{field} {sum(has(g, r, field) for g, r in result.core) / max(len(result.core), 1):.3f}"
        for field in FIELDS
    )
    yield "of core rows right: " + ", ".join(shares)
    yield from _by_grade(result)


def _by_grade(result: Score) -> Iterator[str]:
    """Of the rows of each grade, how many are core right."""
    for grade, (right, all_) in graded(result).items():
        yield f"{grade:9s} {right:4d} of {all_:4d} rows right: {right / all_:.3f}"


def graded(result: Score) -> dict[str, tuple[int, int]]:
    """By grade how many rows are core right, and how many there are."""
    all_, right = (
        Counter(row["grade"] for row in result.extra),
        Counter(row["grade"] for _, row in result.core),
    )
    all_.update(row["grade"] for _, row in result.pairs if row is not None)
    return {grade: (right[grade], all_[grade]) for grade in ("stated", "carried", "doubtful") if all_[grade]}


def measured(gold: Sequence[Marked], rows: Sequence[dict[str, str]]) -> dict[str, object]:
    """What is kept of a set: counts alone, so that whoever shows them divides.

    By metric: how many figures are marked, how many of them are core right, how many rows nobody marked.
    """
    result = score(gold, rows)
    marked = Counter(pair.right["metric"][0] for pair, _ in result.pairs)
    right = Counter(pair.right["metric"][0] for pair, _ in result.core)
    extra = Counter(row["metric"] for row in result.extra)
    return {
        "reports": len({marked.doc for marked in gold}),
        "figures": len(result.pairs),
        "rows": sum(row is not None for _, row in result.pairs) + len(result.extra),
        "core": len(result.core),
        "strict": result.strict,
        "grades": {grade: list(counts) for grade, counts in graded(result).items()},
        "metrics": {name: [marked[name], right[name], extra[name]] for name in sorted({*marked, *extra})},
    }


def keep(name: str, told: dict[str, object]) -> None:
    """Writes what was measured of a set among what is kept of others."""
    kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    kept[name] = told
    text = json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True)
    text = re.sub(
        r"\[[^\]]*\]", lambda found: " ".join(found[0].split()).replace("[ ", "[").replace(" ]", "]"), text
    )
    KEPT.write_text(text + "\n", encoding="utf-8")


def misses(result: Score) -> Iterator[str]:
    """Every marked figure that is missing or wrong, and every row that nobody marked."""
    for marked, row in result.pairs:
        if row is None or not is_core(marked, row):
            got = f"{row['metric']} {row['value']} {row['place']}" if row else "nothing"
            yield f"missed {marked.doc}:{marked.start} {marked.text} {marked.right['metric'][0]} {marked.place}: {got}"
    for row in result.extra:
        yield f"extra  {row['doc']}:{row['start']} {row['text']} {row['metric']} {row['place']} ({row['grade']})"


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="How right a table is.")
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--table", type=Path, default=ROOT / "data")
    parser.add_argument("--show", action="store_true", help="list every miss")
    parser.add_argument(
        "--keep", metavar="NAME", help=f"write the counts into {KEPT.relative_to(ROOT)} under this name"
    )
    options = parser.parse_args()
    gold = read_gold(options.gold)
    result = score(gold, counted(options.gold, gold, options.table))
    print("\n".join((*lines(result), *(misses(result) if options.show else ()))))
    if options.keep:
        keep(options.keep, measured(gold, counted(options.gold, gold, options.table)))
    if options.gold == GOLD:
        marked = read_csv(EVENTS)
        found = events_found(marked, read_csv(options.table / "events.csv"))
        print(f"events: {found} of {len(marked)} found with place and date: {found / len(marked):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
