"""What stands on a panel: marks of the table's values, everything said, text of documents never markup."""

from collections.abc import Callable
from typing import Any

import pytest
from plotly.graph_objects import Figure

from compare.context import Context
from compare.findings import find_conflicts
from compare.panel import Panel
from compare.panels.funding import build_funding
from compare.panels.lifted import build_lifted
from compare.panels.measures import build_measures
from compare.panels.overview import build_overview
from compare.panels.rate import build_rate
from tests.compare.figures import figure

FEIXI, JINGDE, TAOYUAN, JINCHENG, JARUD = "340123", "341825", "430725", "140500", "150526"
Ask = Callable[..., Context]


def money(place: str, value: str, **more: str) -> dict[str, str]:
    return figure(place, "funding.special", value, **more)


def rate(place: str, value: str, **more: str) -> dict[str, str]:
    return figure(place, "poverty_rate", value, **{"basis": "level", **more})


def rate_of_income(place: str, year: str) -> dict[str, str]:
    return figure(place, "income.poor_per_capita", "9000", period=year)


def marks(panel: Panel) -> list[tuple[str, float]]:
    """Each drawn mark as (fact, value)."""
    assert panel.figure is not None
    return [(t["customdata"][0], t["x"][0]) for t in panel.figure["data"] if "customdata" in t]


def labels(panel: Panel) -> str:
    assert panel.figure is not None
    return "\n".join(note["text"] for note in panel.figure["layout"]["annotations"])


@pytest.fixture
def five() -> list[dict[str, str]]:
    return [
        money(FEIXI, "369000000"),
        money(FEIXI, "269000000", period="2019", start="3"),
        money(JINGDE, "20950000"),
        money(JINCHENG, "244298700", period="2017", grade="doubtful", note="metric carried over"),
        figure(JARUD, "funding.programme", "56550000", qualifier="over"),
    ]


def test_marks_are_the_rows_in_their_order(ask: Ask, five: list[dict[str, str]]) -> None:
    panel = build_funding(ask(five))[0]
    assert [value for _, value in marks(panel)] == [369e6, 269e6, 20.95e6, 244.2987e6]
    assert marks(panel) == [(row.fact, float(row.value)) for row in panel.rows]
    assert list(panel.table.facts[: len(panel.rows)]) == [row.fact for row in panel.rows]


def test_every_place_is_drawn_told_or_both(ask: Ask, five: list[dict[str, str]]) -> None:
    text = labels(build_funding(ask(five))[0])
    assert [name in text for name in ("肥西县", "旌德县", "晋城市", "桃源县", "扎鲁特旗")] == [True] * 5
    assert "未写此项；写了单项项目资金逾5,655万元" in text
    assert "报告没有写财政专项扶贫资金" in text


def test_many_missing_places_are_one_line(ask: Ask) -> None:
    panel = build_funding(ask([money(FEIXI, "5")]))[0]
    assert panel.notes[0] == "旌德县、桃源县、晋城市、扎鲁特旗的报告没有写这一项。"
    assert "旌德县" not in labels(panel)


def test_no_figure_is_no_chart_but_words(ask: Ask) -> None:
    panel = build_funding(ask([figure(FEIXI, "poor.persons", "5")]))[0]
    assert (panel.figure, panel.rows) == (None, ())
    assert panel.headline == "这些报告都没有写财政专项扶贫资金"
    assert panel.missing == ("肥西县、旌德县、桃源县、晋城市、扎鲁特旗的报告没有写这一项。",)


def test_states_are_told_by_more_than_colour(ask: Ask) -> None:
    lines = [
        money(FEIXI, "5", grade="doubtful"),
        money(JINGDE, "4", basis="plan"),
        money(TAOYUAN, "3", qualifier="over", period="2018"),
        money(JARUD, "2", qualifier="under"),
        money(JINCHENG, "0"),
    ]
    panel = build_funding(ask(lines))[0]
    assert panel.figure is not None
    markers = {t["name"]: t["marker"] for t in panel.figure["data"]}
    assert markers["肥西县"]["pattern"]["shape"] == "/"
    assert (markers["旌德县"]["color"], markers["旌德县"]["line"]["width"]) == ("#FFFFFF", 1.6)
    ends = [shape for shape in panel.figure["layout"]["shapes"] if shape["type"] == "path"]
    assert sorted(end["path"].split()[1] for end in ends) == ["L-9,0", "L12,0"]
    slivers = [shape for shape in panel.figure["layout"]["shapes"] if shape["type"] == "rect"]
    assert [(s["xanchor"], s["x1"]) for s in slivers] == [(0, 3)]
    assert {item.mark for item in panel.key} >= {"doubtful", "plan", "over", "under", "warn"}


