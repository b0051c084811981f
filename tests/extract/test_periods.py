"""Time expressions: what they say, what they are counted from, and what is none."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.times.documentdate import document_date
from extract.times.periods import DocumentDate, find_periods

DATED = DocumentDate("2020-10-20", "printed")
YEAR_ONLY = DocumentDate("2020", "inferred")
UNDATED = DocumentDate()


def read(text: str, today: DocumentDate) -> list[tuple[str, str, str, str]]:
    return [(text[p.start : p.end], p.value, p.since, p.role.value) for p in find_periods(text, today)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019年安排资金", [("2019年", "2019", "", "in")]),
        ("2017 年度", [("2017 年度", "2017", "", "in")]),
        ("二〇二〇年", [("二〇二〇年", "2020", "", "in")]),
        ("1.2019年脱贫", [("2019年", "2019", "", "in")]),
        ("截至2020年9月底", [("截至2020年9月底", "2020-09", "", "as_of")]),
        ("截止2015 年底", [("截止2015 年底", "2015", "", "as_of")]),
        ("到2018年末", [("2018年末", "2018", "", "as_of")]),
        ("2020年9月30日", [("2020年9月30日", "2020-09-30", "", "in")]),
        ("2020-09-03 08:47", [("2020-09-03", "2020-09-03", "", "in")]),
        ("2018年1-6月", [("2018年1-6月", "2018", "", "in")]),
        ("2019年第一季度", [("2019年第一季度", "2019", "", "in")]),
        ("今年1-3季度", [("今年1-3季度", "2020", "", "in")]),
        ("今年以来", [("今年以来", "2020", "", "in")]),
        ("今年6月底", [("今年6月底", "2020-06", "", "as_of")]),
        ("去年底", [("去年底", "2019", "", "as_of")]),
        ("前年,明年", [("前年", "2018", "", "in"), ("明年", "2021", "", "in")]),
        ("截至目前", [("截至目前", "2020-10", "", "as_of")]),
        ("现有贫困户", [("现有", "2020-10", "", "as_of")]),
        ("年底", [("年底", "2020", "", "as_of")]),
        ("6月11—12日", [("6月11—12日", "2020-06-11", "", "in")]),
        ("截至9月份", [("截至9月份", "2020-09", "", "as_of")]),
        ("7月底", [("7月底", "2020-07", "", "as_of")]),
        ("三月份", [("三月份", "2020-03", "", "in")]),
        ("2016年以来", [("2016年以来", "2020-10", "2016", "since")]),
        ("从2015年开始", [("从2015年开始", "2020-10", "2015", "since")]),
        ("自2014年推行", [("自2014年", "2020-10", "2014", "since")]),
        ("项目实施以来", [("实施以来", "2020-10", "", "since")]),
        ("2016年以来,我县每年", [("2016年以来,我县每年", "2020", "2016", "yearly")]),
        ("十八大以来", [("十八大以来", "2020-10", "2012", "since")]),
        ("近年来", [("近年来", "2020-10", "", "since")]),
        ("2016年至2018年", [("2016年至2018年", "2018", "2016", "range")]),
        ("2014-2019年", [("2014-2019年", "2019", "2014", "range")]),
        ("2017年1月至2018年6月", [("2017年1月至2018年6月", "2018-06", "2017", "range")]),
        ("“十三五”期间", [("十三五”期间", "2020-10", "2016", "range")]),
        ("“十二五”期间", [("十二五”期间", "2015", "2011", "range")]),
        ("“十三五”规划搬迁5896户", [("十三五”规划", "2020", "2016", "range")]),
        ("“十四五”时期", [("十四五”时期", "2025", "2021", "range")]),
        ("“十二五”末", [("十二五”末", "2015", "", "as_of")]),
        ("2016、2018年", [("2016", "2016", "", "in"), ("2018年", "2018", "", "in")]),
        ("由最初的8.4%", [("最初", "", "", "start")]),
        ("从2014年的2600元", [("从2014年", "2014", "", "in")]),
        ("17年底", [("17年底", "2017", "", "as_of")]),
    ],
)
def test_a_time_expression_says_its_period(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert read(text, DATED) == expected


@pytest.mark.parametrize(
    "text",
    [
        "五年多的努力",
        "一定3年不变",
        "5年内还本",
        "10年前当地贫困",
        "80%以上年收入",
        "每月对7个电站",
        "6个月",
        "共1160户3020人",
        "投入2019万元",
        "增加2020户",
        "三十四五岁",
        "十九届五中全会",
        "“十三五”规划目标",
        "电话0857-2010000",
        "© 2014-2024",
        "一月有余",
        "1.5月",
        "",
    ],
)
def test_a_duration_or_a_number_is_no_period(text: str) -> None:
    assert find_periods(text, DATED) == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("2020年,共安排资金3.69亿元,比上年增加", ["2020", "2019"]),
        ("2018年贫困户当年脱贫", ["2018", "2018"]),
        ("2017年出列9个,6月底验收", ["2017", "2017-06"]),
        ("2018年1月至6月,同期支出", ["2018", "2018"]),
        ("2017年启动,同年10月建成", ["2017", "2017-10"]),
    ],
)
def test_a_relative_time_counts_from_the_year_named_before(text: str, values: list[str]) -> None:
    assert [period.value for period in find_periods(text, YEAR_ONLY)] == values


def test_an_undated_text_leaves_its_own_time_open() -> None:
    assert read("今年来", UNDATED) == [("今年", "", "", "in")]
    assert read("目前,6月份,去年,2016年以来,年底", UNDATED) == [
        ("目前", "", "", "as_of"),
        ("6月份", "", "", "in"),
        ("去年", "", "", "in"),
        ("2016年以来", "", "2016", "since"),
        ("年底", "", "", "as_of"),
    ]


def test_the_year_alone_gives_the_year() -> None:
    assert [period.value for period in find_periods("目前,今年", YEAR_ONLY)] == ["2020", "2020"]


@pytest.mark.parametrize(
    ("text", "value", "source"),
    [
        ("某旗党建\n2020-10-20 19:43\n来源:新闻\n2019年4月退出", "2020-10-20", "printed"),
        ("政府工作报告\n\n——2021年2月5日在某市人民代表大会上\n2020年全市投入资金", "2021-02-05", "printed"),
        ("首页 > 动态\n发布时间:2019-09-03 08:47 来源:办公室\n2013年底贫困村174个", "2019-09-03", "printed"),
        ("[文章编号]1673-0000(2020)09-0041-06\n2018年脱贫", "2020-09", "printed"),
        ("一、2020年工作情况\n2019年带动869户。\n二、2021年工作安排\n继续巩固。", "2020", "inferred"),
        ("2017年安排资金2亿元。2018年是全面贯彻精神之年,任务很重。", "2018", "inferred"),
        ("截至2020年9月底,贷款余额1亿元。", "2020", "inferred"),
        ("今年将解决饮水问题;明年将完成改造;2020年将全面完成硬化。", "", ""),
        ("到2020年实现全面脱贫。目标:2018年摘帽。", "", ""),
        ("2016年以来,全县累计投入资金。", "", ""),
        ("全县脱贫7247户。\n© 2014-2024 某公司", "", ""),
        ("", "", ""),
    ],
)
def test_a_document_tells_its_date_or_stays_undated(text: str, value: str, source: str) -> None:
    assert document_date(text) == DocumentDate(value, source)


PIECES = ["2019", "年", "月", "日", "9", "底", "截至", "至", "以来", "-", "、", ".", "二〇"]
WORDS = st.lists(st.sampled_from([*PIECES, "今年", "上年", "十三五", "目前"]), max_size=20).map("".join)


@given(st.one_of(WORDS, st.text(max_size=40)))
def test_periods_lie_in_order_and_are_dates(text: str) -> None:
    for today in (DATED, UNDATED):
        periods = find_periods(text, today)
        assert all(0 <= period.start < period.end <= len(text) for period in periods)
        assert all(a.end <= b.start for a, b in pairwise(periods))
        assert all(is_date(period.value) and is_date(period.since) for period in periods)


def is_date(value: str) -> bool:
    year, *rest = value.split("-")
    return value == "" or (len(year) == 4 and all(len(part) == 2 and 1 <= int(part) <= 31 for part in rest))
