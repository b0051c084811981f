"""A large table with the real columns, for measuring how the dashboard serves it; no report is read for it.

    .venv/bin/python tools/big_table.py FOLDER [--places 2800] [--years 10] [--metrics 36]

One document a place and year: a sentence for each metric with two numbers more that are none, some events, some sums
worked out again. Offsets are true: ``text[start:end]`` of each row is what the row says. The same numbers every time.
"""

import argparse
import hashlib
import random
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from extract.lexicon.gazetteer import Unit, load_gazetteer  # noqa: E402
from extract.lexicon.load import load_metrics  # noqa: E402
from extract.lexicon.metric import Metric  # noqa: E402
from extract.output.publish import publish  # noqa: E402
from extract.output.table import to_part  # noqa: E402
from extract.report import Record, Report  # noqa: E402

LAST_YEAR = 2020
CHUNK = 500  # documents a part
PRINTED = {"CNY": ("万元", 10_000), "household": ("户", 1), "person": ("人", 1), "percent": ("%", 1)}
HAPPENED = (
    ("meeting", "召开脱贫攻坚推进会"),
    ("programme", "实施危房改造项目"),
    ("funding", "安排专项资金"),
    ("inspection", "开展脱贫质量排查"),
)
GRADES = ("stated", "stated", "carried", "carried", "doubtful")


def main() -> None:
    """Writes the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--places", type=int, default=2_800)
    parser.add_argument("--years", type=int, default=10)
    parser.add_argument("--metrics", type=int, default=36)
    options = parser.parse_args()
    rows = make_table(options.folder, (options.places, options.years), options.metrics)
    print(f"{rows:,} rows in {options.folder}")


def make_table(folder: Path, size: tuple[int, int], metrics: int) -> int:
    """A table of so many places and years in ``folder``, published as any other; how many rows it has."""
    places, years = size
    counties = [unit for unit in load_gazetteer().units if unit.level == "county" and unit.last >= LAST_YEAR]
    asked = tuple(load_metrics())[:metrics]
    wanted = [(unit, LAST_YEAR - n) for unit in counties[:places] for n in reversed(range(years))]
    with tempfile.TemporaryDirectory(dir=folder.parent) as scratch:
        files: dict[str, Path] = {}
        for part, begun in enumerate(range(0, len(wanted), CHUNK)):
            reports = [_report(unit, year, asked) for unit, year in wanted[begun : begun + CHUNK]]
            for name, content in to_part(reports).items():
                path = Path(scratch) / f"{name}-{part:05}"
                path.write_bytes(content)
                files[f"{name}.parquet/{part:05}.parquet"] = path
        publish(folder, files, {"extractor": "made for measuring", "documents": len(wanted)})
    return len(wanted) * len(asked)


@dataclass(slots=True)
class _Page:
    """A report as it is written: its text so far, and the records that point into it."""

    unit: Unit
    year: int
    chance: random.Random
    text: str = ""
    metrics: list[Record] = field(default_factory=list)
    leftovers: list[Record] = field(default_factory=list)
    events: list[Record] = field(default_factory=list)
    findings: list[Record] = field(default_factory=list)

    @property
    def doc(self) -> str:
        return f"{self.unit.adcode}-{self.year}"

    @property
    def about(self) -> Record:
        """Whose figure or event it is."""
        return {"doc": self.doc, "place": self.unit.name, "adcode": self.unit.adcode}

    def say(self, sentence: str) -> int:
        """Writes a sentence; where it begins."""
        begun = len(self.text)
        self.text += sentence + "\n"
        return begun

    def number(self, word: str) -> str:
        """An id that no other record has."""
        return hashlib.sha256(f"{self.doc} {word}".encode()).hexdigest()[:12]


def _report(unit: Unit, year: int, metrics: Sequence[Metric]) -> Report:
    page = _Page(unit, year, random.Random(f"{unit.adcode}{year}"))  # noqa: S311 - for measuring only
    for metric in metrics:
        _add_figure(page, metric)
    for month, (kind, title) in enumerate(HAPPENED, start=3):
        _add_event(page, month, (kind, title))
    for row in page.metrics[:4]:
        _add_finding(page, row)
    told = (tuple(records) for records in (page.metrics, page.leftovers, page.events, page.findings))
    return Report(*told, _document(page), page.text)


def _add_figure(page: _Page, metric: Metric) -> None:
    unit, scale = PRINTED.get(metric.unit, ("个", 1))
    count = page.chance.randrange(1, 90 if metric.unit == "percent" else 90_000)
    number, more, rank = (
        f"{count}{unit}",
        f"{page.chance.randrange(2, 99)}个",
        f"{page.chance.randrange(2, 80)}",
    )
    sentence = f"{page.year}年,{page.unit.name}{metric.zh}{number},涉及项目{more},列全省第{rank}位。"
    begun = page.say(sentence)
    start = begun + sentence.index(number)
    place = {
        "quote": sentence,
        "quote_start": begun,
        "start": start,
        "end": start + len(number),
        "text": number,
    }
    figure = {"metric": metric.id, "value": count * scale, "high": "", "unit": metric.unit}
    when = {"period": str(page.year), "since": "", "basis": metric.basis, "qualifier": "exact"}
    grade = page.chance.choice(GRADES)
    note = {"grade": grade, "note": "odd" if grade == "doubtful" else "", "rule": f"{metric.id}#1"}
    page.metrics.append({"fact": page.number(metric.id), **page.about, **place, **figure, **when, **note})
    for text, label in ((more, "项目"), (rank, "位次")):
        at = begun + sentence.rindex(text)
        told = {"doc": page.doc, "start": at, "end": at + len(text), "text": text, "quote": sentence}
        page.leftovers.append({**told, "reason": "no metric", "label": label})


def _add_event(page: _Page, month: int, happened: tuple[str, str]) -> None:
    kind, title = happened
    sentence = f"{page.year}年{month}月,{page.unit.name}{title}。"
    begun = page.say(sentence)
    when = {"date": f"{page.year}-{month:02}", "end_date": "", "date_source": "stated"}
    where = {"start": begun, "end": begun + len(sentence) - 1, "quote": sentence[:-1]}
    told = {"kind": kind, "title": title, "rule": kind}
    page.events.append({"event": page.number(title), **page.about, **where, **when, **told})


def _add_finding(page: _Page, row: Record) -> None:
    value = str(row["value"])
    said = {"message_en": "Sum: reported and calculated agree.", "message_zh": "合计：文中与核算相符。"}
    spans = f"[[{row['start']}, {row['end']}]]"
    sums = dict.fromkeys(("reported", "calculated", "low", "high"), value)
    about = {"doc": page.doc, "check": "sum", "verdict": "consistent", "spans": spans, "facts": row["fact"]}
    page.findings.append({"finding": page.number(f"sum {row['metric']}"), **about, **said, **sums})


def _document(page: _Page) -> Record:
    kept, left = len(page.metrics), len(page.leftovers)
    return {
        **page.about,
        "title": f"{page.unit.name}{page.year}年脱贫攻坚工作总结",
        "publisher": f"{page.unit.name}扶贫办",
        "url": "",
        "place_source": "given",
        "date": str(page.year),
        "date_source": "given",
        "encoding": "utf-8",
        "script": "simplified",
        "sha256": hashlib.sha256(page.text.encode()).hexdigest(),
        "characters": len(page.text),
        "numbers": kept + left,
        "kept": kept,
        "left": left,
        "damaged": 0,
        "events": len(page.events),
        "status": "ok",
        "note": "",
    }


if __name__ == "__main__":
    main()
