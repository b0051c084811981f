"""Tables turned into lines: each figure takes its column's unit, its line's year, and nothing from its neighbours."""

import time

import pytest

from extract.pipeline import read_text
from extract.report import plain
from extract.text.fold import fold
from tests.extract.reports import open_reader
from tests.extract.test_properties import rows_of


def cells(text: str) -> list[list[str]]:
    return [[cell.text for cell in row] for table in fold(text).tables for row in table.rows]


def figures(text: str) -> list[tuple[str, str, str, str]]:
    return [(row[0], row[1], row[2], row[4]) for row in rows_of(text)]


def told(text: str, place: str, date: str) -> list[tuple[str, str, str, str, str, str]]:
    reading = read_text(text, open_reader(), place, date)
    return [
        (
            text[slice(*reading.folded.span(one.number.start, one.number.end))],
            one.metric.id,
            plain(one.number.value or 0),
            one.place,
            one.period,
            str(one.basis),
        )
        for one in reading.figures
    ]


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


def test_a_wider_line_ends_the_table_one_that_lacks_a_cell_is_passed_over() -> None:
    table = "年份 脱贫户数 脱贫人数\n2017 315 812\n2018 207 533\n{}\n2019 12 31\n"
    assert [row[0] for row in cells(table.format("合计 522 1345 8"))] == ["2017", "2018"]
    assert [row[0] for row in cells(table.format("合计 522"))] == ["2017", "2018", "2019"]
    assert [row[0] for row in figures(table.format("合计 522"))] == ["315", "812", "207", "533", "12", "31"]


def test_a_long_line_of_cells_takes_linear_time() -> None:
    begin = time.process_time()
    fold("指标 " + "计 12 345 " * 40_000)
    assert time.process_time() - begin < 3


COUNTY_TABLE = "表1 各县2018年脱贫情况\n| 县区 | 脱贫户数 | 脱贫人数 | 贫困发生率（%） |\n|---|---|---|---|\n"


def test_cells_one_a_line_as_copied_from_a_web_page() -> None:
    cells = "指标 单位 2018年 2019年 年末贫困人口 人 5120 310 农村居民人均可支配收入 元 9120 10050 增幅 % 8.1 10.2"
    assert figures("\n".join(["表2 主要指标", *cells.split(), "以上数据为初步统计。"])) == [
        ("5120", "poor.persons", "5120", "2018"),
        ("310", "poor.persons", "310", "2019"),
        ("9120", "income.rural_per_capita", "9120", "2018"),
        ("10050", "income.rural_per_capita", "10050", "2019"),
    ]


def test_a_share_beside_money_and_the_total_of_tiers() -> None:
    cells = "资金来源 到位 支出 支出率 中央专项扶贫资金 5000 4800 96% 县级专项扶贫资金 300 300 100% 合计 5300 5100 96.2%"
    assert figures("\n".join(["表1 2019年扶贫资金情况（单位：万元）", *cells.split()])) == [
        ("5000", "funding.special", "50000000", "2019"),
        ("4800", "funding.special", "48000000", "2019"),
        ("300", "funding.special", "3000000", "2019"),
        ("300", "funding.special", "3000000", "2019"),
        ("5300", "funding.total", "53000000", "2019"),
        ("5100", "funding.total", "51000000", "2019"),
    ]


def test_counties_in_a_prefecture_s_table_and_their_sum() -> None:
    rows = "| 泽州县 | 1203 | 3920 | 0.8 |\n| 陵川 | 2310 | 7100 | 1.4 |\n| 合计 | 3513 | 11020 | 1.1 |\n"
    found = [row[1:4] for row in told(COUNTY_TABLE + rows, "晋城市", "2019-03")]
    assert found == [
        ("lifted.households", "1203", "泽州县"),
        ("lifted.persons", "3920", "泽州县"),
        ("poverty_rate", "0.8", "泽州县"),
        ("lifted.households", "2310", "陵川县"),
        ("lifted.persons", "7100", "陵川县"),
        ("poverty_rate", "1.4", "陵川县"),
        ("lifted.households", "3513", "晋城市"),
        ("lifted.persons", "11020", "晋城市"),
        ("poverty_rate", "1.1", "晋城市"),
    ]


def test_townships_give_no_rows_but_their_sum_does() -> None:
    table = (
        "易地扶贫搬迁入住情况\n乡镇\t户数(户)\t人数(人)\n南江镇\t120\t431\n板江乡\t88\t302\n合计\t208\t733\n"
    )
    assert [row[:3] for row in figures(table)] == [
        ("208", "relocation.households", "208"),
        ("733", "relocation.persons", "733"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "脱贫情况\n乡镇 户数 人数\n南江镇 98 320\n板江乡 88 302\n小计 186 622\n",
        "变量 均值 标准差\n贫困发生率/% 5.92 4.37\n人均可支配收入/元 6400 1200\n",
        "2019年扶贫资金（单位：万元）\n单位名称 专项扶贫资金\n教育局 320\n水利局 210\n",
        "脱贫人口表\n姓名 家庭人口 脱贫人口\n李某 4 4\n张某 3 3\n",
        "贫困发生率变动\n年度 同比降幅\n2018 1.2%\n2019 0.8%\n",
    ],
)
def test_parts_statistics_offices_and_households_give_no_rows(table: str) -> None:
    assert figures(table) == []


@pytest.mark.parametrize("joint", ["\t", "  ", " ", "|", ",", "、"])
def test_years_across_in_every_manner_with_or_without_a_corner(joint: str) -> None:
    rows = [["减贫人口（人）", "3021", "4120"], ["贫困发生率", "5.1%", "2.2%"]]
    wanted = [
        ("3021", "lifted.persons", "3021", "2018"),
        ("4120", "lifted.persons", "4120", "2019"),
        ("5.1%", "poverty_rate", "5.1", "2018"),
        ("2.2%", "poverty_rate", "2.2", "2019"),
    ]
    for head in (["指标", "2018年", "2019年"], ["2018年", "2019年"]):
        assert figures("\n".join(joint.join(line) for line in [head, *rows]) + "\n") == wanted


def test_plans_sums_over_years_and_missing_cells() -> None:
    table = (
        "指标\t2018年\t2019年（计划）\t合计\n减贫人口（人）\t3021\t—\t3021\n退出贫困村（个）\t12\t20\t32\n"
    )
    found = [(row[0], row[4], row[5]) for row in told(table, "平江县", "2019-03")]
    assert found == [
        ("3021", "2018", "flow"),
        ("3021", "2019", "cumulative"),
        ("12", "2018", "flow"),
        ("20", "2019", "plan"),
        ("32", "2019", "cumulative"),
    ]


def test_a_list_of_lines_is_no_table() -> None:
    for text in ("一、成效\n贫困村\n12\n二、问题\n三、打算\n", "联系电话\n12317\n", "第一章\n第二章\n3\n"):
        assert not cells(text)


def test_no_line_of_a_table_is_a_heading_of_what_follows() -> None:
    table = "指标 2017年 2018年\n脱贫人口（人） 512 633\n退出贫困村（个） 4 3\n全县脱贫户户均增收3200元。\n"
    assert told(table, "平江县", "2020-01")[-1][4] == "2020-01"
