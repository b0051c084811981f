"""A number that begins with a Chinese numeral.

Most 一, 三 and 十 of a text count nothing: only what has a unit does.
"""

import re
from decimal import Decimal
from functools import cache

from extract.lexicon.units import Unit, read_units
from extract.mention import Kind, Number, Qualifier
from extract.numbers.arabic import PLAIN, SCALED, TENTHS, match_half
from extract.numbers.damage import breaks_off, is_said_on
from extract.numbers.money import PIECE, YUAN, match_change, match_currency
from extract.numbers.noise import is_quoted
from extract.numbers.numerals import parse_numeral, parse_some, parse_spread
from extract.numbers.qualifier import find_qualifier
from extract.numbers.span import share_scale
from extract.reason import Reason

DIGITS = "一二两三四五六七八九十百千万亿兆零〇几数半壹贰叁肆伍陆柒捌玖拾佰仟廿卅"
# a scale behind a greater one begins anew: 七十|百分位
_NUMERAL = rf"""(?: (?: (?! (?<=[十拾])[百千佰仟] | (?<=[百佰])[千仟] ) [{DIGITS}] ){{1,24}} (?: [余多] [百千万亿]{{1,2}} )?
    (?: 点 [零〇一二三四五六七八九]{{1,9}} [万亿]{{0,2}} )? )"""
_TO = "(?:[至到~—–-]{1,2})"
# Behind the first character: no ordinal, no article 一 (一个, 一户一策), and a unit or 分之 in reach.
STARTS = rf"""(?<! 第[\u4e00-\u9fff] ) (?: (?<=零) (?<= [为至到是归] 零 )
    | (?<! [零几数] ) (?! (?<=一) [^一二三四五六七八九十百千万亿点倍番成分余多元亩吨至到美欧港英] )
      (?= [{DIGITS}余多点至到分之~—-]{{0,24}} [\u4e00-\u9fff,。;、!)%\n] )
    | (?<= [几数] ) (?= [十百千万亿] ) )"""
_WORD_FRONT = frozenset("第“「《" + DIGITS) - {"零", "数", "几"}
_READ_OUT = re.compile("[零〇一二两三四五六七八九]{2,24}")
_MORE, _SOME = re.compile("[余多]"), re.compile("[几数]")
_NO_COIN = frozenset(("分钱", "角钱", "毛钱", "块钱"))
_PERCENT_NEAR = re.compile("率|%")
_TENTH = Unit("成", "%", Kind.PERCENT, Decimal(10))
_DATED = frozenset("月日号年")
_ROUND_END = re.compile("[,。;、!)的”\n]|$|左右|以上|人口|贫困|农|群众|百姓")
_ABOUT = re.compile("(?:近|上|约|超|过|逾|达|成|数|几|破)$")


def read_hanzi(text: str, start: int) -> Number | None:
    """The quantity whose first numeral stands at ``start``, None where the numeral counts nothing.

    >>> str(read_hanzi("造林两万三千亩", 2).value), read_hanzi("一办三组", 0)
    ('23000', None)
    """
    match = _pattern().match(text, start)
    if match is None or (start and text[start - 1] in _WORD_FRONT):
        return None
    if is_quoted(text, start, match.end()):
        return None
    number = _READERS.get(match.lastgroup or "", _quantity)(text, match)
    if number is None or number.reason:
        return number
    torn = is_said_on(text, start) or (not number.unit and breaks_off(text, number.end))
    return number._replace(reason=Reason.DAMAGED) if torn else number


def _round(text: str, match: re.Match[str]) -> Number | None:
    """A numeral with 万 or 亿 and no unit: 人口九十八万."""
    if match[0].strip("百千万亿几数") and _ROUND_END.match(text, match.end()):
        return _plain(text, match, Kind.COUNT)
    return None


def _ratio(text: str, match: re.Match[str]) -> Number | None:
    return _plain(text, match, Kind.FRACTION)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"""
          (?P<share> [百千万]分之 (?: {PLAIN} {SCALED} | {_NUMERAL} ) )
        | (?P<ratio> {_NUMERAL} 分之 {_NUMERAL} )
        | (?P<low> {_NUMERAL} ) (?: (?P<to> {_TO} ) (?P<high> {_NUMERAL} ) )? (?P<vague> [余多来] )?
          (?P<unit> {read_units().after_chinese} | {TENTHS} | 万(?=元) )
        | (?P<zero> 零 (?= [,。;、!)的”\n] | $ ) )
        | (?P<round> [{DIGITS}]{{1,16}} [余多]? [万亿] )
        """,
        re.VERBOSE,
    )