def test_a_place_keeps_the_colour_of_its_slot(ask: Ask, five: list[dict[str, str]]) -> None:
    context = ask(five, places=(JARUD, JINGDE, FEIXI))
    panel = build_funding(context)[0]
    assert panel.figure is not None
    colours = {t["name"]: t["marker"]["color"] for t in panel.figure["data"]}
    assert (colours["旌德县"], colours["肥西县"]) == (context.palette.places[1], context.palette.places[2])


@pytest.mark.parametrize(
    "text", ["<b>1</b>亿元", "<script>alert(1)</script>5", "%{x}&lt;5", "<a href='x'>5</a>"]
)
def test_text_of_documents_is_never_markup(ask: Ask, text: str) -> None:
    line = money(FEIXI, "5", text=text, quote=f"安排{text}。", grade="doubtful", note="metric carried over")
    line["place"] = f"肥西{text}县"
    panel = build_funding(ask([line]))[0]
    assert panel.figure is not None
    shown = [note["text"] for note in panel.figure["layout"]["annotations"]]
    shown += [words for trace in panel.figure["data"] for words in trace["hovertext"]]
    assert all(
        trace["hoverinfo"] == "text" and "hovertemplate" not in trace for trace in panel.figure["data"]
    )
    for words in shown:
        own = words.replace("<b>", "").replace("</b>", "").replace("<br>", "").replace("</span>", "")
        assert "<script" not in own
        assert "<a " not in own
        assert words.count("<b>") == words.count("</b>")
        assert text not in words


def test_money_per_person_declares_what_it_was_divided_by(ask: Ask) -> None:
    lines = [
        money(FEIXI, "369000000"),
        figure(FEIXI, "poor.persons", "16386", basis="level"),
        money(JINGDE, "20950000"),
        figure(JINGDE, "poor.persons", "5500", basis="level", period="2014"),
        money(TAOYUAN, "7000000"),
        money(JARUD, "9000000"),
        figure(JARUD, "poor.persons", "20000", basis="level", qualifier="over"),
    ]
    panel = build_funding(ask(lines, per="person"))[0]
    text = labels(panel) + "".join(panel.notes)
    assert panel.headline == "只有肥西县的报告能算出2020年的每名建档立卡贫困人口财政专项扶贫资金：22,519元"
    assert "22,519" in text
    assert "÷16,386人" in text
    assert "旌德县：不能相除：建档立卡贫困人口（2014年）。" in text
    assert "桃源县：不能相除：报告没有写建档立卡贫困人口。" in text
    assert "扎鲁特旗：不能相除：建档立卡贫困人口存疑或只有界限。" in text
    assert [row.metric for row in panel.rows] == ["funding.special", "poor.persons"]


def test_a_share_never_passes_the_whole(ask: Ask) -> None:
    lines = [
        figure(JINGDE, "lifted.persons", "5639", basis="cumulative"),
        figure(JINGDE, "poor.persons", "5500", basis="level"),
        figure(JARUD, "lifted.persons", "21653", basis="cumulative"),
        figure(JARUD, "poor.persons", "21654", basis="level"),
    ]
    share = next(panel for panel in build_lifted(ask(lines)) if panel.id == "lifted.persons.share")
    assert [value for _, value in marks(share)] == [99.9]
    assert any("旌德县：不算比例：多于建档立卡贫困人口5,500人" in note for note in share.notes)


def test_shares_of_registers_of_other_years_are_not_ranked_and_dated_at_the_mark(ask: Ask) -> None:
    lines = [
        figure(JINGDE, "lifted.persons", "8000", basis="cumulative"),
        figure(JINGDE, "poor.persons", "9000", basis="level", period="2014"),
        figure(JARUD, "lifted.persons", "21653", basis="cumulative"),
        figure(JARUD, "poor.persons", "30000", basis="level", period="2016"),
    ]
    share = next(panel for panel in build_lifted(ask(lines)) if panel.id == "lifted.persons.share")
    assert [w.verdict + w.reason for w in share.warnings] == ["这些数字不能互比：分母的年份不同。"]
    assert "÷9,000人（2014年）" in labels(share)


