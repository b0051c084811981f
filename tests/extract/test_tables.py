"""Tables turned into lines: each figure takes its column's unit, its line's year, and nothing from its neighbours."""

import time

import pytest

from extract.text.fold import fold
from extract.text.tables import find_entries
from tests.extract.test_properties import rows_of


def entries(text: str) -> list[tuple[str, str, str, str]]:
    return [(e.year, e.words, e.cell.text, e.units) for e in find_entries(fold(text).text)]


def figures(text: str) -> list[tuple[str, str, str, str]]:
    return [(row[0], row[1], row[2], row[4]) for row in rows_of(text)]


@pytest.mark.parametrize(
    "caption", ["资金投入(单位:万元、户)\n", "资金投入\n单位：万元，户\n", "(单位：户、万元)\n资金投入\n"]
)
def test_the_line_above_names_the_units_of_all_columns(caption: str) -> None:
    table = "年份 财政专项扶贫资金 脱贫户数\n2017 640 315\n2018 1,280 207\n"
    assert figures(caption.replace("，", "、") + table) == [
        ("640", "funding.special", "6400000", "2017"),
        ("315", "lifted.households", "315", "2017"),
        ("1,280", "funding.special", "12800000", "2018"),
        ("207", "lifted.households", "207", "2018"),
    ]


def test_money_of_no_told_unit_gives_no_row() -> None:
    assert figures("年份 财政专项扶贫资金\n2017 64000\n2018 12800\n") == []
    assert figures("(单位:万元、元)\n年份 财政专项扶贫资金\n2017 64000\n2018 12800\n") == []


def test_a_units_line_far_above_is_of_another_table() -> None:
    far = "(单位:万元)\n第一行。\n第二行。\n第三行。\n年份 财政专项扶贫资金\n2017 64000\n2018 12800\n"
    assert figures(far) == []


def test_the_header_s_own_unit_wins_over_the_line_above() -> None:
    table = "(单位:万元)\n年份 财政专项扶贫资金(亿元)\n2017 1.5\n2018 2.5\n"
    assert figures(table) == [
        ("1.5", "funding.special", "150000000", "2017"),
        ("2.5", "funding.special", "250000000", "2018"),
    ]


def test_years_across_and_a_column_of_units() -> None:
    table = "指标 单位 2017年 2018年\n贫困发生率 % 9.4 3.2\n财政专项扶贫资金 万元 640 1280\n"
    assert figures(table) == [
        ("9.4", "poverty_rate", "9.4", "2017"),
        ("3.2", "poverty_rate", "3.2", "2018"),
        ("640", "funding.special", "6400000", "2017"),
        ("1280", "funding.special", "12800000", "2018"),
    ]


def test_cells_with_units_of_their_own() -> None:
    table = "年份 财政专项扶贫资金 贫困发生率\n2017年 640万元 9.4%\n2018年 1280万元 3.2%\n"
    assert [row[:3] for row in figures(table)] == [
        ("640万元", "funding.special", "6400000"),
        ("9.4%", "poverty_rate", "9.4"),
        ("1280万元", "funding.special", "12800000"),
        ("3.2%", "poverty_rate", "3.2"),
    ]


def test_bars_and_the_rule_under_a_header() -> None:
    table = "| 年份 | 脱贫人口(万人) |\n|---|:---:|\n| 2017 | 1.2 |\n| 2018 | 0.8 |\n"
    assert figures(table) == [
        ("1.2", "lifted.persons", "12000", "2017"),
        ("0.8", "lifted.persons", "8000", "2018"),
    ]


@pytest.mark.parametrize(
    ("line", "readable"),
    [
        ("脱贫人数 350 1200", "脱贫人数 350 1200"),
        ("合计 9 350 12", "合计 9 350 12"),
        ("指标 2017年 2018年", "指标 2017年 2018年"),
        ("全县脱贫 350 户,搬迁 20 户", "全县脱贫350户,搬迁20户"),
        ("投入资金 1 350 万元", "投入资金1350万元"),
        ("脱贫 350 户", "脱贫350户"),
    ],
)
def test_blanks_part_the_cells_of_a_table_s_line_only(line: str, readable: str) -> None:
    assert fold(line).text == readable


def test_a_line_of_another_width_ends_the_table() -> None:
    table = "年份 脱贫户数\n2017 315\n2018 207\n合计 522 8\n2019 12\n"
    assert [entry[2] for entry in entries(table)] == ["315", "207"]


def test_a_long_line_of_cells_takes_linear_time() -> None:
    begin = time.process_time()
    fold("指标 " + "计 12 345 " * 40_000)
    assert time.process_time() - begin < 3
