from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.language import open_language
from compare.words.lists import say_count, say_list
from compare.words.names import Names
from compare.words.numbers import chart_scale, printed_percent, say_amount, say_figure, say_points, say_ratio
from compare.words.periods import say_period, say_when
from compare.words.rounding import round_figure, round_places, write_plain
from extract.lexicon.gazetteer import load_gazetteer
from tests.compare.figures import row

ZH, EN = open_language("zh"), open_language("en")


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        ("369000000", "3.69亿元", "¥369m"),
        ("20950000", "2,095万元", "¥21m"),
        ("10701000", "1,070万元", "¥10.7m"),
        ("286500", "28.7万元", "¥286,500"),
        ("15827", "15,827元", "¥15,827"),
        ("3200", "3,200元", "¥3,200"),
        ("0", "0元", "¥0"),
        ("2000000000", "20亿元", "¥2bn"),
        ("12345678900", "123亿元", "¥12.3bn"),
        ("123456789000", "1,235亿元", "¥123bn"),
    ],
)
def test_money_in_sentences(value: str, zh: str, en: str) -> None:
    assert (say_amount(Decimal(value), "CNY", ZH), say_amount(Decimal(value), "CNY", EN)) == (zh, en)


def test_an_open_bound_is_never_rounded_past_itself() -> None:
    over = row("150526", "funding.programme", "56550000", qualifier="over")
    under = row("150526", "funding.programme", "56550001", qualifier="under")
    assert (say_figure(over, ZH), say_figure(over, EN)) == ("逾5,655万元", "over ¥56.5m")
    assert (say_figure(under, ZH), say_figure(under, EN)) == ("不足5,656万元", "under ¥56.6m")
    about = row("150526", "funding.programme", "56550000", qualifier="about")
    assert (say_figure(about, ZH), say_figure(about, EN)) == ("约5,655万元", "about ¥56.6m")


@given(st.decimals(1, 10**13, places=2), st.integers(1, 6))
def test_bounds_hold_for_any_amount(value: Decimal, digits: int) -> None:
    assert round_figure(value, digits, "over") <= value <= round_figure(value, digits, "under")
    assert round_places(value, 0, "over") <= value <= round_places(value, 0, "under")


def test_half_goes_up() -> None:
    assert round_places(Decimal("0.5"), 0) == 1
    assert round_places(Decimal("2.5"), 0) == 3
    assert round_figure(Decimal("1.005"), 3) == Decimal("1.01")


@given(st.decimals(0, 10**9, places=3))
def test_plain_digits_read_back_as_the_same_number(value: Decimal) -> None:
    assert Decimal(write_plain(value).replace(",", "")) == value


@pytest.mark.parametrize(
    ("tops", "zh", "en"),
    [
        (["369000000", "20950000"], ["36,900", "2,095"], ["¥369m", "¥21m"]),
        (["5655000", "442"], ["566", "0.0442"], ["¥5.66m", "¥0.000442m"]),
        (["22519", "5023"], ["22,519", "5,023"], ["¥22,519", "¥5,023"]),
        (["12300000000", "369000000"], ["123", "3.69"], ["¥12.3bn", "¥0.369bn"]),
    ],
)
def test_one_unit_for_a_chart(tops: list[str], zh: list[str], en: list[str]) -> None:
    values = [Decimal(top) for top in tops]
    assert [chart_scale(values, "CNY", ZH).number(value) for value in values] == zh
    assert [chart_scale(values, "CNY", EN).number(value) for value in values] == en


def test_counts_and_their_nouns() -> None:
    assert say_amount(Decimal(7247), "household", ZH) == "7,247户"
    assert say_amount(Decimal(1), "village", EN) == "1 village"
    assert say_amount(Decimal(835000), "person", ZH) == "83.5万人"
    assert say_amount(Decimal(835000), "person", EN) == "835,000 people"
    assert say_amount(Decimal("904.8"), "km2", ZH) == "904.8平方公里"


