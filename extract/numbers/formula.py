r"""A number set as a LaTeX formula: ``$4.2\%$``, ``$1{,}160$户``, ``$2 8 . 7 \times 1 0 ^ { 4 }$ 人``."""

import re
from decimal import Decimal
from functools import cache

from extract.lexicon.units import read_units
from extract.mention import Kind, Number, Qualifier
from extract.numbers.numerals import parse_numeral
from extract.numbers.qualifier import find_qualifier
from extract.reason import Reason

_BODY = re.compile(
    r"(?P<number>-?[0-9]{1,15}(?:\.[0-9]{1,15})?)(?:\\times10\^\{?(?P<power>[0-9]{1,2})\}?)?(?P<percent>\\?%)?"
)
_SPACE = re.compile(r"\{,\}|\\[,;!: ]|[ ~]")
_SPLIT = re.compile(r"[0-9]\. ?$")


def read_formula(text: str, start: int) -> Number | None:
    r"""The number of the formula that opens at ``start``, None where no formula with a digit does.

    >>> str(read_formula(r"人口$2 8 . 7 \times 1 0 ^ { 4 }$ 人", 2).value)
    '287000'
    """
    match = _pattern().match(text, start)
    if match is None or not re.search("[0-9]", match["body"]):
        return None
    body = _BODY.fullmatch(_SPACE.sub("", match["body"]).replace(",", ""))
    end = match.end() if body else match.end("formula")
    if body is None:
        return Number(start, end, None, None, "", Kind.COUNT, Qualifier.EXACT, Reason.CODE)
    value = parse_numeral(body["number"])
    if value is not None and body["power"]:
        value = (value * Decimal(10) ** int(body["power"])).to_integral_value()
    unit = read_units().by_word[match["unit"]] if match["unit"] else None
    word, kind = (unit.unit, unit.kind) if unit else ("", Kind.COUNT)
    if body["percent"]:
        word, kind, end = "%", Kind.PERCENT, match.end("formula")
    # 55. $5 5 \%$: the number was torn at its point, and nobody can tell where its digits belong
    reason = Reason.DAMAGED if _SPLIT.search(text, max(0, start - 4), start) else ""
    return Number(start, end, value, None, word, kind, find_qualifier(text, start, end, ""), reason)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"""
        (?P<formula> \$ (?P<body> [^$\n\u4e00-\u9fff]{{1,80}} ) \$ )
        (?: \ ? (?P<unit> {read_units().pattern} ) )?
        """,
        re.VERBOSE,
    )
