"""Every number of a readable text with its unit, and why it is no quantity where it is none.

One quick search goes to the next character that may begin a number; one pattern for what begins with a digit
and one for what begins with a Chinese numeral read it from there.
"""

import re
from functools import cache

from extract.mention import Kind, Number, Qualifier
from extract.numbers.arabic import read_arabic
from extract.numbers.formula import read_formula
from extract.numbers.hanzi import STARTS as HAN_STARTS
from extract.numbers.hanzi import read_hanzi
from extract.numbers.span import join_range
from extract.reason import Reason

# Arabic-Indic, Persian, Devanagari, Bengali, Thai, Tibetan, Mongolian digits
_OTHER = "\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\u0f20-\u0f29\u1810-\u1819"
_ADDRESS = re.compile(r"(?:https?://|www\.)[A-Za-z0-9./?=&%_#:;~+\-]{1,2000}")
_FOREIGN_RUN = re.compile(f"[{_OTHER}]+")
_DIGIT = frozenset("0123456789")


def find_numbers(text: str) -> tuple[Number, ...]:
    """The numbers of a readable text, left to right, none overlapping another.

    >>> text = "安排资金2.69亿元,惠及7247户16386人"
    >>> [(text[n.start:n.end], str(n.value)) for n in find_numbers(text)]
    [('2.69亿元', '269000000'), ('7247户', '7247'), ('16386人', '16386')]
    """
    found: list[Number] = []
    next_start = _starts().search
    at = next_start(text)
    while at is not None:
        start = at.start()
        number = read_arabic(text, start) if text[start] in _DIGIT else _read_other(text, start)
        if number is None:
            at = next_start(text, start + 1)
            continue
        if found and number.start - found[-1].end <= 4:
            joined = join_range(text, found[-1], number)
            if joined is not None:
                number = joined
                found.pop()
        found.append(number)
        at = next_start(text, number.end)
    return tuple(found)


@cache
def _starts() -> re.Pattern[str]:
    """What may begin a number: one set of characters, so that the search is quick, and what must follow."""
    return re.compile(
        rf"""
        [0-9$hw{_OTHER}一二两三四五六七八九十百千万亿几数零壹贰叁肆伍陆柒捌玖拾]
        (?: (?<=[0-9${_OTHER}]) | (?<=[hw]) (?: ttps?:// | ww\. ) | {HAN_STARTS} )
        """,
        re.VERBOSE,
    )


def _read_other(text: str, start: int) -> Number | None:
    first = text[start]
    if first == "$":
        return read_formula(text, start)
    if first in "hw":
        address = _ADDRESS.match(text, start)
        return no_quantity(address, Reason.CODE) if address and re.search("[0-9]", address[0]) else None
    foreign = _FOREIGN_RUN.match(text, start)
    return no_quantity(foreign, Reason.OTHER_SCRIPT) if foreign else read_hanzi(text, start)


def no_quantity(match: re.Match[str], reason: Reason) -> Number:
    """The number at a match, without a value."""
    return Number(match.start(), match.end(), None, None, "", Kind.COUNT, Qualifier.EXACT, reason)
