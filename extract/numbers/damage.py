"""Numbers that are not whole: a digit lost to a mark, digits torn off by a blank, a line's end or a comma.

The rest of such a number looks like a number of its own (``■.5亿元``, ``12⏎34户``), and would be a wrong figure.
"""

import re

from extract.numbers.noise import match_no_quantity

_LOST = frozenset("\ufffd□■＊*")
_BEFORE = frozenset(" .,;\n\r")
_AFTER = _LOST | frozenset("?.,\n\r &")
_LIST_MARK = re.compile(r"[0-9]{1,2}(?:[、)]|[.,](?![0-9]))")
# a number that a mark cuts short: 5■亿元, 1.■亿元, 1?5亿元
_CUT = re.compile("[.,]?(?:[\ufffd□■＊*]|[?](?=[0-9万亿%.]))")
# a character reference that may stand for a digit: 1&#50;户, &#49;2户
_REFERENCE = re.compile("&#[xX]?[0-9A-Fa-f]{2,5};")
_LAST_REFERENCE = re.compile("&#(?:[xX]3[0-9]|4[89]|5[0-7]);$")
_BREAK = re.compile(r"[.,]?\r?\n\.?(?=[0-9])")
_LINE_FRONT = re.compile(r"[\u4e00-\u9fff,:(][0-9][0-9.,]{0,19}$")
# two pieces that no strict group of three joins, the second of them with a unit: 12,34万元
_LOOSE_COMMA = re.compile(r",[0-9]{1,15}(?:\.[0-9]{1,15})?(?:(?=[\u4e00-\u9fff%])|\r?\n\.?[0-9])")
# a blank that parts two groups of digits behind a word: 脱贫12 34户, ,1 234户
_BLANK_BEHIND = re.compile(r" {1,12}(?P<rest>[0-9][0-9.,]{0,14}[\u4e00-\u9fff%])")
_BLANK_BEFORE = re.compile(r"[\u4e00-\u9fff,:(](?P<first>[0-9](?:[0-9.,]{0,10}[0-9])?) {1,12}$")
# what may stand before a full stop that is no decimal point: 2.3.1, No.5, 5%.
_NO_POINT = re.compile('[0-9A-Za-z%)”"]')
_LETTERED = re.compile(r" (?:[0-9] ){0,12}[0-9](?![0-9.,/ ])[\u4e00-\u9fff%]")
_TEN = "[一二两三四五六七八九十百千万亿]"
_HAN_BREAK = re.compile(rf"{_TEN}\r?\n$")
_SAID = re.compile(rf"[百千万亿]\r?\n(?={_TEN}{{1,6}}[百千万亿元户人个名亩])")


def is_torn(text: str, start: int, end: int, unit: str) -> bool:
    """Whether the number ``text[start:end]`` is the rest of one whose other digits stand apart or are lost.

    >>> is_torn("投入■.5亿元", 4, 7, "元"), is_torn("脱贫12\\n34户", 2, 4, ""), is_torn("脱贫12户", 2, 5, "户")
    (True, True, False)
    """
    before, after = text[start - 1 : start], text[end : end + 1]
    if (before not in "²³" and is_foreign_digit(before)) or (not unit and is_foreign_digit(after)):
        return True
    if before in _BEFORE and start and _is_torn_before(text, start, unit):
        return True
    return not unit and after in _AFTER and after != "" and _is_torn_behind(text, start, end, after)


def is_foreign_digit(character: str) -> bool:
    """Whether a character is a digit of another script or style (٣, 𝟏, ½), and no circled list mark."""
    return (
        character > "\u007f"
        and character.isnumeric()
        and not ("\u2460" <= character <= "\u24ff" or "\u2776" <= character <= "\u9fff")
    )


def is_said_on(text: str, start: int) -> bool:
    """Whether a Chinese numeral goes on from the line before: 三万⏎五千元."""
    return text[start - 1 : start] == "\n" and _HAN_BREAK.search(text, max(0, start - 3), start) is not None


def breaks_off(text: str, end: int) -> bool:
    """Whether a Chinese numeral without a unit goes on in the next line."""
    return _SAID.match(text, end - 1) is not None


def _is_torn_before(text: str, start: int, unit: str) -> bool:
    before = text[start - 1]
    if before == ".":  # .5亿元 behind no digit: what stood before the point is lost
        return _NO_POINT.match(text[start - 2 : start - 1]) is None
    if before == ";":
        return _LAST_REFERENCE.search(text, max(0, start - 6), start) is not None
    if before == " ":
        return _stands_lettered(text, start) or (unit != "" and _stands_apart(text, start))
    if before == ",":
        first = _run_before(text, start - 1)
        return first >= 0 and _is_loose(text, first, start - 1)
    at = start - (2 if text[start - 2 : start] == "\r\n" else 1)
    return text[at - 1 : at] in tuple("0123456789.,") and _is_line_torn(text, at)


def _is_torn_behind(text: str, start: int, end: int, after: str) -> bool:
    if _CUT.match(text, end):
        return True
    if after == " ":
        lettered = end - start == 1 and _LETTERED.match(text, end) is not None
        return lettered or _goes_on_apart(text, start, end)
    if after == "&":
        return _REFERENCE.match(text, end) is not None
    if after == ",":
        return _is_loose(text, start, end) or _is_line_torn(text, end)
    return _is_line_torn(text, end)


def _stands_lettered(text: str, start: int) -> bool:
    """Whether a lone digit and a blank stand before a number: its first digits are torn off (9 1 2户)."""
    if start < 2 or not "0" <= text[start - 2] <= "9":
        return False
    return start == 2 or not ("0" <= text[start - 3] <= "9" or text[start - 3] in ".,")


def _stands_apart(text: str, start: int) -> bool:
    front = _BLANK_BEFORE.search(text, max(0, start - 26), start)
    return front is not None and not _dated(text, front.start("first")) and not _is_year(front["first"])


def _goes_on_apart(text: str, start: int, end: int) -> bool:
    rest = _BLANK_BEHIND.match(text, end)
    joined = start and (text[start - 1] in ",:(" or "\u4e00" <= text[start - 1] <= "\u9fff")
    return bool(rest and joined) and not _dated(text, rest.start("rest") if rest else end)


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits[:2] in ("19", "20")


def _run_before(text: str, end: int) -> int:
    """Where the digits that end at ``end`` begin; -1 where there are none."""
    at = end
    while at > max(0, end - 15) and "0" <= text[at - 1] <= "9":
        at -= 1
    return at if at < end else -1


def _is_loose(text: str, start: int, comma: int) -> bool:
    """Whether a comma parts digits that are no date and no list of years."""
    if _LOOSE_COMMA.match(text, comma) is None or text[start - 1 : start] in ("第", "、"):
        return False
    first = text[start:comma]
    if not first[-1:].isdigit():  # 人口5万,9个乡镇
        return False
    return first != "0" and not _is_year(first) and not _dated(text, comma + 1)


def _is_line_torn(text: str, at: int) -> bool:
    """Whether a line ends inside a number, at ``at``: words run up to its digits, and digits go on below."""
    gap = _BREAK.match(text, at)
    if gap is None or _LIST_MARK.match(text, gap.end()) or _dated(text, gap.end()):
        return False
    below = re.compile(r"[0-9.,]{1,20}").match(text, gap.end())
    goes_on = below is not None and text[below.end() : below.end() + 1] not in ("", " ", "\t", "\n", "\r")
    return goes_on and _LINE_FRONT.search(text, max(0, at - 21), at) is not None


def _dated(text: str, start: int) -> bool:
    return match_no_quantity(text, start) is not None
