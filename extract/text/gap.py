"""Gaps of a text: what stands in the middle of a word, number or sentence only by accident of print."""

import re

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü"
_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00"
# A candidate starts with one of a few characters that are rare in running text: so the search is quick.
_CANDIDATE = re.compile(
    rf"""
    [( \t\r\n{_UNSEEN}]
    (?:
      (?<=\() (?: [a-z]{{0,5}} [{_TONED}] [a-z]{{0,5}} | de | le | zi | men | ma | ne | me | zhe ) \)
    | (?<=[ \t]) [ \t]*
    | (?<=[\r\n]) [\r\n]*
    | (?<=[{_UNSEEN}])
    )
    """,
    re.VERBOSE,
)
_DIGITS = frozenset("0123456789")
_HAN = re.compile("[\u4e00-\u9fff]")
_MEASURE = frozenset("%‰万亿千百余多几年月日个户人名村镇乡元亩公里平方项支座所家次只头吨岁倍成两角块倍")
_FIGURE = _DIGITS | frozenset("-—–/")
_SENTENCE = re.compile("[,。;:、](?![0-9]{3}(?![0-9]))")
_SPREAD = re.compile(f"[0-9][ \t]{{1,3}}[{''.join(sorted(_MEASURE))}]")  # 350 户: a sentence set wide
WIDEST = 120  # of a table's line
_SCALE = frozenset("万亿余多")
_COUNTED = _DIGITS | _SCALE
_LIST_MARK = re.compile(r"[0-9]{1,2}(?:[、)]|\.(?![0-9]))")
_POSTCODE = re.compile(r"[0-9]{6}(?![0-9])[ \t]*(?:\n|$|\))")
_GROUP = re.compile(r"[0-9]{3}(?![0-9.,])")
_HEAD = re.compile(r"(?:^|[^0-9., ]|[^0-9.,] )[0-9]{1,3}$")
# what only goes on behind the number of the line before: 12⏎万人, 12⏎户,
_REST = re.compile(r"[千百]?[万亿]{1,2}(?:[元户人亩名个吨]|美元|公里|平方)|[元户人名个亩](?=[,。;、!])")
_OPEN_END = frozenset("的了达为至到和与及、,(约近超共由从在是将把被")
_CLOSING = frozenset("%‰)”’,。;、!")


def find_gaps(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of a text to be skipped in reading, left to right.

    >>> find_gaps("占91. 5%")
    ((4, 5),)
    >>> find_gaps("主要做法 1. 坚持高位推动")
    ()
    """
    return tuple(match.span() for match in _CANDIDATE.finditer(text) if _is_gap(text, match))


def _is_gap(text: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    first = text[start]
    if first not in "( \t\r\n":
        return True
    if first == "(":
        return start > 0 and _HAN.match(text[start - 1]) is not None
    if start == 0 or end == len(text):
        return False
    if first in "\r\n":
        return _is_broken_line(text, start, end)
    return _is_inner_space(text, start, end)


def _is_inner_space(text: str, start: int, end: int) -> bool:
    """Whether a space stands inside a number, or between a number and the words to which it belongs."""
    before, after = text[start - 1], text[end]
    if before in _DIGITS:
        if after in _DIGITS:
            return _is_thousands_gap(text, start, end)
        return after in _MEASURE or (after == "." and text[end + 1 : end + 3].strip()[:1] in _DIGITS)
    if before in _SCALE and text[max(0, start - 5) : start - 1].rstrip()[-1:] in _COUNTED:
        return after in _MEASURE
    if after not in _DIGITS:
        return False
    if before == ".":
        return _is_decimal_gap(text, start, end)
    marked = _LIST_MARK.match(text, end) or _POSTCODE.match(text, end)
    return bool(_HAN.match(before)) and not marked and not _is_table_line(text, start)


def _is_table_line(text: str, at: int) -> bool:
    """Whether the line around ``at`` is a table's: cells with blanks between, most of them figures, no sentence."""
    _, _, before = text[max(0, at - WIDEST) : at].rpartition("\n")
    line = before + text[at : at + WIDEST].partition("\n")[0]
    if len(line) > WIDEST or _SENTENCE.search(line):
        return False
    cells = line.split()
    figures = sum(cell[0] in _FIGURE for cell in cells)
    return figures > 1 and 2 * figures >= len(cells) - 1 and not _SPREAD.search(line)


def _is_thousands_gap(text: str, start: int, end: int) -> bool:
    """Whether digits go on behind a space in a group of three, as in ``1 160户``."""
    group = _GROUP.match(text, end)
    if group is None:
        return False
    behind = text[group.end() : group.end() + 2].strip()[:1]
    if behind in ("", "\n") or (behind in _FIGURE and _is_table_line(text, start)):
        return False
    return _HEAD.search(text[max(0, start - 6) : start]) is not None


def _is_decimal_gap(text: str, start: int, end: int) -> bool:
    """Whether a point and a space stand inside a decimal (``91. 5%``), not behind a list mark."""
    head = start - 2
    while head >= 0 and text[head] in " \t":
        head -= 1
    if head < 0 or text[head] not in _DIGITS:
        return False
    digits = head
    while digits > 0 and text[digits - 1] in _DIGITS:
        digits -= 1
    at_start = digits == 0 or text[digits - 1] in "\n \t。;"
    year = re.compile(r"[0-9]{4} ?年").match(text, end)
    return not year and not (
        at_start and head - digits < 2 and not re.compile(r"[0-9]+ ?[%万亿]").match(text, end)
    )


def _is_broken_line(text: str, start: int, end: int) -> bool:
    """Whether a line break stands in the middle of a sentence."""
    before, after = text[start - 1], text[end]
    if text.count("\n", start, end) > 1:
        return False
    if after in _CLOSING or (before in _OPEN_END and after not in " \t"):
        return True
    if before in _DIGITS and _REST.match(text, end):
        return True
    if not (_HAN.match(before) or before in _DIGITS) or not (_HAN.match(after) or after in _DIGITS):
        return False
    if (before in _DIGITS and after in _DIGITS) or _LIST_MARK.match(text, end):
        return False
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return len(line) >= 20 and ("," in line or "。" in line)
