"""The audit: every sum of the cases with all that is to be said of it, and nothing false of the five reports."""

import csv
import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.audit import find_findings
from extract.lexicon import load_lexicon
from extract.lexicon.gazetteer import load_gazetteer
from extract.pipeline import Reader, make_reader, read_text
from extract.report import plain

CASES = tomllib.loads((Path(__file__).parent / "cases" / "audit.toml").read_text(encoding="utf-8"))["case"]
SEEDS = Path(__file__).parents[2] / "seeds"


@cache
def reader() -> Reader:
    """What every report is read with."""
    return make_reader(load_lexicon(), load_gazetteer())


def audit(text: str) -> list[str]:
    """What the audit says of a text, as ``check verdict reported``."""
    found = find_findings(read_text(text, reader(), "平江县", "2020-10"))
    return [f"{one.check} {one.verdict} {plain(one.reported)}" for one in found if one.reported is not None]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["rule"])
def test_says_what_follows(case: dict[str, Any]) -> None:
    expected = [] if case.get("none") else [_short(line) for line in case["says"]]
    assert sorted(audit(case["text"])) == sorted(expected)


def test_figures_of_a_table_are_told_in_its_unit() -> None:
    table = "资金(单位:万元)\n来源\t专项扶贫资金\n中央\t5000\n省级\t810\n合计\t5910\n"
    (found,) = find_findings(read_text(table, reader(), "平江县", "2020-10"))
    assert found.message_zh.startswith("分项之和：文中为5910万元，核算为5810万元（5000万元+810万元")


def _short(line: str) -> str:
    """A line of the cases with its figure as the table writes it."""
    words, _, figure = line.rpartition(" ")
    return f"{words} {figure.rstrip('0').rstrip('.') if '.' in figure else figure}"


def test_finds_the_known_faults_of_the_five_reports(built_table: Path) -> None:
    with (built_table / "findings.csv").open(encoding="utf-8", newline="") as file:
        made = [row for row in csv.DictReader(file) if row["verdict"] != "consistent"]
    said = sorted((row["doc"][:3], row["check"], row["verdict"], row["reported"]) for row in made)
    assert said == [
        ("001", "growth", "last digit", "57.36"),
        ("001", "order", "contradicts", "5639"),
        ("003", "growth", "last digit", "61.22"),
        ("003", "share", "contradicts", "18.3"),
        ("003", "share", "contradicts", "20.4"),
        ("003", "share", "contradicts", "24.6"),
        ("003", "share", "contradicts", "91.5"),
        ("004", "order", "unexplained", "21388"),
        ("004", "order", "unexplained", "8600"),
    ]


def test_each_finding_shows_its_figures(built_table: Path) -> None:
    """Spans point at numbers of the original; facts are rows of the table; no two findings share an id."""
    with (built_table / "metrics.csv").open(encoding="utf-8", newline="") as file:
        facts = {row["fact"] for row in csv.DictReader(file)}
    with (built_table / "findings.csv").open(encoding="utf-8", newline="") as file:
        made = list(csv.DictReader(file))
    texts = {path.stem: path.read_text(encoding="utf-8") for path in SEEDS.glob("*.txt")}
    assert len({row["finding"] for row in made}) == len(made) > 0
    for row in made:
        assert set(row["facts"].split()) <= facts
        for start, end in json.loads(row["spans"]):
            assert any(mark.isdigit() for mark in texts[row["doc"]][start:end])


WORDS = (
    "占",
    "其中",
    "增长",
    "比上年",
    "户均",
    "下降",
    "个百分点",
    "共",
    "的",
    ",",
    "。",
    "中",
    "由",
    "到",
    "剩余",
)
FIGURES = (
    "12户",
    "30人",
    "0元",
    "0%",
    "3.5%",
    "1.2万元",
    "约5个",
    "100%",
    "近八成",
    "2至3户",
    "0户",
    "1亿元",
    "三分之一",
)


@given(st.lists(st.sampled_from(WORDS + FIGURES), max_size=25))
def test_never_raises_and_is_the_same_twice(pieces: list[str]) -> None:
    text = "全县贫困户" + "".join(pieces)
    assert audit(text) == audit(text)
