"""Numerals: their value, and what is none."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.numbers.numerals import parse_numeral, parse_spread

DIGITS = "零一二三四五六七八九"


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("十", "10"),
        ("十五", "15"),
        ("一百零一", "101"),
        ("一百二", "120"),
        ("一千陆", "1600"),
        ("两万三千", "23000"),
        ("四百零五亿零四百零四万", "40504040000"),
        ("十万亿", "10000000000000"),
        ("五亿零六", "500000006"),
        ("二点五万", "25000"),
        ("零点零五", "0.05"),
        ("3万5千", "35000"),
        ("5亿1万4千6百", "500014600"),
        ("1个亿", "100000000"),
        ("20多亿", "2000000000"),
        ("二百三十余万", "2300000"),
        ("三分之一", None),
        ("1,160.5", "1160.5"),
        ("负三十二", "-32"),
        ("廿二", "22"),
        ("二〇一九", "2019"),
        ("4.78万亿", "4780000000000"),
    ],
)
def test_value(numeral: str, value: str | None) -> None:
    assert parse_numeral(numeral) == (Decimal(1) / 3 if value is None else Decimal(value))


@pytest.mark.parametrize("numeral", ["", "万", "亿", "点", "一点", "分之", "零分之三", "1.2.3", "好"])
def test_no_numeral_has_no_value(numeral: str) -> None:
    assert parse_numeral(numeral) is None


def test_a_plan_is_no_spread() -> None:
    assert parse_spread("十三五") is None
    assert parse_spread("三五百") == (300, 500)


@given(st.integers(1, 9999), st.integers(0, 9999))
def test_what_is_written_out_is_read_back(great: int, small: int) -> None:
    written = _write(great) + "万" + ("零" if 0 < small < 1000 else "") + (_write(small) if small else "")
    assert parse_numeral(written) == great * 10_000 + small


def _write(number: int) -> str:
    """A number below ten thousand in Chinese: 1205 as 一千二百零五."""
    written, gap = "", False
    for scale, mark in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // scale % 10
        if digit:
            written += ("零" if gap and written else "") + DIGITS[digit] + mark
        gap = digit == 0
    return written


@given(st.text(alphabet="一二十百千万亿零点两几余多0123456789.,个半分之负-", max_size=20))
def test_no_string_raises(text: str) -> None:
    value = parse_numeral(text)
    assert value is None or value.is_finite()
