"""Readable text: what is skipped, what stays, and what was printed."""

import pytest

from extract.text.fold import fold


@pytest.mark.parametrize(
    ("original", "readable"),
    [
        ("占９１. ５％", "占91.5%"),
        ("１ １６０ 户", "1160户"),
        ("5 . 03 亿元", "5.03亿元"),
        ("主要做法 1. 坚持高位推动", "主要做法 1. 坚持高位推动"),
        ("2. 2018年是决胜之年", "2. 2018年是决胜之年"),
        ("2016 9 12,830", "2016 9 12,830"),
        ("某县委党校 231299\n摘要", "某县委党校 231299\n摘要"),
        ("年均增长4.4\n%,居全省前列", "年均增长4.4%,居全省前列"),
        ("一、基本情况\n全县辖7镇", "一、基本情况\n全县辖7镇"),
        ("浏览18,206\n2 下一条", "浏览18,206\n2 下一条"),
        ("鄉(xiāng)鎮(zhèn)的(de)貧困戶", "乡镇的贫困户"),
        ("村(居)", "村(居)"),
        ("總?cè)丝?8.8萬", "总?cè)丝?8.8万"),
        ("脱\u200b贫\ufeff户", "脱贫户"),
        ("著名的乾县", "著名的乾县"),
        ("顯著改善,著力扶貧,乾隆年間", "显著改善,着力扶贫,乾隆年间"),
    ],
)
def test_reading(original: str, readable: str) -> None:
    assert fold(original).text == readable


def test_a_text_without_gaps_needs_no_offsets() -> None:
    folded = fold("贫困发生率4.5%")
    assert folded.offsets is None
    assert folded.span(5, 9) == (5, 9)


@pytest.mark.parametrize("original", ["占91. 5%。", "１ １６０ 户", "增长4.4\n%"])
def test_a_span_gives_what_was_printed(original: str) -> None:
    folded = fold(original)
    start, end = folded.span(0, len(folded.text))
    assert original[start:end] == original