def _zero(text: str, match: re.Match[str]) -> Number:
    """零 as the value of a rate or a count: 下降为零."""
    start = match.start()
    rate = _PERCENT_NEAR.search(text, max(0, start - 20), start)
    unit, kind = ("%", Kind.PERCENT) if rate else ("", Kind.COUNT)
    return Number(start, start + 1, Decimal(0), None, unit, kind, Qualifier.EXACT)


def _share(text: str, match: re.Match[str]) -> Number | None:
    ends = _ends(match[0][3:], None)
    if ends is None:
        return None
    whole = {"百": 1, "千": 10, "万": 100}[match[0][0]]
    value, high = ends[0] / whole, ends[1] and ends[1] / whole
    return Number(*match.span(), value, high, "%", Kind.PERCENT, _qualifier(text, match.span(), match[0], ""))


def _plain(text: str, match: re.Match[str], kind: Kind) -> Number | None:
    value, high = parse_some(match[0]) or (parse_numeral(match[0]), None)
    if value is None:
        return None
    return Number(*match.span(), value, high, "", kind, _qualifier(text, match.span(), match[0], ""))


def _qualifier(text: str, span: tuple[int, int], numeral: str, vague: str) -> Qualifier:
    """The qualifier of a Chinese numeral: 几 and 数 leave a digit open, 余 and 多 all above."""
    told = find_qualifier(text, *span, vague or ("余" if _MORE.search(numeral) else ""))
    return Qualifier.ABOUT if told is Qualifier.EXACT and _SOME.search(numeral) else told


def _quantity(text: str, match: re.Match[str]) -> Number | None:
    start, end = match.span()
    low, word = match["low"], match["unit"]
    if word in _DATED and (word != "年" or (len(low) == 4 and "十" not in low)):
        return Number(start, end, None, None, "", Kind.COUNT, Qualifier.EXACT, Reason.DATE)
    ends = _ends(low, match["high"])
    unit = _unit(text, match)
    if ends is None or (
        len(low) == 1
        and not (match["high"] or match["vague"])
        and _counts_nothing(text, (start, end), low, unit)
    ):
        return None
    factor = unit.factor or 1
    value, high = ends[0] * factor, ends[1] and ends[1] * factor
    if unit.kind is Kind.MONEY:
        end, change = match_change(text, end, word)
        value += change
    if word == "成":
        end, half = match_half(text, end)
        value += half
    qualifier = _qualifier(text, (start, end), low, match["vague"] or "")
    return Number(start, end, value, high, unit.unit, unit.kind, qualifier)


def _ends(low: str, high: str | None) -> tuple[Decimal, Decimal | None] | None:
    if high is None:
        spread = parse_spread(low) or parse_some(low)
        if spread:
            return spread
        if _READ_OUT.fullmatch(low):
            return None
        value = parse_numeral("一" + low if low in "万亿" else low)
        return None if value is None else (value, None)
    bottom, top = parse_numeral(low), parse_numeral(high)
    if bottom is None or top is None:
        return None
    bottom = share_scale(low, high, bottom, top)
    return (bottom, top) if bottom < top else None


def _unit(text: str, match: re.Match[str]) -> Unit:
    word = match["unit"]
    if word == "成":
        return _TENTH
    if word == "块":
        return match_currency(text, match.span(), word, match["low"]) or PIECE
    return read_units().by_word.get(word, YUAN)


def _counts_nothing(text: str, span: tuple[int, int], low: str, unit: Unit) -> bool:
    """Whether one character before a unit is an article or a flourish: 一个, 千名干部, 百村, 万家."""
    if low in "一半" and text[span[1] - 2 : span[1]] in _NO_COIN:
        return True  # 不让一分钱趴在账上
    if unit.kind in (Kind.PERCENT, Kind.TIMES, Kind.MONEY, Kind.FOREIGN) and low not in "百千万亿":
        return low == "零"
    if low in "百千万亿":
        start, end = span
        front = _ABOUT.search(text, max(0, start - 1), start)
        return (
            front is None
            and find_qualifier(text, start, end, "") is Qualifier.EXACT
            and unit.unit not in ("亩", "公里")
        )
    return (low == "两" and unit.unit == "两") or (low in "一零半" and unit.unit not in ("亩", "吨", "公里"))


_READERS = {"zero": _zero, "share": _share, "ratio": _ratio, "round": _round}