def test_a_quotient_is_as_rough_as_what_it_is_divided_by(ask: Ask) -> None:
    lines = [money(FEIXI, "900000"), figure(FEIXI, "poor.persons", "900", basis="level", qualifier="about")]
    panel = build_funding(ask(lines, per="person"))[0]
    assert panel.headline.endswith("：约1,000元")
    assert "约1,000" in labels(panel)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            [money(p, "5", basis="cumulative", since=y) for p, y in ((FEIXI, "2014"), (JINGDE, "2016"))],
            "起止时间不同。",
        ),
        ([money(p, "5", period=y) for p, y in ((FEIXI, "2020-03"), (JINGDE, "2020-05"))], "起止时间不同。"),
        ([rate_of_income(p, y) for p, y in ((FEIXI, "2019"), (JINCHENG, "2020"))], "年份不同。"),
        ([money(p, "5", period="") for p in (FEIXI, JINGDE)], "都没有写年份。"),
        (
            [money(p, "5", grade=g) for p, g in ((FEIXI, "doubtful"), (JINGDE, "stated"))],
            "存疑的数字不参与排名。",
        ),
        (
            [money(p, "5", qualifier=q) for p, q in ((FEIXI, "over"), (JINGDE, "exact"))],
            "上限、下限或区间互有重叠，不参与排名。",
        ),
    ],
)
def test_the_strip_names_what_differs_and_nothing_else(
    ask: Ask, lines: list[dict[str, str]], said: str
) -> None:
    context = ask(lines, family="income")
    panel = build_measures(context).panel or build_funding(context)[0]
    assert [w.reason for w in panel.warnings] == [said]


def test_a_group_names_for_each_measure_what_differs(ask: Ask) -> None:
    lines = [
        *(figure(p, "funding.social", "5", period=y) for p, y in ((FEIXI, "2019"), (JINGDE, "2020"))),
        *(figure(p, "credit.issued", "5", grade=g) for p, g in ((FEIXI, "doubtful"), (JINGDE, "stated"))),
    ]
    others = build_funding(ask(lines))[1]
    assert [w.reason for w in others.warnings] == ["社会帮扶资金（年份）、扶贫贷款发放额（确定程度）有差别。"]


def test_the_overview_names_what_differs(ask: Ask) -> None:
    lines = [money(p, "5", grade=g) for p, g in ((FEIXI, "doubtful"), (JINGDE, "stated"))]
    assert [w.reason for w in build_overview(ask(lines)).warnings] == ["确定程度不同。"]


def finding_of(lines: list[dict[str, str]], check: str) -> dict[str, str]:
    return {
        "finding": "f1",
        "doc": lines[0]["doc"],
        "check": check,
        "verdict": "contradicts",
        "message_zh": "不符。",
        "message_en": "It does not add up.",
        "spans": str([[int(line["start"]), int(line["end"])] for line in lines]),
        "facts": " ".join(line["fact"] for line in lines),
    }


@pytest.mark.parametrize(("check", "red"), [("sum", [False, True]), ("order", [True, True])])
def test_of_a_sum_only_what_does_not_come_out_is_red(ask: Ask, check: str, red: list[bool]) -> None:
    lines = [money(FEIXI, "9999", start="0"), money(FEIXI, "5", period="2019", start="9")]
    context = ask(lines, findings=[finding_of(lines, check)])
    rows = context.store.rows((FEIXI,))
    assert [row.fact in find_conflicts(context, rows) for row in rows] == red


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"value": "3000", "doc": "other"}, ["采用《肥西县报告》的5,000元，未用《》的3,000元。"]),
        ({"value": "3000", "doc": "other", "qualifier": "over"}, []),
        ({"value": "3000", "doc": "other", "period": "2019"}, []),
        ({"value": "3000", "start": "9"}, []),
    ],
    ids=["another value", "a bound that allows it", "another year", "the same report"],
)
def test_reports_that_disagree_on_one_figure_are_told(
    ask: Ask, other: dict[str, str], said: list[str]
) -> None:
    context = ask([money(FEIXI, "5000"), money(FEIXI, **other)])
    assert [w.reason for w in build_funding(context)[0].warnings] == said


