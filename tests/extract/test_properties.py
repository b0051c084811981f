"""Sentences made from parts give the row that their parts say; any text keeps the laws."""

import itertools
import re
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extract.pipeline import read_text
from extract.reading.documents import Known
from extract.reading.read import Source
from extract.report import Report, plain, read_report
from tests.extract.reports import open_reader

PLACES = st.sampled_from(["全县", "我县", "平江县", "全县共", ""])
PERIODS = st.sampled_from(
    [
        ("2018年,", "2018"),
        ("2018年底,", "2018"),
        ("２０１７年，", "2017"),
        ("截至2019年6月,", "2019-06"),
        ("截至2019年6月底,", "2019-06"),
        ("截至2019年6月30日,", "2019-06-30"),
        ("去年,", "2019"),
        ("今年,", "2020"),
        ("今年以来,", "2020"),
    ]
)
OPENINGS = st.tuples(PERIODS, PLACES).map(lambda parts: (parts[0][0] + parts[1], parts[0][1]))
# a noun before its number, and behind it
COUNTED = st.sampled_from(
    [
        ("脱贫{}户", "lifted.households"),
        ("减贫{}人", "lifted.persons"),
        ("剩余贫困人口{}人", "remaining.persons"),
        ("未脱贫贫困户{}户", "remaining.households"),
        ("有建档立卡贫困户{}户", "poor.households"),
        ("出列贫困村{}个", "villages.delisted"),
        ("选派第一书记{}名", "secretaries.first"),
        ("选派驻村工作队{}支", "teams.village"),
        ("实施危房改造{}户", "housing.renovated"),
        ("开发公益性岗位{}个", "jobs.welfare_posts"),
        ("实施扶贫项目{}个", "projects.count"),
        ("{}个贫困村出列", "villages.delisted"),
        ("{}个贫困村退出", "villages.delisted"),
    ]
)
PAID = st.sampled_from(
    [
        ("安排财政专项扶贫资金{}", "funding.special"),
        ("统筹整合涉农资金{}", "funding.integrated"),
        ("发放扶贫小额信贷{}", "credit.issued"),
        ("到位东西部扶贫协作资金{}", "funding.social"),
        ("消费扶贫销售额达{}", "sales.consumption"),
    ]
)
COUNTS = st.integers(2, 99_999)
HAN = "零一二三四五六七八九"


def plainly(count: int) -> str:
    return str(count)


def with_marks(count: int) -> str:
    return f"{count:,}"


def widely(count: int) -> str:
    return str(count).translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)})


def in_words(count: int) -> str:
    """The Chinese numeral as people write it: 10 十, 105 一百零五, 20300 二万零三百.

    >>> [in_words(count) for count in (10, 105, 1010, 20300, 99999)]
    ['十', '一百零五', '一千零一十', '二万零三百', '九万九千九百九十九']
    """
    high, low = divmod(count, 10_000)
    words = f"{_below_myriad(high)}万" if high else ""
    if low:
        words += ("零" if high and low < 1000 else "") + _below_myriad(low)
    return re.sub("^一十", "十", words)


def _below_myriad(count: int) -> str:
    digits = f"{count:04d}"
    words = "".join(
        HAN[int(digit)] + unit if digit != "0" else "零"
        for digit, unit in zip(digits, "千百十 ", strict=True)
    )
    return re.sub("零+", "零", words.replace(" ", "")).strip("零")


WRITERS = st.sampled_from([plainly, with_marks, widely, in_words])
SCALES = st.sampled_from([("万元", 10**4), ("亿元", 10**8)])


def rows_of(text: str, place: str = "平江县", date: str = "2020-10") -> list[tuple[str, ...]]:
    reading = read_text(text, open_reader(), place, date)
    return [
        (
            text[slice(*reading.folded.span(one.number.start, one.number.end))],
            one.metric.id,
            plain(one.number.value or Decimal(0)),
            one.place,
            one.period,
        )
        for one in reading.figures
    ]


@given(OPENINGS, COUNTED, COUNTS, WRITERS)
def test_a_count_is_read_in_any_dress(
    opening: tuple[str, str], kind: tuple[str, str], count: int, write: Callable[[int], str]
) -> None:
    (phrase, metric), (begin, period) = kind, opening
    text = f"{begin}{phrase.format(write(count))}。"
    rows = rows_of(text)
    assert [row[1:] for row in rows] == [(metric, str(count), "平江县", period)]
    assert rows[0][0].startswith(write(count))


@given(OPENINGS, PAID, st.decimals("1", "999.99", places=2), SCALES)
def test_money_is_read_in_its_base_unit(
    opening: tuple[str, str], kind: tuple[str, str], amount: Decimal, scale: tuple[str, int]
) -> None:
    (phrase, metric), (begin, period), (unit, factor) = kind, opening, scale
    printed = f"{amount}{unit}"
    rows = rows_of(f"{begin}{phrase.format(printed)}。")
    assert rows == [(printed, metric, plain(amount * factor), "平江县", period)]


