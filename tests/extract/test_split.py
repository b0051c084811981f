"""Sentences, clauses, leads and headings as a reader would part them."""

from hypothesis import given
from hypothesis import strategies as st

from extract.text.split import LONGEST, find_clauses, find_sentences

PIECES = st.sampled_from(
    [*"。!?;,、:\n\r\t ”)」", "脱贫", "3户", "一、", "(一)", "资金投入:", "\u2028", "\x0c"]
)


def sentences(text: str) -> list[str]:
    return [text[one.start : one.end] for one in find_sentences(text)]


def headings(text: str) -> list[str]:
    return [text[slice(*one.heading)].strip() for one in find_sentences(text)]


def leads(text: str) -> list[str]:
    return [text[slice(*one.lead)] for one in find_sentences(text)]


def test_a_closing_mark_stays_with_its_sentence() -> None:
    text = "他说:“全部脱贫。”(2019年完成。)今年再减贫20户!"
    assert sentences(text) == ["他说:“全部脱贫。”", "(2019年完成。)", "今年再减贫20户!"]


def test_a_line_ends_a_sentence_and_blank_lines_are_none() -> None:
    assert sentences("  脱贫20户\n\n\t\n出列3个村 \n") == ["脱贫20户", "出列3个村"]


def test_a_heading_holds_until_the_next() -> None:
    text = "一、2018年工作情况\n脱贫20户。\n出列3个村。\n(二)资金投入\n投入3万元。"
    first, second = "一、2018年工作情况", "(二)资金投入"
    assert headings(text) == ["", first, first, first, second]


def test_a_long_line_or_one_that_ends_like_a_sentence_is_no_heading() -> None:
    text = "脱贫20户。\n" + "坚持精准扶贫" * 9 + "\n出列3个村。"
    assert headings(text)[-1] == ""


def test_the_label_of_a_paragraph_holds_for_all_its_sentences() -> None:
    label, other = "资金投入:", "在饮水安全方面。"
    assert leads(f"{label}2020年共安排财政专项扶贫资金3万元。\n{other}改造20处。") == [label, other, other]


def test_a_colon_far_from_the_beginning_makes_no_label() -> None:
    assert leads("今年安排资金,共3万元:其中中央1万元。") == [""]


def test_a_short_sentence_behind_a_label_is_no_part_of_it() -> None:
    assert leads("资金投入:今年安排3万元。") == ["资金投入:"]


def test_a_comma_between_numbers_ends_a_clause_too() -> None:
    text = "脱贫20户,出列3个;投入1、2万元"
    assert [text[:mark] for mark in find_clauses(text, 0, len(text))] == ["脱贫20户,", "脱贫20户,出列3个;"]


@given(st.lists(PIECES, max_size=30).map("".join))
def test_sentences_cover_all_but_blank_space_in_order(text: str) -> None:
    found = find_sentences(text)
    ends = 0
    for one in found:
        assert ends <= one.start < one.end
        assert not text[ends : one.start].strip()
        assert text[one.start : one.end] == text[one.start : one.end].strip()
        ends = one.end
    assert not text[ends:].strip()
    assert all(text[slice(*one.lead)] == "" or one.lead[0] <= one.start for one in found)
    assert all(one.heading[1] <= one.start or one.heading == (0, 0) for one in found)


def test_a_sentence_without_end_is_cut_behind_a_mark() -> None:
    listed = "".join(f"帮扶{number}户," for number in range(1000, 1400))
    pieces = sentences(f"共有{listed}")
    assert "".join(pieces) == f"共有{listed}"
    assert all(len(piece) <= LONGEST and piece[-1] == "," for piece in pieces)


def test_where_no_mark_stands_it_is_cut_anywhere() -> None:
    assert [len(piece) for piece in sentences("万" * (2 * LONGEST + 1))] == [LONGEST, LONGEST, 1]
