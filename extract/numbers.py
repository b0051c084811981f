"""Every number of a readable text with its unit, and why it is no quantity where it is none."""

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

from extract.lexicon.units import Unit, read_units
from extract.mention import Kind, Number, Qualifier
from extract.noise import CODE, DATE, NAME, PHONE, find_reason
from extract.numerals import parse_numeral, parse_spread
from extract.qualifier import find_qualifier
from extract.reason import Reason

_BIG = "(?:[万亿]|千(?![瓦米克伏卡])|百(?![分货姓])|兆(?![瓦赫帕字比]))"
_PLAIN = r"(?: [0-9]{1,3} (?: ,[0-9]{3} ){1,5} (?![0-9]) | [0-9]{1,15} (?![0-9]) ) (?: \.[0-9]{1,15} (?![0-9]) )?"
_SCALED = rf"(?: [余多]? (?: 个(?=亿) )? {_BIG}{{1,3}} (?: 零? [0-9一二两三四五六七八九]{{1,4}} {_BIG} )* )?"
_HAN_DIGIT = "一二两三四五六七八九十百千万亿零〇几数半壹贰叁肆伍陆柒捌玖拾佰仟廿卅"
_HAN = rf"(?: [{_HAN_DIGIT}]{{1,20}} [余多]? [万亿]{{0,2}} (?: 点 [零〇一二三四五六七八九]{{1,9}} [万亿]{{0,2}} )? )"
_TENTHS = "成(?![员立为效果功年本就长品人套批绩交活熟分全都型色])"
_SEPARATORS = frozenset(("-", "—", "–", "~", "至", "到", "——", "--", "－", "～", "~~"))
_ZERO_VALUE = Decimal(0)
_PERCENT_NEAR = re.compile("率|%")


@cache
def _pattern() -> re.Pattern[str]:
    unit = read_units().pattern
    return re.compile(
        rf"""
        {DATE} | {PHONE} | {NAME} | {CODE}
        | (?P<plain> {_PLAIN} {_SCALED} ) (?P<vague>[余多来])? \ ? (?P<unit> {unit} | {_TENTHS} )?
        | (?P<part> [百千万]分之 (?: {_PLAIN} {_SCALED} | {_HAN} ) )
        | (?P<ratio> {_HAN} 分之 {_HAN} )
        | (?<! [第十百千]) (?P<zero> (?<=[为至到是]) 零 ) (?= [,。;、!)的”\n] | $ )
        | (?P<han> (?! 一[^十百千万亿点倍番成] ) {_HAN} ) (?P<several>[余多来])? (?P<unit_of_han> {unit} | {_TENTHS} )
        | (?P<round> [一二两三四五六七八九十百几数] [{_HAN_DIGIT}]{{0,16}} [万亿] ) (?= [,。;、!)的] | $ | 左右 | 以上 | 余 | 多)
        | (?P<long> [0-9][0-9,.]*+ )
        """,
        re.VERBOSE,
    )


def find_numbers(text: str) -> tuple[Number, ...]:
    """The numbers of a readable text, left to right, none overlapping another.

    >>> [(text[n.start:n.end], str(n.value)) for text in ["安排资金2.69亿元,惠及7247户16386人"] for n in find_numbers(text)]
    [('2.69亿元', '269000000.00'), ('7247户', '7247'), ('16386人', '16386')]
    """
    units = read_units().by_word
    found: list[Number] = []
    for match in _pattern().finditer(text):
        number = _read(text, match, units)
        if number is None:
            continue
        if found and number.start - found[-1].end <= 2 and text[found[-1].end : number.start] in _SEPARATORS:
            joined = _join(text, found[-1], number)
            if joined is not None:
                found[-1] = joined
                continue
        found.append(number)
    return tuple(found)