def test_the_flow_of_a_year_is_apart_from_the_running_total(ask: Ask) -> None:
    lines = [
        figure(JINCHENG, "lifted.persons", "58491", basis="cumulative", period="2018"),
        figure(JINCHENG, "lifted.persons", "31658", period="2017"),
    ]
    panels = {panel.id: panel for panel in build_lifted(ask(lines))}
    assert [value for _, value in marks(panels["lifted.persons"])] == [58491]
    assert [value for _, value in marks(panels["lifted.persons.flow"])] == [31658]
    assert "年度" in panels["lifted.persons.flow"].deck


FALLS = {"quote": "由最初的8.4%下降为零，由5. 3%下降为0. 7%。", "quote_start": "0"}
RATES = [
    rate(JARUD, "8.4", period="", start="4", text="8.4%", **FALLS),
    rate(JARUD, "0", period="2020", start="11", text="零", **FALLS),
    rate(JINCHENG, "5.3", period="", start="14", text="5. 3%", **FALLS),
    rate(JINCHENG, "0.7", period="2020", start="22", text="0. 7%", **FALLS),
    rate(JINGDE, "4.5", period="2014", text="4.5%"),
    rate(TAOYUAN, "3", period="2020", basis="plan"),
]


def test_rates_from_where_to_where(ask: Ask) -> None:
    (panel,) = build_rate(ask(RATES))
    assert panel.headline == "贫困发生率：扎鲁特旗降8.4个百分点，晋城市降4.6个百分点"
    assert [value for _, value in marks(panel)] == [8.4, 0, 5.3, 0.7, 4.5]
    assert panel.table.cells[1] == ("晋城市", "5.3%", "起初，年份不明", "0.7%", "2020年", "4.6", "86.8")
    assert panel.table.cells[2][:5] == ("旌德县", "4.5%", "2014年", "未写", "")
    assert "只写了计划：3%" in labels(panel)
    assert [w.verdict for w in panel.warnings] == ["起点年份多数没有写。"]


def test_a_fall_is_told_in_points_and_in_percent_and_dated_at_the_dots(ask: Ask) -> None:
    (panel,) = build_rate(ask(RATES))
    assert "降8.4个百分点（100%）" in labels(panel)
    assert "降4.6个百分点（86.8%）" in labels(panel)
    assert panel.figure is not None
    dates = {note["text"]: note["x"] for note in panel.figure["layout"]["annotations"] if note["xref"] == "x"}
    assert dates["2014年"] == 4.5
    assert {"起初，年份不明", "2020年"} <= set(dates)


def test_dates_of_two_near_dots_stand_in_one_line(ask: Ask) -> None:
    lines = [rate(FEIXI, "5", period="2019"), rate(FEIXI, "4.9"), rate(JINGDE, "20", period="2014")]
    (panel,) = build_rate(ask(lines))
    assert "2019年 → 2020年" in labels(panel)


def test_doubtful_and_contradicted_rates_look_different(ask: Ask) -> None:
    lines = [rate(FEIXI, "5", period="2014", grade="doubtful", note="metric carried over"), rate(FEIXI, "1")]
    finding = {
        "finding": "f1",
        "doc": f"report_{FEIXI}",
        "verdict": "contradicts",
        "message_zh": "贫困发生率应为1.2%。",
        "message_en": "The rate should be 1.2%.",
        "facts": lines[1]["fact"],
    }
    (panel,) = build_rate(ask(lines, findings=[finding], places=(FEIXI,)))
    assert panel.figure is not None
    symbols = [t["marker"].get("symbol") for t in panel.figure["data"] if "marker" in t]
    assert symbols == ["circle-x-open", None]
    assert "! 数字不符" in labels(panel)
    assert {item.mark for item in panel.key} >= {"crossed", "bad"}
    assert panel.notes == ("肥西县存疑：指标承上文。",)
    assert panel.warnings[-1].reason == "贫困发生率应为1.2%；照录，不改。"


