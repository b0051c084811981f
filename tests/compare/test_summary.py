"""The sentence over the cards leads with what the reports give, and says what limits the comparison."""

from collections.abc import Callable

import pytest

from compare.context import Context
from compare.panels.overview import build_overview
from tests.compare.figures import figure

Ask = Callable[..., Context]
FEIXI, JINGDE, TAOYUAN, JINCHENG, JARUD = "340123", "341825", "430725", "140500", "150526"


def households(place: str, value: str, **more: str) -> dict[str, str]:
    return figure(place, "lifted.households", value, **{"basis": "cumulative", **more})


FUNDS = [figure(FEIXI, "funding.special", "369000000"), figure(JINGDE, "funding.special", "20950000")]
LIFTED = [households(FEIXI, "7247"), households(JINGDE, "2510"), households(JARUD, "8600")]
FALL = {"basis": "level", "quote": "由最初的8.4%下降为0%。", "quote_start": "0"}
RATE = [
    figure(JARUD, "poverty_rate", "8.4", period="", start="4", **FALL),
    figure(JARUD, "poverty_rate", "0", start="11", **FALL),
]


@pytest.mark.parametrize(
    ("lines", "places", "said"),
    [
        (
            [*FUNDS, *LIFTED],
            (FEIXI, JINGDE, JARUD),
            (
                "肥西县财政专项扶贫资金是旌德县的17.6倍（2020年，当年）；可比的三地中，扎鲁特旗脱贫户最多（2020年，累计）",
                (
                    "Feixi has 17.6 times the special poverty funds of Jingde (2020, in the year); "
                    "Jarud lifted the most households of the three that compare (2020, running total)"
                ),
            ),
        ),
        (
            [*FUNDS, *LIFTED],
            (FEIXI,),
            (
                "肥西县累计脱贫7,247户；2020年财政专项扶贫资金3.69亿元",
                "Feixi lifted 7,247 households in all; Feixi’s special poverty funds in 2020: ¥369m",
            ),
        ),
        (
            [*LIFTED, *RATE],
            (JARUD,),
            (
                "扎鲁特旗贫困发生率降8.4个百分点，降到零；累计脱贫8,600户",
                "Jarud’s poverty rate fell 8.4 points, to zero; Jarud lifted 8,600 households in all",
            ),
        ),
        (
            [households(TAOYUAN, "9", basis="plan", period="")],
            (TAOYUAN,),
            (
                "桃源县计划脱贫9户，年份不明",
                "Taoyuan plans to lift 9 households, year not given",
            ),
        ),
        (
            [households(FEIXI, "9", basis="plan"), households(JINGDE, "4", basis="plan")],
            (FEIXI, JINGDE),
            (
                "肥西县计划2020年脱贫9户，是旌德县的2.25倍",
                "Feixi plans to lift 9 households in 2020, 2.25 times Jingde’s",
            ),
        ),
        (
            [FUNDS[0]],
            (FEIXI, TAOYUAN),
            (
                "只有肥西县写了2020年的财政专项扶贫资金：3.69亿元",
                "Only Feixi gives a figure for special poverty funds, 2020: ¥369m",
            ),
        ),
        (
            [figure(FEIXI, "jobs.employed", "5")],
            (FEIXI,),
            (
                "这些报告都没有写这几项数字",
                "None of the headline figures is in these reports",
            ),
        ),
    ],
)
def test_the_sentence_over_the_cards(
    ask: Ask, lines: list[dict[str, str]], places: tuple[str, ...], said: tuple[str, str]
) -> None:
    headlines = [build_overview(ask(lines, language, places=places)).headline for language in ("zh", "en")]
    assert tuple(headlines) == said


def test_a_contradiction_is_on_the_card_in_the_key_and_in_the_strip(ask: Ask) -> None:
    finding = {
        "finding": "f1",
        "doc": f"report_{JINGDE}",
        "check": "order",
        "verdict": "contradicts",
        "message_zh": "脱贫2,510户，多于建档立卡1,775户。",
        "message_en": "2,510 lifted, 1,775 registered.",
        "facts": LIFTED[1]["fact"],
    }
    overview = build_overview(ask(LIFTED, findings=[finding]))
    bad = {card.adcode: [entry.metric for entry in card.entries if entry.bad] for card in overview.cards}
    assert bad[JINGDE] == ["lifted.households"]
    assert bad[FEIXI] == []
    assert "bad" in {item.mark for item in overview.key}
    assert [(w.verdict, w.reason) for w in overview.warnings][-1] == (
        "旌德县的数字彼此不符：",
        "脱贫2,510户，多于建档立卡1,775户；照录，不改。",
    )


def test_with_a_year_chosen_everything_on_the_overview_is_of_that_year(ask: Ask) -> None:
    rates = [
        figure(FEIXI, "poverty_rate", v, basis="level", period=y) for v, y in (("6", "2014"), ("1", "2020"))
    ]
    people = figure(JARUD, "lifted.persons", "20", basis="cumulative")
    overview = build_overview(ask([*FUNDS, *rates, people], period="2014", places=(FEIXI, JINGDE, JARUD)))
    assert {row.year for row in overview.rows} == {"2014"}
    assert overview.headline == "只有肥西县写了2014年的贫困发生率：6%"


def test_a_share_that_does_not_come_out_is_told_of_the_part_and_its_whole(ask: Ask) -> None:
    more = {"basis": "level", "doc": "report_140500"}
    whole = figure(JINCHENG, "poor.persons", "9999", start="10", **more)
    part = figure(FEIXI, "poor.persons", "1760", start="40", **more)
    finding = {"finding": "f1", "doc": "report_140500", "check": "share", "verdict": "contradicts"}
    finding |= {"message_zh": "占比：文中为18.3%。", "facts": f"{whole['fact']} {part['fact']}"}
    overview = build_overview(ask([whole, part], findings=[finding], places=(JINCHENG, FEIXI)))
    assert overview.warnings[-1].verdict == "肥西县占晋城市建档立卡贫困人口的比例与核算不符："


def test_a_plan_on_a_card_is_in_the_key(ask: Ask) -> None:
    overview = build_overview(ask([households(TAOYUAN, "9", basis="plan")], places=(TAOYUAN,)))
    assert [entry.state for entry in overview.cards[0].entries][1] == "plan"
    assert [item.mark for item in overview.key] == ["plan"]
    assert not build_overview(ask(LIFTED[:1], places=(FEIXI,))).key


@pytest.mark.parametrize("end", [0, 1])
def test_a_doubtful_or_contradicted_rate_is_seen_on_the_card(ask: Ask, end: int) -> None:
    lines = [dict(line) for line in RATE]
    lines[end]["grade"] = "doubtful"
    (card,) = build_overview(ask(lines, places=(JARUD,))).cards
    (entry,) = [entry for entry in card.entries if entry.metric == "poverty_rate"]
    assert entry.state == "doubtful"


def test_a_rate_without_a_year_is_not_said_to_be_the_first(ask: Ask) -> None:
    (card,) = build_overview(ask(RATE[:1], places=(JARUD,))).cards
    assert [e.small for e in card.entries if e.metric == "poverty_rate"] == ["年份不明"]


def test_an_undated_and_damaged_report_is_told_of_one_place_too(ask: Ask) -> None:
    context = ask(LIFTED[:1], places=(FEIXI,), reports={FEIXI: {"date": "", "damaged": "1"}})
    overview = build_overview(context)
    assert [w.verdict for w in overview.warnings] == ["肥西县的报告没有写年份；肥西县的文字有损坏。"]
    assert overview.cards[0].report == "报告 年份不明"