@pytest.mark.parametrize("place", ["全县", "我县", "平江县", ""])
@pytest.mark.parametrize(
    ("phrase", "metric"),
    [("{}户贫困户脱贫", "lifted.households"), ("{}名贫困人口实现脱贫", "lifted.persons")],
)
def test_the_poor_before_their_verb_are_those_lifted(place: str, phrase: str, metric: str) -> None:
    assert [row[1] for row in rows_of(f"2018年,{place}{phrase.format(312)}。")] == [metric]


@given(st.integers(1, 98), st.integers(0, 99), st.integers(2014, 2016), st.integers(2017, 2020))
def test_a_rate_from_to_gives_each_end_its_year(whole: int, rest: int, first: int, last: int) -> None:
    high, low = f"{whole + 1}.{rest:02d}%", f"0.{rest:02d}%"
    rows = rows_of(f"贫困发生率由{first}年的{high}下降到{last}年的{low}。")
    assert [(row[0], row[1], row[4]) for row in rows] == [
        (high, "poverty_rate", str(first)),
        (low, "poverty_rate", str(last)),
    ]


@given(
    st.permutations(["泽州县", "高平市", "阳城县", "沁水县", "陵川县"]),
    st.lists(COUNTS, min_size=2, max_size=5),
)
def test_counties_told_together_take_their_figures_in_order(names: list[str], counts: list[int]) -> None:
    names = names[: len(counts)]
    text = f"{'、'.join(names)}分别剩余贫困人口{'、'.join(f'{count}人' for count in counts)}。"
    assert [row[2:4] for row in rows_of(text, "晋城市")] == [
        (str(count), name) for count, name in zip(counts, names, strict=True)
    ]


@given(
    COUNTED,
    COUNTS,
    st.sampled_from(["坚持精准扶贫。", "加强组织领导,落实工作责任。\n", "\n\n", "“两不愁三保障”。"]),
)
def test_a_sentence_without_figures_before_it_changes_nothing(
    kind: tuple[str, str], count: int, before: str
) -> None:
    text = f"2018年,全县{kind[0].format(count)}。"
    assert rows_of(before + text) == rows_of(text)


PIECES = st.sampled_from(
    [
        *"0123456789０９零一二十百千万亿余多约近第",
        *",。;、:!?%％()（）“”《》-—~至到由从 \n\t",
        *[
            "2019年",
            "截至",
            "今年",
            "累计",
            "2014-2018年",
            "去年底",
            "“十三五”",
            "6月",
            "每年",
            "其中",
            "同期",
            "分别",
        ],
        *["全县", "平江县", "阜南县", "官庄乡", "白马村", "我市", "全省", "晋城市", "、沁水县", "两县"],
        *[
            "脱贫",
            "贫困户",
            "贫困人口",
            "贫困村",
            "出列",
            "贫困发生率",
            "下降到",
            "剩余",
            "扶贫资金",
            "贷款",
            "拟",
            "未",
        ],
        *[
            "户",
            "人",
            "个",
            "万元",
            "亿元",
            "名",
            "户次",
            "个百分点",
            "平方公里",
            "元/人",
            "\ufffd",
            "?",
            "\u200b",
            "鄉(xiāng)鎮",
        ],
    ]
)
HANZI = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)
CHINESE = st.lists(HANZI | PIECES, max_size=50).map("".join)
TEXTS = st.lists(PIECES, max_size=50).map("".join) | CHINESE | st.text(max_size=50)


def reported(text: str) -> Report:
    source = Source("x", "x.txt", "00" * 32, text, "utf-8")
    return read_report(source, Known("x", "平江县", "2020-10"), open_reader(), lambda *_: "")


@given(TEXTS)
@example("")
@example("0")
@example("\ud800\udfff9户")
@example("贫困发生率由%下降到%")
def test_any_text_keeps_the_laws(text: str) -> None:
    report = reported(text)
    spans = sorted((int(one["start"]), int(one["end"])) for one in (*report.metrics, *report.leftovers))
    for one in (*report.metrics, *report.leftovers):
        assert one["text"] == text[int(one["start"]) : int(one["end"])] != ""
    for run in re.finditer("[0-9０-９]+", text):
        assert sum(start <= run.start() and run.end() <= end for start, end in spans) == 1
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))
    for row in report.metrics:
        assert Decimal(str(row["value"])).is_finite()
        assert row["unit"]
        assert row["place"]
    assert report.document["numbers"] == len(spans)


@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert reported(text) == reported(text)


@given(TEXTS, TEXTS)
def test_one_text_leaves_no_trace_in_the_next(first: str, second: str) -> None:
    alone = reported(second)
    reported(first)
    assert reported(second) == alone


@given(COUNTS)
def test_numerals_there_and_back(count: int) -> None:
    assert [row[2] for row in rows_of(f"全县共有贫困人口{in_words(count)}人。")] == [str(count)]