@pytest.mark.parametrize(
    ("lines", "zh"),
    [
        (RATES[:2], "扎鲁特旗贫困发生率降8.4个百分点，降到零"),
        (RATES[4:5], "只有旌德县写了2014年的贫困发生率：4.5%"),
        (
            [rate(FEIXI, "5", period="2016"), rate(FEIXI, "0.5", qualifier="under")],
            "肥西县贫困发生率降逾4.5个百分点，降到不足0.5%",
        ),
        (
            [rate(FEIXI, "5", period="2016"), rate(FEIXI, "0.5", qualifier="about")],
            "肥西县贫困发生率降约4.5个百分点，降到约0.5%",
        ),
        ([rate(FEIXI, "1", period="2016"), rate(FEIXI, "2")], "肥西县贫困发生率升1个百分点，升到2%"),
        ([rate(FEIXI, "1", period="2016"), rate(FEIXI, "1")], "肥西县贫困发生率仍是1%"),
        ([rate(FEIXI, "0.89"), rate(JINGDE, "0.83")], "肥西县2020年贫困发生率0.89%，比旌德县高0.06个百分点"),
        (
            [rate(FEIXI, "0.89"), rate(JINGDE, "0.83", period="2018")],
            "贫困发生率：两地各只写了一端，不能比降幅",
        ),
        ([money(FEIXI, "5")], "这些报告都没有写贫困发生率"),
    ],
)
def test_the_sentence_on_rates(ask: Ask, lines: list[dict[str, str]], zh: str) -> None:
    assert build_rate(ask(lines))[0].headline == zh


def fell(place: str, first: str, latest: str, **more: str) -> list[dict[str, str]]:
    return [rate(place, first, period="2014"), rate(place, latest, **more)]


@pytest.mark.parametrize(
    ("falls", "zh"),
    [
        (
            [*fell(FEIXI, "5", "1"), *fell(JINGDE, "6", "1", qualifier="under"), *fell(JARUD, "4", "2")],
            "旌德县贫困发生率降逾5个百分点，写明起止的三地中最多",
        ),
        (
            [*fell(FEIXI, "5.2", "0"), *fell(JINGDE, "6", "1", qualifier="under"), *fell(JARUD, "4", "2")],
            "肥西县贫困发生率降5.2个百分点，可比的两地中最多",
        ),
        (
            [*fell(FEIXI, "5", "1"), *fell(JINGDE, "9", "1", grade="doubtful"), *fell(JARUD, "4", "2")],
            "肥西县贫困发生率降4个百分点，可比的两地中最多",
        ),
        (
            [
                *fell(FEIXI, "5", "1", qualifier="about"),
                *fell(JINGDE, "9", "1", qualifier="about"),
                *fell(JARUD, "4", "2"),
            ],
            "贫困发生率：三地的降幅，分不出哪个最大",
        ),
    ],
)
def test_only_falls_whose_order_is_certain_are_ranked(ask: Ask, falls: list[dict[str, str]], zh: str) -> None:
    assert build_rate(ask(falls))[0].headline == zh


def test_reports_that_disagree_on_an_end_are_told(ask: Ask) -> None:
    lines = [*fell(FEIXI, "5", "1"), rate(FEIXI, "2", doc="other")]
    (panel,) = build_rate(ask(lines, places=(FEIXI,)))
    assert [w.verdict for w in panel.warnings] == ["几份报告写肥西县的贫困发生率不一："]


def test_a_fall_between_ends_that_are_not_exact_has_no_percent(ask: Ask) -> None:
    lines = [*fell(FEIXI, "5", "1", qualifier="under"), *fell(JARUD, "4", "2", grade="doubtful")]
    (panel,) = build_rate(ask(lines, places=(FEIXI, JARUD)))
    assert [cells[-2:] for cells in panel.table.cells] == [("逾4", ""), ("2", "")]
    assert "降2个百分点，存疑" in labels(panel)


def test_an_undated_rate_is_the_first_only_before_the_latest_in_its_sentence(ask: Ask) -> None:
    other = [rate(FEIXI, "8.4", period="", start="90"), rate(FEIXI, "1", start="200")]
    after = [
        rate(FEIXI, "8.4", period="", start="9", quote_start="0"),
        rate(FEIXI, "1", start="2", quote_start="0"),
    ]
    for lines in (other, after):
        (panel,) = build_rate(ask(lines, places=(FEIXI,)))
        assert [value for _, value in marks(panel)] == [1]


