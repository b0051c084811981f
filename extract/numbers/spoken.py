"""Numbers as they are said outside reports: bare Chinese numerals, signs, fractions with a stroke, 折, k, w.

Reports are full of 一, 两 and 十 that count nothing, so these are looked for only on request.
"""

import re
from decimal import Decimal

from extract.mention import Kind, Number, Qualifier
from extract.numbers.numerals import DIGITS, parse_numeral, parse_some, parse_spread
from extract.numbers.qualifier import find_qualifier
from extract.numbers.span import join_range

_HAN = "一二两三四五六七八九十百千万亿兆零〇几数壹贰叁参肆伍陆柒捌玖拾佰仟廿卅卌半幺"
_ARABIC = r"(?: [0-9]{1,3} (?: ,[0-9]{3} ){1,5} (?![0-9]) | [0-9]{1,30} ) (?: \.[0-9]{1,15} (?! \.?[0-9] ) )?"
# a scale behind a greater one begins anew: 七十|百分位
_NEXT = rf"(?! (?<=[十拾])[百千佰仟] | (?<=[百佰])[千仟] ) [{_HAN}]"
_MIX = rf"""(?: (?: {_ARABIC} (?! \ {{0,2}} [一二两三四五六七八九] ) | 俩(?=[百千万]) | [{_HAN}] )
  (?: \ {{0,2}} [余多]? \ {{0,2}} {_NEXT} | (?<= [{_HAN}] ) \ {{0,2}} [0-9]{{1,4}} ){{0,30}}
  (?: \ {{0,2}} 点 \ {{0,2}} [0-9零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖]{{1,15}} [万亿]{{0,2}} )? )"""
_SPOKEN = re.compile(
    rf"""
    (?P<sign> 负 \ ? | (?<![0-9A-Za-z\u4e00-\u9fff%-]) - \ ? )?
    (?:
      (?P<stroke> (?: [0-9]{{1,4}} \  )? [0-9]{{1,4}}/[0-9]{{1,4}} )
    | (?P<fraction> (?: {_MIX} \ ? 又 \ ? )? {_MIX} \ {{0,2}} 分 \ {{0,2}} 之 \ {{0,2}} 负? {_MIX}
        | {_MIX} 又 [一二三四五六七八九十百]{{1,3}} 分 [一二三四五六七八九]{{1,2}} (?! [之钟] ) )
    | (?P<tenths> [一二三四五六七八九1-9] \ {{0,2}} 成 \ {{0,2}} [一二三四五六七八九1-9] (?![{_HAN}0-9个户人] ) )
    | (?P<rebate> [1-9] \  [1-9] (?= \ {{0,2}} 折 ) )
    | (?P<cents> [0-9一二两三四五六七八九十]{{1,3}} 分 (?! [0-9{_HAN}之别钟数布类支公为制值] | \ {{0,2}}之 ) )
    | (?P<half> [一1]半半? | 半(?=[个数]) | (?<=打) 对折 )
    | (?P<dot> (?<![.0-9]) \.[0-9]{{1,15}} )
    | (?P<mix> {_MIX} )
    )
    \ {{0,2}} (?P<tail> [kKwW](?![A-Za-z]) | 打 | 折 | 成半? | % )?
    \ {{0,2}} (?P<point> 个 \ {{0,3}} 百 \ ? 分 \ ? 点 )?
    """,
    re.VERBOSE,
)
_HUNDREDTH = re.compile("([百千万佰仟]{1,3}) {0,2}分 {0,2}之")
# 一切 一看, 收拾, 陆地 ... : words with a numeral in them that count nothing
_WORD_BEHIND = re.compile("[下切看定些样般直旦边致律向再同起贯]|川|地|足|意|无|仁|起|取|到|空|军|续")
_AND = re.compile(" ?[和与跟到至、] ?第?")
_BETWEEN = re.compile(" ?(?:之间|间|中间)")
_GAP = re.compile(
    "(?:[的同时并且而, 间比大高多小低少]|以上|大于|小于|或者?|等于|少于|低于|高于|不|最[多少]|至[多少]){0,12}"
)
_MARKS = re.compile("[得评扣加减满总均考积打几占]|成绩|第|[点时:]$|比[0-9]{0,3}$|[0-9]:[0-9]{0,3}$")
_NEEDS_COMPANY = frozenset("伍陆拾肆参数几半幺")
_TEMPER = {"k": 1000, "K": 1000, "w": 10**4, "W": 10**4, "打": 12}


def find_spoken(text: str) -> tuple[Number, ...]:
    """The numbers said in a text, bare ones too, in order.

    >>> [str(n.value) for n in find_spoken("答案不是四而是负三十二")]
    ['4', '-32']
    """
    numbers = (_read(text, match) for match in _SPOKEN.finditer(text))
    return tuple(number for number in numbers if number is not None)


def join_spoken(text: str, found: list[Number]) -> tuple[Number, ...]:
    """The numbers, with the two ends of an interval (大于10小于20, 20与30之间) as one."""
    joined: list[Number] = []
    for number in found:
        both = _interval(text, joined[-1], number) if joined else None
        if both:
            joined[-1] = both
        else:
            joined.append(number)
    return tuple(joined)


