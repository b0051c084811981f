"""A number that begins with an Arabic digit, with its scale, its unit and the words around it."""

import re
from decimal import Decimal
from functools import cache

from extract.lexicon.units import Unit, read_units
from extract.mention import Kind, Number, Qualifier
from extract.numbers.damage import is_torn
from extract.numbers.money import match_change, match_currency
from extract.numbers.noise import SUSPECT, find_reason, match_no_quantity
from extract.numbers.numerals import DIGITS, parse_numeral
from extract.numbers.qualifier import find_qualifier
from extract.reason import Reason

BIG = "(?:[万亿佰仟]|千(?![瓦米克伏卡])|百(?![分货姓])|兆(?![瓦赫帕字比])|[kKwW](?=元))"
PLAIN = r"(?: [1-9][0-9]{0,2} (?: ,[0-9]{3} ){1,5} (?![0-9]) | [0-9]{1,15} (?![0-9]) ) (?: \.[0-9]{1,15} (?![0-9]) )?"
# 3万5千, 5亿1万4千6百, 2千零30万, 100万三千
SCALED = (
    rf"(?: [余多]? (?: 个(?=亿) )? {BIG}{{1,3}} (?: 零? [0-9一二两三四五六七八九]{{1,4}} {BIG}{{1,2}} )* )?"
)
TENTHS = "成(?![员立为效果功年本就长品人套批绩交活熟分全都型色])"
_DATED = frozenset("年月日号时季度世纪年代")
_LONG = re.compile(r"[0-9](?:[0-9]|[.,](?=[0-9]))*+")
_HALF = re.compile("([半一二三四五六七八九1-9])(?=[,。;、!)的以左\n]|$|贫困|农户|人口)")
_TENTH = Unit("成", "%", Kind.PERCENT, Decimal(10))
_STROKE = re.compile("([0-9]{1,2})/([0-9]{1,3})(?![0-9/年月日.-])")
_SIGN_FRONT = re.compile(r"(?:^|[长高低速率幅为到至降是:,(\s])[-负]$")


def read_arabic(text: str, start: int) -> Number:
    """The number whose first digit stands at ``start``.

    >>> read_arabic("近3500余个岗位", 1).unit
    '个'
    """
    match = _pattern().match(text, start)
    if match is None:
        long = _LONG.match(text, start)
        return Number(
            start,
            long.end() if long else start + 1,
            None,
            None,
            "",
            Kind.COUNT,
            Qualifier.EXACT,
            Reason.TOO_LONG,
        )
    word = match["unit"]
    if text[match.end("numeral") : match.end("numeral") + 1] == "/":
        fraction = _fraction(text, start)
        if fraction is not None:
            return fraction
    if word is None or word in _DATED:
        noise = match_no_quantity(text, start)
        if noise is not None:
            return Number(start, noise[0], None, None, "", Kind.COUNT, Qualifier.EXACT, noise[1])
    end = match.end()
    reason = (
        find_reason(text, start, end, word or "")
        if word is None or (start and text[start - 1] in SUSPECT)
        else None
    )
    if reason is None and is_torn(text, start, end, word or ""):
        reason = Reason.DAMAGED
    return _quantity(text, match, reason)


def match_half(text: str, end: int) -> tuple[int, Decimal]:
    """Where the tenths behind 成 end, and how many percent they are.

    >>> match_half("七成五", 2), match_half("八成半", 2), match_half("三成五个", 2)
    ((3, Decimal('5')), (3, Decimal('5')), (2, Decimal('0')))
    """
    match = _HALF.match(text, end)
    if match is None:
        return end, Decimal(0)
    return match.end(), Decimal(5) if match[1] == "半" else Decimal(DIGITS[match[1]])


def _fraction(text: str, start: int) -> Number | None:
    """A part of a whole with a stroke (1/10的人口); what is no less than one is a date or a code."""
    match = _STROKE.match(text, start)
    if match is None or int(match[1]) >= int(match[2]) or (start and text[start - 1] in "/-."):
        return None
    value = Decimal(match[1]) / Decimal(match[2])
    return Number(
        start, match.end(), value, None, "", Kind.FRACTION, find_qualifier(text, start, match.end(), "")
    )


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"""
        (?P<numeral> {PLAIN} {SCALED} ) (?P<vague> [余多来] )?
        (?P<unit> {read_units().pattern} | {TENTHS} | \\%)?
        """,
        re.VERBOSE,
    )


def _is_zero_rate(text: str, match: re.Match[str]) -> bool:
    """Whether a bare 0 is a rate: 贫困发生率由14.2%降至0."""
    start, end = match.span()
    if match["numeral"] != "0" or text[start - 1 : start] not in ("为", "至", "到", "归"):
        return False
    return text[end : end + 1] in ("", *",。;、!)”\n") and "率" in text[max(0, start - 20) : start]


def _quantity(text: str, match: re.Match[str], reason: Reason | None) -> Number:
    start, end = match.span()
    numeral, vague, word = match.groups()
    value = Decimal(numeral) if numeral.isdigit() else parse_numeral(numeral)
    unit = _unit(text, match) if word or not reason else None
    if unit is None:
        name, kind = ("%", Kind.PERCENT) if _is_zero_rate(text, match) else ("", Kind.COUNT)
    else:
        name, kind = unit.unit, unit.kind
        if unit.factor is not None and value is not None:
            value *= unit.factor
        if kind is Kind.MONEY and text[end : end + 1] in _CHANGE_STARTS and value is not None:
            end, rest = match_change(text, end, word or "")
            value += rest
        if (
            value is not None
            and start
            and text[start - 1] in "-负"
            and _SIGN_FRONT.search(text, max(0, start - 2), start)
        ):
            start, value = start - 1, -value
    if word == "成" and value is not None:
        end, half = match_half(text, end)
        value += half
    inner = vague or ("余" if "余" in numeral or "多" in numeral else "")
    return Number(start, end, value, None, name, kind, find_qualifier(text, start, end, inner), reason or "")


_CHANGE_STARTS = frozenset("0123456789零一二三四五六七八九壹贰叁肆伍陆柒捌玖整正钱")


def _unit(text: str, match: re.Match[str]) -> Unit | None:
    word = match["unit"]
    if word == "成":
        return _TENTH
    if word == "\\%":
        return read_units().by_word["%"]
    if word == "块" or word is None:
        return match_currency(text, match.span(), word, match["numeral"])
    return read_units().by_word[word]
