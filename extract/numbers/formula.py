r"""A number set as a LaTeX formula: ``$4.2\%$``, ``$1{,}160$户``, ``$2 8 . 7 \times 1 0 ^ { 4 }$ 人``."""

import re
from decimal import Decimal
from functools import cache

from extract.lexicon.units import read_units
from extract.mention import Kind, Number, Qualifier
from extract.numbers.numerals import parse_numeral
from extract.numbers.qualifier import find_qualifier
from extract.reason import Reason

_NUMBER = r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?(?:(?:\\times|\\cdot|×)10\^\{?[0-9]{1,2}\}?)?"
_POWER = re.compile(r"(?:\\times|\\cdot|×)10\^\{?([0-9]{1,2})\}?$")
_FONT = r"\\(?:text|textbf|textrm|mathrm|mathbf|mathit|mbox|rm|bf)"
_FONTS = re.compile(_FONT + r"\ {0,3}(?:\{([^{}]{0,20})\})?")
_SPACE = re.compile(r"\{,\}|\\[,;!: ]|\\q?quad|\\left|\\right|[ ~]")
_LETTER = re.compile("[A-Za-z]")  # US$300 is a sum of money
_SPLIT = re.compile(r"[0-9]\. ?$")


def read_formula(text: str, start: int) -> Number | None:
    r"""The number of the formula that opens at ``start``, None where no formula with a digit does.

    >>> str(read_formula(r"人口$2 8 . 7 \times 1 0 ^ { 4 }$ 人", 2).value)
    '287000'
    >>> str(read_formula(r"投入$12~\text{万元}$", 2).value)
    '120000'
    """
    match = _pattern().match(text, start)
    if match is None or not re.search("[0-9]", match["body"]) or _LETTER.match(text[start - 1 : start]):
        return None
    body = _body().fullmatch(_plain(match["body"]))
    low, high = _ends(body) if body else (None, None)
    if body is None or low is None or (body["word"] and match["word"]):
        end = match.end("formula")
        return Number(start, end, None, None, "", Kind.COUNT, Qualifier.EXACT, Reason.CODE)
    inside = bool(body["word"] or body["percent"])
    end = match.end("formula") if inside else match.end()
    scale = _scale(body["scale"]) * (1 if inside else _scale(match["scale"]))
    unit = read_units().by_word.get("%" if body["percent"] else (body if inside else match)["word"] or "")
    word, kind = (unit.unit, unit.kind) if unit else ("", Kind.COUNT)
    scale *= (unit and unit.factor) or 1
    # 55. $5 5 \%$: the number was torn at its point, and nobody can tell where its digits belong
    reason = Reason.DAMAGED if _SPLIT.search(text, max(0, start - 4), start) else ""
    qualifier = find_qualifier(text, start, end, "")
    return Number(start, end, low * scale, high and high * scale, word, kind, qualifier, reason)


def _plain(body: str) -> str:
    """A formula without what only sets its type: fonts, thin spaces, braced thousands marks."""
    return _SPACE.sub("", _FONTS.sub(lambda font: font[1] or "", body)).replace(",", "")


def _ends(body: re.Match[str]) -> tuple[Decimal | None, Decimal | None]:
    low = _value(body["low"])
    if body["high"] is None:
        return low, None
    high = _value(body["high"])
    return (low, high) if low is not None and high is not None and low < high else (None, None)


def _value(number: str) -> Decimal | None:
    power = _POWER.search(number)
    value = parse_numeral(number[: power.start()] if power else number)
    if value is None or power is None:
        return value
    return (value * Decimal(10) ** int(power[1])).normalize().quantize(Decimal(1)) if int(power[1]) else value


def _scale(marks: str | None) -> Decimal:
    return (parse_numeral("1" + marks) if marks else None) or Decimal(1)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"""
        (?P<formula> \$ (?P<body> (?: {_FONT} \ {{0,3}} \{{ [^{{}}$\n]{{0,20}} \}} | [^$\n\u4e00-\u9fff] ){{1,80}} )
          (?<! [,;:(] ) (?<! [,;:(]\  ) \$ (?! [0-9] ) )
        (?: \ ? (?P<scale> [千百]?[万亿]{{1,2}} )? (?P<word> {read_units().pattern} ) )?
        """,
        re.VERBOSE,
    )


@cache
def _body() -> re.Pattern[str]:
    return re.compile(
        rf"""
        (?P<low> {_NUMBER} ) (?: (?: \\?% )? (?: - | – | — | \\sim ) (?P<high> {_NUMBER} ) )? (?P<percent> \\?% )?
        (?P<scale> [千百]?[万亿]{{1,2}} )? (?P<word> {read_units().pattern} )?
        """,
        re.VERBOSE,
    )