@pytest.mark.parametrize(
    ("text", "value", "shown"),
    [
        ("0. 89%", "0.89", "0.89%"),
        ("5.30%", "5.3", "5.30%"),
        ("零", "0", "0%"),
        ("百分之三", "3", "3%"),
        ("8%", "3", "3%"),
    ],
)
def test_a_rate_stands_as_printed(text: str, value: str, shown: str) -> None:
    assert printed_percent(row("140524", "poverty_rate", value, text=text)) == shown


def test_ranges_points_and_ratios() -> None:
    span = row("340123", "housing.renovated", "20", high="30")
    assert (say_figure(span, ZH), chart_scale([Decimal(30)], "household", ZH).figure(span)) == (
        "20户–30户",
        "20–30",
    )
    assert (say_points(Decimal("8.40"), ZH), say_points(Decimal("4.6"), EN)) == ("8.4个百分点", "4.6 points")
    assert [say_ratio(Decimal(v)) for v in ("17.613", "1.004", "1234.5")] == ["17.6", "1", "1,235"]


@pytest.mark.parametrize(
    ("period", "zh", "en"),
    [
        ("2020", "2020年", "2020"),
        ("2020-10", "2020年10月", "Oct 2020"),
        ("2020-09-30", "2020年9月30日", "30 Sep 2020"),
        ("", "年份不明", "year not given"),
    ],
)
def test_periods(period: str, zh: str, en: str) -> None:
    assert (say_period(period, ZH), say_period(period, EN)) == (zh, en)


@pytest.mark.parametrize(
    ("more", "zh", "en"),
    [
        ({"basis": "flow"}, "2020年，当年", "2020, in the year"),
        ({"basis": "flow", "period": "2020-06"}, "2020年6月，当月", "Jun 2020, in the month"),
        ({"basis": "level"}, "2020年", "2020"),
        ({"basis": "cumulative"}, "2020年，累计", "2020, running total"),
        (
            {"basis": "cumulative", "since": "2016"},
            "2020年，2016年以来累计",
            "2020, running total since 2016",
        ),
        ({"basis": "plan"}, "2020年，计划", "2020, plan"),
        ({"basis": "flow", "period": ""}, "年份不明", "year not given"),
    ],
)
def test_the_words_of_a_mark(more: dict[str, str], zh: str, en: str) -> None:
    figure = row("340123", "lifted.persons", "5", **more)
    assert (say_when(figure, ZH), say_when(figure, EN)) == (zh, en)


def test_names_and_levels_in_both_languages() -> None:
    names = Names(EN, load_gazetteer())
    assert names.short("340123", "肥西县") == "Feixi"
    assert names.full("150526", "扎鲁特旗") == "Jarud Banner"
    assert names.full("140500", "晋城市") == "Jincheng City"
    assert names.province("340123") == "Anhui"
    assert Names(ZH, load_gazetteer()).province("150526") == "内蒙古"
    assert Names(ZH).kind("140581", "高平市") == "县级市"
    assert Names(EN).short("340123", "肥西县") == "肥西县"


def test_lists_and_small_counts() -> None:
    assert say_list(["肥西县", "旌德县", "桃源县"], ZH) == "肥西县、旌德县、桃源县"
    assert say_list(["Feixi", "Jingde", "Jarud"], EN) == "Feixi, Jingde and Jarud"
    assert (say_list(["Feixi"], EN), say_list([], EN)) == ("Feixi", "")
    assert (say_count(2, ZH), say_count(3, EN), say_count(13, ZH)) == ("两", "three", "13")


def test_a_month_that_only_the_report_gives_is_not_called_the_flow_of_that_month() -> None:
    figure = row(
        "150526", "funding.programme", "5", period="2020-10", grade="carried", note="period carried over"
    )
    assert (say_when(figure, ZH), say_when(figure, EN)) == ("2020年10月", "Oct 2020")