def _read(text: str, match: re.Match[str], units: dict[str, Unit]) -> Number | None:
    kind = match.lastgroup
    start, end = match.span()
    if match["plain"] is not None:
        return _quantity(text, match, units.get(match["unit"] or ""), match["plain"], "vague")
    if match["han"] is not None:
        return _han_quantity(text, match, units.get(match["unit_of_han"]))
    if kind in ("mark", "date"):
        return _no_quantity(start, end, Reason.DATE)
    if kind == "long":
        return _no_quantity(start, end, Reason.TOO_LONG)
    if kind in ("phone", "name", "code"):
        return _no_quantity(start, end, Reason(kind))
    if kind == "zero":
        rate = _PERCENT_NEAR.search(text, max(0, start - 20), start)
        return Number(start, end, _ZERO_VALUE, None, "%" if rate else "", Kind.PERCENT if rate else Kind.COUNT, Qualifier.EXACT)
    if kind == "part":
        share, scale = match[0][3:], {"百": 1, "千": 10, "万": 100}[match[0][0]]
        value = parse_numeral(share)
        return None if value is None else Number(start, end, value / scale, None, "%", Kind.PERCENT, find_qualifier(text, start, end, ""))
    value = parse_numeral(match[0])
    if value is None:
        return None
    form = Kind.FRACTION if kind == "ratio" else Kind.COUNT
    return Number(start, end, value, None, "", form, find_qualifier(text, start, end, ""))


def _quantity(text: str, match: re.Match[str], unit: Unit | None, numeral: str, vague: str) -> Number:
    start, end = match.span()
    word = match["unit"] or ""
    if not word:
        end = match.end(vague) if match[vague] else match.end("plain")
    value = parse_numeral(numeral)
    if value is not None and word == "成":
        value, unit = value * 10, Unit("成", "%", Kind.PERCENT)
    reason = find_reason(text, start, end, word)
    base, kind = (unit.unit, unit.kind) if unit else ("", Kind.COUNT)
    inner = match[vague] or ("余" if "余" in numeral or "多" in numeral else "")
    return Number(start, end, value, None, base, kind, find_qualifier(text, start, end, inner), reason or "")


_NOT_AFTER_HAN = frozenset("分方级届等点道面步回层环代口里两国州部国市样头起节身把车")


def _han_quantity(text: str, match: re.Match[str], unit: Unit | None) -> Number | None:
    start, end = match.span()
    word, numeral = match["unit_of_han"], match["han"]
    if word in _NOT_AFTER_HAN or start and text[start - 1] in "第“「《":
        return None
    if word == "月" or word == "日" or word == "年" and len(numeral) == 4:
        return _no_quantity(start, end, Reason.DATE)
    spread = parse_spread(numeral)
    low, high = spread or (parse_numeral(numeral), None)
    if low is None:
        return None
    base, kind = (unit.unit, unit.kind) if unit else ("%", Kind.PERCENT)
    if word == "成":
        low, high = low * 10, high and high * 10
    inner = match["several"] or ("余" if "余" in numeral or "多" in numeral or "几" in numeral or "数" in numeral else "")
    return Number(start, end, low, high, base, kind, find_qualifier(text, start, end, inner))


def _no_quantity(start: int, end: int, reason: Reason) -> Number:
    return Number(start, end, None, None, "", Kind.COUNT, Qualifier.EXACT, reason)


def _join(text: str, low: Number, high: Number) -> Number | None:
    """Two numbers with a dash or 至 between as one range, None where they are no range."""
    if low.reason or high.reason or low.value is None or high.value is None or low.high or high.high:
        return None
    if low.unit and low.unit != high.unit or text[low.start - 1 : low.start] in "由从" and low.start:
        return None
    value = low.value
    if not low.unit:
        value = _shared_scale(text[low.start : low.end], text[high.start : high.end], low.value, high.value)
    if value >= high.value:
        return None
    return replace(high, start=low.start, value=value, high=high.value, qualifier=low.qualifier)


def _shared_scale(low: str, high: str, value: Decimal, top: Decimal) -> Decimal:
    """The low end of ``1.2-1.5万元`` with the scale that only the high end prints."""
    for mark, scale in (("亿", 10**8), ("万", 10**4), ("千", 1000), ("百", 100), ("十", 10)):
        if mark in high and not re.search("[十百千万亿]" if scale < 10**4 else "[万亿]", low) and value * scale < top:
            value *= scale
            low += mark
    return value
