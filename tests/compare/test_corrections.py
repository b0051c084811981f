"""What was corrected is told wherever the figure is; judgements become a file that a build takes as it is."""

import csv
import io
import tomllib
from pathlib import Path

import pytest

from compare.context import Context
from compare.corrections.judgement import Judgement, judgements_csv, read_value, write_toml
from compare.corrections.mended import mended_notes
from compare.corrections.problem import write_problem
from compare.evidence.passage import figure_evidence
from compare.export.order import Order, fill_order
from compare.language import open_language
from compare.record import Row
from compare.store import Store, open_store
from compare.theme import LIGHT
from compare.view import View
from extract.__main__ import OK, main
from extract.lexicon.gazetteer import load_gazetteer
from tests.compare.payloads import PAYLOADS

REPORT = '2018年,旌德县脱贫120户356人,贫困发生率下降到0.5%。\n2019年安排财政"专项"扶贫资金2.69亿元。\n'
CORRECTIONS = """
[[correction]]
doc = "jd"
phrase = "脱贫120户"
metric = "lifted.households"
action = "override"
to = { value = 210, period = 2017 }
reason = "two digits are swapped"
source = "yearbook 2019"
date = 2026-11-22
expect = { value = 120 }

[[correction]]
doc = "jd"
phrase = "0.5%"
metric = "poverty_rate"
action = "drop"
reason = "of a township"
source = "a letter"
date = 2026-11-22
expect = { value = 0.5 }
"""


def make(folder: Path, corrections: str) -> Store:
    reports = folder / "reports"
    reports.mkdir(exist_ok=True)
    (reports / "jd.txt").write_text(REPORT, encoding="utf-8")
    (reports / "corrections.toml").write_text(corrections, encoding="utf-8")
    assert main(["build", str(reports), "--out", str(folder / "out")]) == OK
    return open_store(folder / "out")


def ask(store: Store, code: str = "en", page: str = "lifted") -> Context:
    view = View(page=page, places=("341825",), language=code)
    return Context(store, view, open_language(code), LIGHT, load_gazetteer())


def households(store: Store) -> Row:
    return next(row for row in store.rows() if row.metric == "lifted.households")


@pytest.mark.parametrize(
    ("code", "value", "why"),
    [
        (
            "en",
            "Value: extracted 120, corrected to 210",
            "two digits are swapped; source: yearbook 2019, 2026-11-22",
        ),
        (
            "zh",
            "数值：程序提取为120，更正为210",
            "理由：two digits are swapped；依据：yearbook 2019，2026-11-22",
        ),
    ],
)
def test_a_passage_tells_both_values_and_why(tmp_path: Path, code: str, value: str, why: str) -> None:
    store = make(tmp_path, CORRECTIONS)
    row = households(store)
    assert row.value == 210
    assert "脱贫120户" in row.quote
    lines = {line.read: line.why for line in figure_evidence(ask(store, code), row, None).lines}
    assert lines[value] == why


def test_exports_tell_both_values(tmp_path: Path) -> None:
    context = ask(make(tmp_path, CORRECTIONS))
    for kind in ("csv", "zip", "xlsx", "pptx"):
        assert fill_order(context, Order(kind)).content
    table = fill_order(context, Order("csv", whole=True)).content.decode("utf-8-sig")
    assert (
        "corrected by hand; Value: extracted 120, corrected to 210; Period: extracted 2018, corrected to 2017"
        in table
    )
    notes = mended_notes(context, context.store.rows())
    assert notes[0] == (
        "Corrected by hand: Jingde, Value: extracted 120, corrected to 210 "
        "(two digits are swapped; source: yearbook 2019, 2026-11-22)."
    )


def test_a_table_without_corrections_says_nothing_of_them(tmp_path: Path) -> None:
    store = make(tmp_path, "")
    (tmp_path / "out" / "corrections.csv").unlink()
    assert store.corrections() == open_store(tmp_path / "out").corrections() == ()
    assert mended_notes(ask(store), store.rows()) == ()


def test_judgements_go_through_a_build_as_they_are(tmp_path: Path) -> None:
    """All four verdicts, exported, put beside the reports, built: each does what its reader meant."""
    store = make(tmp_path, "")
    rows = {row.text: row for row in store.rows()}
    made = (
        Judgement(
            rows["120户"],
            "other",
            'swapped: "120" \\ 210\n',
            {"value": "210", "period": "2017", "place": "341824"},
        ),
        Judgement(rows["356人"], "right"),
        Judgement(rows["0.5%"], "wrong", "of a township"),
        Judgement(rows["2.69亿元"], "unsure"),
    )
    written = write_toml(made, store.version, "2026-11-22").decode()
    assert len(tomllib.loads(written)["correction"]) == 4
    after = {row.text: row for row in make(tmp_path, written).rows()}
    assert (after["120户"].value, after["120户"].period, after["120户"].place) == (210, "2017", "绩溪县")
    assert after["356人"] == rows["356人"]
    assert "0.5%" not in after
    assert (after["2.69亿元"].grade, after["2.69亿元"].value) == ("doubtful", rows["2.69亿元"].value)


@pytest.mark.parametrize(
    "words", ['"', "'''", "\\", "\n[[correction]]\n", "\x00\x1f\x7f\x85\u2028\ud800", "]]", "${x}", "=1+1"]
)
def test_whatever_is_written_stays_text(tmp_path: Path, words: str) -> None:
    row = households(make(tmp_path, ""))
    entries = tomllib.loads(write_toml([Judgement(row, "unsure", words)], "0", "2026-11-22").decode())[
        "correction"
    ]
    assert [entry["reason"] for entry in entries] == [words.replace("\ud800", "\ufffd")]


def test_formulas_do_not_reach_a_spreadsheet(tmp_path: Path) -> None:
    context = ask(make(tmp_path, ""))
    made = [Judgement(households(context.store), "unsure", words) for words in PAYLOADS]
    lines = list(csv.reader(io.StringIO(judgements_csv(context, made).decode("utf-8-sig"), newline="")))
    remark = lines[0].index("Remark")
    assert [line[remark] for line in lines[1:]] == [f"'{words}" for words in PAYLOADS]


@pytest.mark.parametrize(
    ("typed", "value"),
    [("7427", "7427"), (" 7,427 ", "7427"), ("2.69亿", "269000000"), ("1.5万", "15000"), ("0.50", "0.5"), ("-3", "-3"),
     ("0", "0"), ("", ""), ("七千", ""), ("1e9", ""), ("１２", ""), ("1.2.3", ""), ("--1", ""), ("9" * 40, "")],
)  # fmt: skip
def test_a_typed_value_is_a_number_or_nothing(typed: str, value: str) -> None:
    assert read_value(typed) == value


@pytest.mark.parametrize("code", ["zh", "en"])
def test_a_problem_names_the_figure_whole(tmp_path: Path, code: str) -> None:
    store = make(tmp_path, "")
    row = households(store)
    text = write_problem(ask(store, code), row, f"https://x.example/report?x={row.fact}")
    for part in (
        row.fact,
        store.version,
        row.quote,
        row.text,
        "jd",
        f"https://x.example/report?x={row.fact}",
    ):
        assert part in text
    assert text.splitlines()[-1] == ("问题：" if code == "zh" else "What is wrong:")