def _interval(text: str, first: Number, second: Number) -> Number | None:
    if first.value is None or second.value is None or first.high or second.high:
        return None
    low, high = sorted((first.value, second.value))
    gap = text[first.end : second.start]
    if second.unit == "间" and _AND.fullmatch(gap) and low == first.value:
        return second._replace(start=first.start, end=second.end - 1, value=low, high=high, unit="")
    between = _AND.fullmatch(gap) and _BETWEEN.match(text, second.end) and low == first.value
    opened = {first.qualifier, second.qualifier} == {Qualifier.OVER, Qualifier.UNDER} and _GAP.fullmatch(gap)
    right = low == (first.value if first.qualifier is Qualifier.OVER else second.value)
    if not (between or (opened and right)):
        return join_range(text, first, second)
    return second._replace(start=first.start, value=low, high=high, qualifier=Qualifier.EXACT)


def _read(text: str, match: re.Match[str]) -> Number | None:
    if match["half"]:
        kind = Kind.PERCENT if match["half"] == "对折" else Kind.FRACTION
        value, unit = (Decimal(50), "%") if kind is Kind.PERCENT else (Decimal("0.5"), "")
        return Number(*match.span(), value, None, unit, kind, find_qualifier(text, *match.span(), ""))
    if match["tenths"] or match["rebate"]:
        return _tenths(text, match)
    if match["cents"]:
        return _cents(text, match)
    numeral = match["stroke"] or match["fraction"] or match["dot"] or match["mix"]
    if (match["mix"] and not match["tail"] and _is_word(text, match)) or (
        match["mix"] == "十" and match["tail"] == "折"
    ):
        return None
    spread = None
    if match["mix"] and match["tail"] != "折":
        spread = parse_spread(numeral) or parse_some(numeral.replace(" ", ""))
    low, high = spread or (_value(match, numeral), None)
    if low is None:
        return None
    start, end = match.span()
    kind, factor = _measure(match, numeral)
    sign = -1 if bool(match["sign"]) != ("之负" in numeral.replace(" ", "")) else 1
    low = sign * low * factor + (5 if match["tail"] == "成半" else 0)
    vague = "余" if re.search("[余多几数]", numeral) else ""
    unit = {Kind.PERCENT: "%", Kind.POINT: "个百分点"}.get(kind, "")
    return Number(
        start, end, low, high and high * factor, unit, kind, find_qualifier(text, start, end, vague)
    )


def _tenths(text: str, match: re.Match[str]) -> Number:
    """七成六 or 7 2 折: two digits that are a share of a hundred."""
    first, second = (c for c in match["tenths"] or match["rebate"] if c in DIGITS)
    value = Decimal(10 * DIGITS[first] + DIGITS[second])
    return Number(*match.span(), value, None, "%", Kind.PERCENT, find_qualifier(text, *match.span(), ""))


def _cents(text: str, match: re.Match[str]) -> Number | None:
    """分 as a hundredth of a yuan, where nothing before it speaks of marks or of the hour."""
    value = parse_numeral(match["cents"][:-1])
    if value is None or _MARKS.search(text, max(0, match.start() - 12), match.start()):
        return None
    start, end = match.span()
    return Number(start, end, value / 100, None, "元", Kind.MONEY, find_qualifier(text, start, end, ""))


def _value(match: re.Match[str], numeral: str) -> Decimal | None:
    if match["stroke"]:
        whole, _, ratio = match["stroke"].rpartition(" ")
        above, below = ratio.split("/")
        return Decimal(whole or 0) + Decimal(above) / Decimal(below) if int(below) else None
    if match["dot"]:
        return Decimal("0" + match["dot"])
    if match["tail"] in ("折", "成", "成半") and numeral.replace(" ", "") == "半":
        return Decimal("0.5") if match["tail"] == "成" else Decimal(5)
    if match["fraction"]:
        numeral = re.sub("分(?![ 之])", "分之", numeral)
        numeral = numeral.replace("之负", "之").replace("之 负", "之").replace(" ", "")
    return parse_numeral(numeral)


def _measure(match: re.Match[str], numeral: str) -> tuple[Kind, Decimal]:
    """The kind of the number and the factor to its base unit."""
    tail = match["tail"]
    if match["point"]:
        return Kind.POINT, Decimal(_TEMPER.get(tail or "", 1))
    if tail == "%":
        return Kind.PERCENT, Decimal(1)
    if tail in ("成", "成半"):
        return Kind.PERCENT, Decimal(10)
    if tail == "折":
        digits = numeral.replace(" ", "")
        return Kind.PERCENT, Decimal(1) if len(digits) == 2 and "十" not in digits else Decimal(10)
    share = match["fraction"] and _HUNDREDTH.match(match["fraction"])
    if share:
        bottom = parse_numeral("一" + share[1]) or Decimal(100)
        return Kind.PERCENT, Decimal(100) * _TEMPER.get(tail or "", 1) * (bottom / bottom)
    return Kind.FRACTION if match["fraction"] or match["stroke"] else Kind.COUNT, Decimal(
        _TEMPER.get(tail or "", 1)
    )


def _is_word(text: str, match: re.Match[str]) -> bool:
    """Whether a lone numeral is part of a word (一切, 收拾, 四川)."""
    numeral = match["mix"]
    if not numeral.strip("万亿"):
        return True
    if len(numeral) > 1:
        return numeral in ("两两", "九九")
    if numeral not in _HAN:
        return False
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if numeral in _NEEDS_COMPANY and (before or after):
        return True
    return _WORD_BEHIND.match(after) is not None if after else False
