"""Every row of every report can say in which words it stands, and those words stand there."""

from itertools import pairwise
from pathlib import Path

import pytest

from extract.evidence.grounds import Asked, Ground
from extract.evidence.passage import About, OpenReport, open_report
from extract.evidence.search import find_words
from extract.report import Record
from tests.extract.reports import SEEDS, WRITTEN, open_reader, read

EVERY = pytest.mark.parametrize("path", [*SEEDS, *WRITTEN], ids=lambda path: path.stem[:12])
ROLES = ("metric", "place", "period", "basis")


def opened(path: Path) -> tuple[str, OpenReport, tuple[Record, ...]]:
    source, report = read(path)
    about = report.document
    known = About(str(about["place"]), str(about["date"]), str(about["date_source"]))
    return source.text, open_report(source.text, known, open_reader()), report.metrics


def asked(row: Record) -> Asked:
    return Asked(*(row[name] for name in Asked._fields))  # type: ignore[arg-type]


@EVERY
def test_every_row_has_its_sentence_with_what_stands_around_it(path: Path) -> None:
    text, report, rows = opened(path)
    for row in rows:
        passage = report.passage(asked(row))
        assert passage is not None, row
        start, end = passage.sentence
        assert start <= int(row["start"]) < int(row["end"]) <= end
        assert passage.before == (0, 0) or passage.before[1] <= start
        assert passage.after == (0, 0) or end <= passage.after[0]
        assert all(first <= last <= len(text) for first, last in passage[:4])


@EVERY
def test_every_row_says_what_decided_it(path: Path) -> None:
    """Four grounds, in the same order; words that are said to stand in the sentence do."""
    _, report, rows = opened(path)
    for row in rows:
        passage = report.passage(asked(row))
        assert passage is not None
        assert [ground.role for ground in passage.grounds] in (list(ROLES), [])
        for ground in passage.grounds:
            inside = [passage.sentence[0] <= a < b <= passage.sentence[1] for a, b in ground.words]
            assert ground.source != "sentence" or any(inside)


def told(text: str, number: str, **changes: str) -> dict[str, tuple[str, list[str]]]:
    """What decided the reading of a number, role by role, in a report of Feixi of March 2020."""
    report = open_report(text, About("肥西县", "2020-03", "given"), open_reader())
    start = text.index(number)
    plain = Asked(start, start + len(number), "lifted.households", "", "340123", "2020-03", "", "level", "")
    passage = report.passage(plain._replace(**changes))  # type: ignore[arg-type]
    assert passage is not None
    return {ground.role: _in_words(text, ground) for ground in passage.grounds}


def _in_words(text: str, ground: Ground) -> tuple[str, list[str]]:
    return str(ground.source), [text[a:b] for a, b in ground.words]


def test_a_plan_says_by_which_word_and_whose_year() -> None:
    found = told(
        "今年肥西县拟脱贫10户33人。", "10户", rule="lifted.households#1", period="2020", basis="plan"
    )
    assert found == {
        "metric": ("sentence", ["脱贫"]),
        "place": ("sentence", ["肥西县"]),
        "period": ("sentence", ["今年"]),
        "basis": ("sentence", ["拟"]),
    }


def test_what_is_not_in_the_sentence_is_said_to_stand_elsewhere() -> None:
    text = "一、2019年工作情况\n投入专项扶贫资金2.5亿元。"
    found = told(
        text, "2.5亿元", rule="funding.special#1", metric="funding.special", period="2019", basis="flow"
    )
    assert found["place"] == ("report", [])
    assert found["period"] == ("heading", ["2019年"])
    assert found["basis"] == ("usual", [])


def test_a_heading_is_no_neighbour() -> None:
    text = "一、成效\n全县脱贫7户。\n二、安排\n今年拟脱贫3户。"
    report = open_report(text, About("肥西县", "2020-03", "given"), open_reader())
    for number, heading in (("7户", "一、成效"), ("3户", "二、安排")):
        start = text.index(number)
        asked = Asked(start, start + 2, "lifted.households", "", "340123", "", "", "level", "")
        passage = report.passage(asked)
        assert passage is not None
        assert (passage.before, passage.after) == ((0, 0), (0, 0))
        assert text[slice(*passage.heading)].strip() == heading


def test_words_in_traditional_characters_are_found_where_they_are_printed() -> None:
    text = "截至2019年底，肥西縣（xiàn）累計脫貧7247戶。"
    found = told(text, "7247戶", rule="lifted.households#1", period="2019", basis="cumulative")
    assert found["metric"] == ("sentence", ["脫貧"])
    assert found["basis"] == ("sentence", ["累計"])


def test_a_number_that_is_not_there_has_no_words() -> None:
    report = open_report("全县脱贫7户。", About("肥西县", "", ""), open_reader())
    nowhere = Asked(90, 95, "lifted.households", "", "340123", "", "", "level", "")
    assert report.passage(nowhere) is None
    empty = report.passage(nowhere._replace(start=0, end=2))
    assert empty is not None
    assert empty.grounds == ()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("脫貧", ["脱贫", "脫貧"]),
        ("脱贫 2019年", ["2019年", "脱贫", "脫貧"]),
        ("人口脱贫", ["脫貧", "人口"]),
        ("ＡＢＣ", ["abc"]),
        ("没有这个", []),
        ("  ", []),
        (".*", []),
    ],
)
def test_words_are_found_in_either_script(query: str, found: list[str]) -> None:
    text = "2019年全县脱贫3户。\n脫貧的人口abc<b>。"
    assert [text[a:b] for a, b in find_words(text, query)] == found


@EVERY
def test_any_query_finds_only_what_stands_there_in_order(path: Path) -> None:
    text = read(path)[0].text
    for query in ("脱贫", "贫困 人口", "资金投入", "的", text[5:9]):
        spans = find_words(text, query)
        assert all(a < b <= len(text) for a, b in spans)
        assert list(spans) == sorted(spans)
        assert all(first[1] <= second[0] for first, second in pairwise(spans))