def test_measures_stand_by_family_and_the_rest_is_one_line(ask: Ask) -> None:
    lines = [
        figure(FEIXI, "cadres.helping", "4110", basis="level"),
        figure(JARUD, "cadres.helping", "2074", basis="level", period="2020-10"),
        figure(FEIXI, "teams.village", "13", basis="level"),
    ]
    measures = build_measures(ask(lines))
    panel = measures.panel
    assert panel is not None
    assert (measures.family, measures.given) == ("helpers", ("helpers",))
    assert panel.headline == "肥西县2020年帮扶干部4,110人，是扎鲁特旗的1.98倍"
    assert sorted(value for _, value in marks(panel)) == [13, 2074, 4110]
    assert panel.figure is not None
    axes: dict[str, Any] = panel.figure["layout"]
    assert axes["xaxis"]["range"][0] == axes["xaxis2"]["range"][0] == 0
    assert measures.without.startswith("这些报告没有写：收入、搬迁与住房、")


def test_a_family_without_figures_is_said_not_replaced(ask: Ask) -> None:
    measures = build_measures(ask([figure(FEIXI, "teams.village", "13", basis="level")], family="jobs"))
    assert (measures.family, measures.panel, measures.records) == ("jobs", None, ())
    assert measures.given == ("helpers",)


def test_what_was_done_stands_with_what_the_same_sentence_tells(ask: Ask) -> None:
    quote = "带动3655户贫困户,户均增收7118元"
    lines = [
        figure(FEIXI, "industry.households", "3655", text="3655户", quote=quote, start="102", period="2019"),
        figure(
            FEIXI, "income.gain_per_household", "7118", text="7118元", quote=quote, start="115", period="2019"
        ),
        figure(JINGDE, "industry.households", "869", text="869户"),
    ]
    first, second = build_measures(ask(lines, family="industry")).records
    (deed,) = first.deeds
    assert (deed.done, deed.beside) == (
        ("产业带动户3,655户（2019年，当年）",),
        ("户均增收7,118元（2019年，当年）",),
    )
    assert [quote[start:end] for start, end in deed.marks] == ["3655户", "7118元"]
    assert (second.name, second.deeds[0].beside) == ("旌德县", ())
    assert [record.silent for record in (first, second)] == [False, True]
    assert not any(record.silent for record in build_measures(ask(lines, family="income")).records)


@pytest.mark.parametrize(
    "more", [{"period": "2018"}, {"period": "2020", "basis": "plan"}], ids=["earlier", "plan"]
)
def test_what_cannot_have_come_of_a_deed_does_not_stand_beside_it(ask: Ask, more: dict[str, str]) -> None:
    told = {"quote": "带动3655户,户均增收7118元", "quote_start": "0"}
    lines = [
        figure(FEIXI, "industry.households", "3655", text="3655户", start="2", period="2019", **told),
        figure(FEIXI, "income.gain_per_household", "7118", text="7118元", start="12", **told, **more),
    ]
    (record,) = build_measures(ask(lines, family="industry")).records
    assert (record.deeds[0].beside, record.deeds[0].marks, record.silent) == ((), ((2, 7),), True)


def test_other_kinds_of_money_stand_in_one_panel_and_the_silent_ones_are_named(
    ask: Ask, five: list[dict[str, str]]
) -> None:
    first, others = build_funding(ask([*five, figure(FEIXI, "credit.balance", "22710000", basis="level")]))
    assert [value for _, value in marks(others)] == [56550000, 22710000]
    assert first.id == "funding.special"
    assert others.notes[-1].startswith("这些报告没有写：统筹整合涉农资金、")
    assert {row.fact for row in others.rows} == {fact for fact, _ in marks(others)}
    assert [fact for fact in others.table.facts if fact] == [fact for fact, _ in marks(others)]


def test_the_other_measures_of_those_lifted_stand_in_one_panel(ask: Ask) -> None:
    lines = [
        figure(FEIXI, "lifted.persons", "16386", basis="cumulative"),
        figure(FEIXI, "villages.delisted", "13", basis="cumulative"),
        figure(FEIXI, "remaining.persons", "0", basis="level"),
    ]
    panels = build_lifted(ask(lines))
    assert [panel.id for panel in panels] == ["lifted.persons", "lifted.persons.share", "lifted.others"]
    assert [value for _, value in marks(panels[-1])] == [0, 13]


