"""The readable text of a document, and the way back to what was printed.

Reading changes no length: full-width forms and traditional characters are replaced one for one. What only
disturbs reading (pinyin in brackets, spaces inside a number, a line broken inside a sentence) is skipped by
an index map.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import islice
from sys import maxsize

from extract.text.gap import find_gaps
from extract.text.markup import strip_markup
from extract.text.tables import Table, find_tables

# Half-width forms. The full-width question mark stays: an ASCII one inside a word is a sign of damage.
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if code != 0xFF1F}
_WIDE |= dict.fromkeys((0x3000, 0xA0, 0x2002, 0x2003, 0x2009, 0x202F), 0x20)
_WIDE |= {0xFE6A: 0x25, 0xFE50: 0x2C, 0x2212: 0x2D, 0x2010: 0x2D, 0x2011: 0x2D, 0xFFE5: 0xA5}
_WIDE_RUN = re.compile("[" + "".join(map(chr, _WIDE)) + "]+")
_COMMON_WIDE = (("，", ","), ("：", ":"), ("；", ";"), ("（", "("), ("）", ")"), ("％", "%"))

# 乾 and 著 are simplified characters too; these words keep them where the text around is traditional.
_KEPT = re.compile("显着|着名|着作|着称|原着|名着|编着|论着|专着|卓着|昭着|土着|干隆|干坤|干县|干安")
_BACK = str.maketrans("着干", "著乾")

FEW = 5  # a quotation or a name may keep its old characters
Shift = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Folded:
    """A readable text, and where its pieces begin in it and in the original; None where it is as long.

    ``tables`` are those of the readable text.
    """

    text: str
    offsets: Shift | None
    tables: tuple[Table, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original of the readable ``text[start:end]``.

        >>> original = "占91. 5%"
        >>> start, end = fold(original).span(1, 6)
        >>> original[start:end]
        '91. 5%'
        """
        if self.offsets is None:
            return start, end
        first = self._original(start)
        return first, self._original(end - 1) + 1 if end > start else first

    def _original(self, position: int) -> int:
        readable, printed = self.offsets or ((0,), (0,))
        piece = max(bisect_right(readable, position) - 1, 0)
        return printed[piece] + position - readable[piece]


def fold(original: str) -> Folded:
    """The readable text of a document.

    >>> fold("１ １６０ 户鄉(xiāng)鎮(zhèn)").text
    '1160户乡镇'
    """
    text = _simplify(_narrow(strip_markup(original)))
    tables = find_tables(text)
    gaps = _outside(tables, find_gaps(text))
    if not gaps:
        return Folded(text, None, tables)
    pieces: list[str] = []
    readable, printed, length, last = [], [], 0, 0
    for start, end in (*gaps, (len(text), len(text))):
        if start > last:
            readable.append(length)
            printed.append(last)
            pieces.append(text[last:start])
            length += start - last
        last = end
    return Folded("".join(pieces), (tuple(readable), tuple(printed)), _moved(tables, gaps))


def _outside(tables: tuple[Table, ...], gaps: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """The gaps that are not in a table, whose blank space parts cells."""
    if not tables:
        return gaps
    starts = [table.start for table in tables]
    before = ((gap, bisect_right(starts, gap[0]) - 1) for gap in gaps)
    return tuple(gap for gap, at in before if at < 0 or gap[0] >= tables[at].end)


def _moved(tables: tuple[Table, ...], gaps: tuple[tuple[int, int], ...]) -> tuple[Table, ...]:
    """The tables as they stand once the gaps before them are gone."""
    moved, by, left = [], 0, iter((*gaps, (maxsize, maxsize)))
    start, end = next(left)
    for table in tables:
        while end <= table.start:
            by += end - start
            start, end = next(left)
        moved.append(table.moved(-by))
    return tuple(moved)


def is_traditional(text: str) -> bool:
    """Whether a text is written in traditional characters: more than a stray few that simplified lacks.

    >>> is_traditional("總面積4442平方公里,有貧困村66個、貧困戶"), is_traditional("总面积4442平方公里")
    (True, False)
    """
    gate = _characters()[1]
    return sum(1 for _ in islice(gate.finditer(text), FEW)) == FEW


def _narrow(text: str) -> str:
    for wide, narrow in _COMMON_WIDE:
        text = text.replace(wide, narrow)
    return _WIDE_RUN.sub(lambda run: run[0].translate(_WIDE), text)


def _simplify(text: str) -> str:
    table, gate = _characters()
    if gate.search(text) is None:
        return text
    return _KEPT.sub(lambda word: word[0].translate(_BACK), text.translate(table))


@cache
def _characters() -> tuple[dict[int, str], re.Pattern[str]]:
    """Traditional to simplified from OpenCC's own table, and a pattern that finds a traditional character."""
    lines = resources.files("opencc").joinpath("dictionary/TSCharacters.txt").read_text("utf-8").splitlines()
    table: dict[int, str] = {}
    sure = []
    for line in lines:
        old, _, new = line.partition("\t")
        choices = new.split()
        if len(old) != 1 or not choices or len(choices[0]) != 1:
            continue
        table[ord(old)] = choices[0]
        if old not in choices and old <= "\uffff":
            sure.append(old)
    table[ord("著")] = "着"
    return table, re.compile("[" + re.escape("".join(sure)) + "]")
