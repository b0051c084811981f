"""What stands on the timeline: milestones among the figures, told once, and what has no date apart."""

from collections.abc import Callable

import pytest

from compare.context import Context
from compare.panels.entries import find_entries
from compare.panels.milestones import find_milestones
from compare.panels.timeline import build_timeline
from tests.compare.figures import figure

Ask = Callable[..., Context]
FEIXI, JINCHENG = "340123", "140500"
RATE = figure(JINCHENG, "poverty_rate", "0.7", text="0.7%", basis="level", period="2018", start="10")
PROGRESS = {
    "event": "e1",
    "doc": "report_140500",
    "start": "0",
    "end": "40",
    "quote": "贫困发生率下降为0.7%",
    "place": "晋城市",
    "adcode": JINCHENG,
    "date": "2018",
    "kind": "milestone",
}


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ([RATE], ["贫困发生率0.7%"]),
        ([figure(FEIXI, "remaining.persons", "0", basis="level")], ["全部脱贫"]),
        ([figure(FEIXI, "remaining.persons", "9", basis="level")], []),
        (
            [
                figure(FEIXI, "villages.delisted", "13", basis="cumulative"),
                figure(FEIXI, "villages.poor", "13", basis="level"),
            ],
            ["贫困村全部出列"],
        ),
        (
            [
                figure(FEIXI, "villages.delisted", "13", basis="flow"),
                figure(FEIXI, "villages.poor", "13", basis="level"),
            ],
            [],
        ),
        ([figure(FEIXI, "poverty_rate", "1", basis="plan")], []),
        ([figure(FEIXI, "poverty_rate", "1", basis="level", period="")], []),
        (
            # 对全县1775户脱贫户 of the register as it now stands says nothing of all who ever stood in it
            [
                figure(FEIXI, "lifted.households", "1775", basis="cumulative"),
                figure(FEIXI, "poor.households", "1775", basis="level"),
            ],
            [],
        ),
    ],
)
def test_a_milestone_is_what_was_reached(ask: Ask, lines: list[dict[str, str]], words: list[str]) -> None:
    assert [milestone.words for milestone in find_milestones(ask(lines))] == words


def test_a_milestone_told_by_an_event_is_one_entry(ask: Ask) -> None:
    entries = find_entries(ask([RATE], events=[PROGRESS]))
    assert [(entry.kind, entry.words) for entry in entries] == [("milestone", "贫困发生率0.7%")]


def test_an_exit_stands_beside_its_milestone(ask: Ask) -> None:
    entries = find_entries(ask([RATE], events=[{**PROGRESS, "kind": "exit"}]))
    assert [(entry.kind, entry.words) for entry in entries] == [("exit", ""), ("milestone", "贫困发生率0.7%")]


def test_what_has_no_date_is_on_no_axis_but_in_a_list(ask: Ask) -> None:
    undated = {**PROGRESS, "event": "e2", "date": "", "kind": "policy", "quote": "出台办法"}
    timeline = build_timeline(ask([RATE], events=[PROGRESS, undated]))
    assert [e.quote for chapter in timeline.undated for e in chapter.entries] == ["出台办法"]
    assert [e.date for chapter in timeline.chapters for e in chapter.entries] == ["2018"]
    assert len(timeline.entries) == len(timeline.panel.table.cells) == 2
    assert timeline.panel.figure is not None
    (bars,) = timeline.panel.figure["data"]
    assert bars["text"] == ["贫困发生率0.7%"]


def test_the_fullest_year_counts_every_dated_event_and_says_of_how_many_places(ask: Ask) -> None:
    other = {**PROGRESS, "doc": "report_340123", "adcode": FEIXI, "place": "肥西县", "kind": "policy"}
    events = [{**other, "event": f"e{n}", "date": "2020", "end_date": "2021"} for n in range(3)]
    lines = [RATE, figure(FEIXI, "poverty_rate", "2", basis="plan")]
    context = ask(lines, events=[PROGRESS, *events])
    assert build_timeline(context).panel.headline == "肥西县写了日期的事最多，3件；两地中2020年最密，共3件"
    alone = ask(lines, events=[*events, {**other, "event": "e9", "date": "2018"}], places=(FEIXI,))
    assert build_timeline(alone).panel.headline.endswith("；2020年最密，共3件")


def test_an_exit_of_villages_is_not_told_as_one_of_the_place(ask: Ask) -> None:
    left = {**PROGRESS, "kind": "exit"}
    villages = {**left, "event": "e2", "quote": "其中2017年退出贫困村73个", "date": "2017"}
    deck = build_timeline(ask([RATE], events=[villages])).panel.deck
    assert "摘帽" not in deck
    place = {**left, "event": "e3", "quote": "全市退出贫困市行列", "date": "2019"}
    assert build_timeline(ask([RATE], events=[villages, place])).panel.deck.endswith(
        "摘帽：晋城市（2019年）。"
    )


def test_the_file_of_the_timeline_names_report_codes_and_both_dates(ask: Ask) -> None:
    event = {**PROGRESS, "kind": "visit", "end_date": "2019-04", "title": "调研"}
    file = build_timeline(ask([RATE], events=[event])).file
    (line,) = [cells for cells in file.cells if "调研" in cells]
    told = dict(zip(file.columns, line, strict=True))
    assert told["地区代码"] == JINCHENG
    assert (told["起始日期"], told["结束日期"]) == ("2018", "2019-04")
    assert (told["报告"], told["报告编号"]) == ("晋城市报告", "report_140500")
    assert told["原句"] == PROGRESS["quote"]


def test_a_filter_leaves_only_its_kinds(ask: Ask) -> None:
    context = ask([RATE], events=[{**PROGRESS, "kind": "exit"}], kinds=("exit",))
    assert [entry.kind for entry in build_timeline(context).entries] == ["exit"]