def test_cards_say_what_is_missing_and_what_does_not_compare(ask: Ask, five: list[dict[str, str]]) -> None:
    lines = [*five, *RATES, figure(JINCHENG, "lifted.persons", "58491", basis="cumulative", period="2018")]
    overview = build_overview(ask(lines))
    cards = {card.adcode: {entry.metric: entry for entry in card.entries} for card in overview.cards}
    assert [card.where for card in overview.cards][:1] == ["安徽 · 县"]
    assert cards[JINCHENG]["funding.special"].warned
    assert cards[JINCHENG]["funding.special"].state == "doubtful"
    assert cards[JINCHENG]["lifted.households"].number == "只写人数"
    assert (cards[JARUD]["poverty_rate"].faint, cards[JARUD]["poverty_rate"].number) == ("8.4%", "→ 0%")
    assert cards[TAOYUAN]["funding.special"].number == "未写"
    assert overview.warnings[0].verdict == "五地不宜逐项排名。"
    assert overview.warnings[0].reason == "晋城市是地级市。"


@pytest.mark.parametrize(("source", "said"), [("inferred", "2020年，推断"), ("printed", "2020年")])
def test_a_reports_date_that_is_only_inferred_is_said_to_be(ask: Ask, source: str, said: str) -> None:
    reports = {FEIXI: {"date_source": source}}
    context = ask([money(FEIXI, "369000000")], reports=reports, places=(FEIXI,))
    assert build_funding(context)[0].sources[0].when == said
    assert build_overview(context).cards[0].report == f"报告 {said}"


def test_the_overviews_table_says_all_that_the_cards_say(ask: Ask) -> None:
    lines = [*fell(FEIXI, "5.3", "0.7"), money(FEIXI, "369000000"), money(JINGDE, "20950000", period="2019")]
    finding = {"finding": "f1", "doc": f"report_{FEIXI}", "verdict": "contradicts", "facts": lines[1]["fact"]}
    first, second = build_overview(ask(lines, findings=[finding], places=(FEIXI, JINGDE))).table.cells
    assert "5.3% → 0.7% (2014年 → 2020年) ! 数字不符" in first
    assert any("(▲ " in cell and "2019年" in cell for cell in (*first, *second))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("places", [(), (FEIXI,), (FEIXI, JINGDE, TAOYUAN, JINCHENG, JARUD), ("999999",)])
def test_every_page_stands_for_any_choice(
    ask: Ask, five: list[dict[str, str]], language: str, places: tuple[str, ...]
) -> None:
    context = ask([*five, *RATES], language, places=places)
    panels = [
        *build_funding(context),
        *build_lifted(context),
        *build_rate(context),
    ]
    measures = build_measures(context)
    panels += [measures.panel] if measures.panel else []
    overview = build_overview(context)
    for panel in [*panels, overview.chart]:
        assert panel.headline
        assert panel.figure is None or Figure(panel.figure).data  # plotly knows every part of it
        assert "{" not in panel.headline + panel.deck + panel.alt
        assert all(len(line) == len(panel.table.columns) for line in panel.table.cells)


def test_the_table_says_of_a_place_without_a_figure_what_the_chart_says(ask: Ask) -> None:
    lines = [money(FEIXI, "369000000"), figure(JINGDE, "poor.persons", "500", basis="level"), *RATES]
    lines += [money(JARUD, "5000000", basis="plan", period="2019"), money(JINGDE, "20950000")]
    panel = build_funding(ask(lines, per="person", places=(FEIXI, JINGDE, JARUD)))[0]
    said = {cells[0]: cells[1] for cells in panel.table.cells}
    assert said["肥西县"] == "不能相除：报告没有写建档立卡贫困人口"
    assert said["肥西县"] in labels(panel)
    planned = [money(FEIXI, "369000000"), rate(JARUD, "2", basis="plan")]
    (fall,) = build_rate(ask(planned, places=(JARUD,)))
    assert fall.table.cells[0][1] == "只写了计划：2%"


def test_what_cannot_be_worked_out_is_not_said_to_be_unwritten(ask: Ask) -> None:
    panel = build_funding(ask([money(FEIXI, "369000000")], per="household"))[0]
    assert panel.headline == "这些报告算不出每户建档立卡贫困户财政专项扶贫资金"
    assert "肥西县：不能相除：报告没有写建档立卡贫困户。" in panel.missing
