"""The computed sentence in the constellations of data that there are."""

from collections.abc import Callable

import pytest

from compare.context import Context
from compare.findings import Asked
from compare.panel import Panel
from compare.panels.comparison import build_comparison
from compare.pick import Wish
from tests.compare.figures import figure

FEIXI, JINGDE, TAOYUAN, JINCHENG, JARUD = "340123", "341825", "430725", "140500", "150526"
Ask = Callable[..., Context]


def panel(context: Context, metric: str = "funding.special") -> Panel:
    known = context.metrics[metric]
    return build_comparison(context, Asked(known, Wish(context.view.period, known.basis)))


def money(place: str, value: str, **more: str) -> dict[str, str]:
    return figure(place, "funding.special", value, **more)


def people(place: str, value: str, **more: str) -> dict[str, str]:
    return figure(place, "lifted.persons", value, **{"basis": "cumulative", **more})


CASES = [
    (
        [money(FEIXI, "369000000"), money(JINGDE, "20950000")],
        "肥西县2020年财政专项扶贫资金3.69亿元，是旌德县的17.6倍",
        "Feixi’s special poverty funds in 2020: ¥369m, 17.6 times Jingde’s",
    ),
    (
        [money(FEIXI, "30000000"), money(JINGDE, "25000000")],
        "肥西县2020年财政专项扶贫资金3,000万元，比旌德县多500万元",
        "Feixi’s special poverty funds in 2020: ¥30m, ¥5m more than Jingde",
    ),
    (
        [money(FEIXI, "30000000", qualifier="over"), money(JINGDE, "10000000")],
        "肥西县2020年财政专项扶贫资金逾3,000万元，至少是旌德县的3倍",
        "Feixi’s special poverty funds in 2020: over ¥30m, at least 3 times Jingde’s",
    ),
    (
        [money(FEIXI, "30000000"), money(JINGDE, "0")],
        "肥西县2020年财政专项扶贫资金3,000万元；旌德县为零",
        "Feixi’s special poverty funds in 2020: ¥30m; Jingde gives zero",
    ),
    (
        [money(FEIXI, "30000000"), money(JINGDE, "30000000")],
        "肥西县、旌德县的财政专项扶贫资金相同：3,000万元（2020年，当年）",
        "Feixi and Jingde give the same special poverty funds: ¥30m (2020, in the year)",
    ),
    (
        [money(FEIXI, "3"), money(JINGDE, "3"), money(JARUD, "1")],
        "肥西县、旌德县的财政专项扶贫资金相同，可比的三地中最多：3元（2020年，当年）",
        "Feixi and Jingde give the same special poverty funds, the most of the three that compare: ¥3 (2020, in the year)",
    ),
    (
        [money(FEIXI, "15000000"), money(JINGDE, "13000000", qualifier="about")],
        "肥西县2020年财政专项扶贫资金1,500万元，多于旌德县的约1,300万元",
        "Feixi’s special poverty funds in 2020: ¥15m, more than Jingde’s about ¥13m",
    ),
    (
        [money(FEIXI, "30000000")],
        "只有肥西县写了2020年的财政专项扶贫资金：3,000万元",
        "Only Feixi gives a figure for special poverty funds, 2020: ¥30m",
    ),
    (
        [money(TAOYUAN, "30000000", period="")],
        "只有桃源县写了财政专项扶贫资金：3,000万元，年份不明",
        "Only Taoyuan gives a figure for special poverty funds, year not given: ¥30m",
    ),
    (
        [money(TAOYUAN, "30000000", basis="plan")],
        "只有桃源县写了财政专项扶贫资金，而且是计划：3,000万元",
        "Only Taoyuan gives a figure for special poverty funds, and it is a plan: ¥30m",
    ),
    (
        [money(FEIXI, "5000000"), money(JINGDE, "9000000", period="2019")],
        "财政专项扶贫资金：两个数字，两种口径，不能排名",
        "Special poverty funds: two figures, two bases, no ranking",
    ),
    (
        [money(FEIXI, "5000000", period=""), money(JINGDE, "9000000", period="")],
        "财政专项扶贫资金：两个数字，彼此不可比，不能排名",
        "Special poverty funds: two figures that do not compare, no ranking",
    ),
    (
        [money(FEIXI, "50000000", basis="plan"), money(JINGDE, "9000000", basis="plan")],
        "肥西县2020年计划财政专项扶贫资金5,000万元，是旌德县的5.56倍",
        "Feixi’s special poverty funds, planned for 2020: ¥50m, 5.56 times Jingde’s",
    ),
    (
        [figure(FEIXI, "poor.persons", "5", basis="level")],
        "这些报告都没有写财政专项扶贫资金",
        "None of these reports has a figure for special poverty funds",
    ),
]


@pytest.mark.parametrize(("lines", "zh", "en"), CASES)
def test_the_sentence_says_what_the_figures_allow(
    ask: Ask, lines: list[dict[str, str]], zh: str, en: str
) -> None:
    assert panel(ask(lines)).headline == zh
    assert panel(ask(lines, "en")).headline == en


def test_people_lifted_have_a_verb(ask: Ask) -> None:
    lines = [
        people(JARUD, "21388", period="2020-10"),
        people(FEIXI, "16386"),
        people(JINGDE, "5639"),
        people(JINCHENG, "58491", period="2018"),
        people(TAOYUAN, "20000", basis="plan", period=""),
    ]
    assert panel(ask(lines), "lifted.persons").headline == "扎鲁特旗累计脱贫21,388人，可比的三地中最多"
    english = panel(ask(lines, "en"), "lifted.persons")
    assert english.headline == "Jarud lifted 21,388 people in all, the most of the three that compare"
    assert [(w.verdict, w.reason) for w in english.warnings] == [
        ("Taoyuan’s is a plan, not a result;", "its report gives no year."),
        ("Jincheng does not compare:", "it is a prefecture and its figure is for 2018."),
    ]


def test_a_report_alone_is_told_as_it_is(ask: Ask) -> None:
    one = ask([people(FEIXI, "16386")], places=(FEIXI,))
    assert panel(one, "lifted.persons").headline == "肥西县累计脱贫16,386人"
    assert panel(ask([people(FEIXI, "1")], places=(FEIXI,))).headline == "报告没有写财政专项扶贫资金"


def test_a_contradiction_is_told_and_never_mended(ask: Ask) -> None:
    line = people(JINGDE, "5639", start="7")
    finding = {
        "finding": "f1", "doc": line["doc"], "check": "order", "verdict": "contradicts",
        "message_en": "5,639 lifted, 5,500 registered", "message_zh": "脱贫5,639人，多于建档立卡5,500人",
        "facts": line["fact"],
    }  # fmt: skip
    found = panel(ask([line, people(FEIXI, "16386")], findings=[finding]), "lifted.persons")
    assert found.warnings[-1].verdict == "旌德县的数字彼此不符："
    assert found.warnings[-1].reason == "脱贫5,639人，多于建档立卡5,500人；照录，不改。"
    assert any("! 数字不符" in note["text"] for note in found.figure["layout"]["annotations"])  # type: ignore[index]
    assert "bad" in [item.mark for item in found.key]
