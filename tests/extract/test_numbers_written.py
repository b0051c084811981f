"""Numbers there and back: what is written in any dress is read with its value, its span and its qualifier."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extract.mention import Number
from extract.numbers.numerals import parse_numeral, parse_some
from extract.numbers.quantities import find_quantities
from tests.extract.test_properties import in_words, plainly, widely, with_marks

FORMAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
TRADITIONAL = str.maketrans("万亿贰陆", "萬億貳陸")
COUNTS = st.integers(2, 99_999)


def formally(count: int) -> str:
    words = in_words(count)
    return ("一" + words if words[0] == "十" else words).translate(FORMAL)


def in_old_characters(count: int) -> str:
    return formally(count).translate(TRADITIONAL)


def with_wide_marks(count: int) -> str:
    return widely(count) if count < 1000 else f"{count:,}".replace(",", "，")


def as_formula(count: int) -> str:
    return f"${count:,}$".replace(",", "{,}")


def with_unseen_signs(count: int) -> str:
    return "\u200b".join(str(count))


def in_bold(count: int) -> str:
    return f"{str(count)[0]}<b>{str(count)[1:]}</b>"


DRESSES = [plainly, with_marks, widely, in_words, formally, in_old_characters]
ODD = [with_wide_marks, as_formula, with_unseen_signs, in_bold]
UNITS = st.sampled_from(["户", "人", "亩", "个", "名", "元", "吨"])
Write = Callable[[int], str]


def only(text: str) -> Number:
    (number,) = find_quantities(text)
    return number


@given(COUNTS, st.sampled_from(DRESSES + ODD), UNITS)
def test_a_count_in_any_dress_has_its_value_and_its_span(count: int, write: Write, unit: str) -> None:
    printed = write(count) + unit
    number = only(f"全县共有{printed},均已落实。")
    assert (number.value, number.high, number.unit) == (count, None, unit)
    assert f"全县共有{printed},均已落实。"[number.start : number.end] == printed


@pytest.mark.parametrize(
    ("mark", "scale"), [("万", 10**4), ("亿", 10**8), ("千", 1000), ("萬", 10**4), ("億", 10**8)]
)
@given(st.integers(2, 9999), st.sampled_from([plainly, with_marks, widely, in_words, formally]))
def test_a_scale_multiplies(mark: str, scale: int, count: int, write: Write) -> None:
    if scale == 1000 and (write in (in_words, formally) or count > 9):
        count = 2 + count % 8  # 二十千 is nobody's numeral
    number = only(f"投入{write(count)}{mark}元。")
    assert (number.value, number.unit) == (count * scale, "元")


@given(
    st.integers(2, 999),
    st.sampled_from([plainly, widely, in_words]),
    st.sampled_from(["余万元", "多万元", "余元", "多元"]),
)
def test_an_inner_more_opens_a_number_upward(count: int, write: Write, tail: str) -> None:
    tens = count * 10 if tail in ("余元", "多元") else count
    number = only(f"投入{write(tens)}{tail}。")
    assert number.value == tens * (10_000 if "万" in tail else 1)
    assert number.qualifier == "over"


@given(
    COUNTS,
    st.sampled_from(DRESSES),
    st.sampled_from([("近", "about"), ("约", "about"), ("超过", "over"), ("不足", "under")]),
)
def test_a_word_before_qualifies_and_stays_outside(count: int, write: Write, word: tuple[str, str]) -> None:
    text = f"建成{word[0]}{write(count)}户。"
    number = only(text)
    assert (number.value, number.qualifier) == (count, word[1])
    assert text[number.start : number.end] == f"{write(count)}户"


@given(
    st.decimals("0.1", "99.9", places=1),
    st.sampled_from(["{}%", "{}％", "百分之{}", "${}\\%$", "{}个百分点"]),
)
def test_a_share_keeps_its_decimals(share: Decimal, dress: str) -> None:
    text = f"下降{dress.format(share)}。"
    number = only(text)
    assert number.value == share
    assert text[number.start : number.end] == dress.format(share)


@example(1800, 1801, "-", "户")
@given(st.integers(1, 9998), st.integers(1, 9998), st.sampled_from(["-", "~", "～", "—", "至", "到"]), UNITS)
def test_two_ends_are_one_range_where_they_rise(first: int, second: int, dash: str, unit: str) -> None:
    low, high = sorted((first, second))
    text = f"每村{low}{dash}{high}{unit}。"
    found = find_quantities(text)
    if low < high:
        assert [(n.value, n.high, text[n.start : n.end]) for n in found] == [(low, high, text[2:-1])]
    else:
        assert all(n.high is None for n in found)


@given(st.integers(1, 9), st.integers(1, 9), st.sampled_from("十百千"), st.sampled_from(["", "万", "亿"]))
def test_some_tens_lie_between_one_and_ten_of_them(head: int, digit: int, tens: str, great: str) -> None:
    scale = {"十": 10, "百": 100, "千": 1000}[tens] * {"": 1, "万": 10**4, "亿": 10**8}[great]
    assert parse_some(f"几{tens}{great}") == (scale, 10 * scale)
    said = parse_numeral(f"{'一二三四五六七八九'[digit - 1]}{tens}{great}")
    assert said is not None
    assert scale <= said < 10 * scale
    low, high = parse_some(f"{in_words(head * 10)}几{great}") or (0, 0)
    assert high - low == 10 * scale / {"十": 10, "百": 100, "千": 1000}[tens]


@given(st.lists(st.tuples(COUNTS, st.sampled_from(DRESSES), UNITS), min_size=1, max_size=6))
def test_numbers_come_in_the_order_of_the_text_and_each_reads_alone_as_it_does_there(
    parts: list[tuple[int, Write, str]],
) -> None:
    text = "、".join(f"脱贫{write(count)}{unit}" for count, write, unit in parts)
    found = find_quantities(text)
    assert [number.value for number in found] == [count for count, _, _ in parts]
    for number in found:
        printed = text[number.start : number.end]
        alone = only(printed)
        assert (alone.start, alone.end) == (0, len(printed))
        assert (alone.value, alone.unit) == (number.value, number.unit)


@given(
    st.text("0123456789", min_size=1, max_size=4),
    st.sampled_from(["\ufffd", "■", "□"]),
    st.text("0123456789", min_size=1, max_size=4),
    st.sampled_from(["户", "万元", "%", "亿元"]),
)
def test_a_mark_inside_digits_leaves_no_quantity(before: str, mark: str, after: str, unit: str) -> None:
    assert find_quantities(f"共计{before}{mark}{after}{unit}。") == ()
    assert find_quantities(f"共计{mark}.{after}{unit}。") == ()
    assert find_quantities(f"共计{before}.{mark}{unit}。") == ()


@given(st.integers(1, 99_999), st.integers(1, 99_999), st.sampled_from(["户", "人", "万元", "亿元"]))
def test_digits_parted_by_a_line_s_end_leave_no_quantity(first: int, second: int, unit: str) -> None:
    assert find_quantities(f"实现脱贫{first}\n{second}{unit}。") == ()


@given(st.integers(16, 400))
def test_a_number_of_absurd_length_is_none(length: int) -> None:
    assert find_quantities(f"共{'7' * length}户") == ()
    assert all(n.value is None or n.value.is_finite() for n in find_quantities(f"共{'九' * length}万户"))
