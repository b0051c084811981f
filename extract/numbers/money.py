"""Money that is told by more than a unit behind the number: ¥300, 人民币3.14, 1个亿, 三块, 五元三角."""

import re
from decimal import Decimal

from extract.lexicon.units import Unit
from extract.mention import Kind
from extract.numbers.numerals import DIGITS

YUAN = Unit("元", "元", Kind.MONEY, None)
PIECE = Unit("块", "块", Kind.COUNT, None)
_FRONT = re.compile("(?:人民币|RMB|CNY|¥) {0,2}$")
# signs before a sum in foreign money, the longer ones first
_SIGNS = re.compile(
    r"(?:(?P<hk>HK|港)|(?P<tw>NT|新台)|(?P<au>AU?|澳)|(?P<ca>CA?|加))\$$|(?P<us>\$)$|(?P<eu>€)$|(?P<gb>£)$"
)
_SIGNED = {"hk": "港元", "tw": "新台币", "au": "澳元", "ca": "加元", "us": "美元", "eu": "欧元", "gb": "英镑"}
_DIGIT = "[0-9零一二三四五六七八九壹贰叁肆伍陆柒捌玖]"
_CHANGE = re.compile(
    f"(?:(?P<dime>{_DIGIT})[角毛])?(?:(?P<cent>{_DIGIT})分)?(?:钱|[整正](?![改个治体顿修合理式在常确年套齐个村县]))?"
)
_HAN = re.compile("[\u4e00-\u9fff]")


def match_currency(text: str, span: tuple[int, int], word: str | None, numeral: str) -> Unit | None:
    """The currency of a number that has no unit of its own but 块 or none.

    >>> match_currency("增加1个亿,", (2, 5), None, "1个亿").unit
    '元'
    """
    start, end = span
    after = text[end : end + 1]
    if word == "块":
        return PIECE if _HAN.match(after) and after not in DIGITS and after not in "左以上多" else YUAN
    if numeral.endswith("个亿") and (not after or after not in "人户斤亩个只"):
        return YUAN
    if start and text[start - 1] in "币BY¥ " and _FRONT.search(text, max(0, start - 5), start):
        return YUAN
    sign = _SIGNS.search(text, max(0, start - 3), start) if start and text[start - 1] in "$€£" else None
    return Unit(sign[0], _SIGNED[sign.lastgroup or "us"], Kind.FOREIGN, None) if sign else None


def match_change(text: str, end: int, word: str) -> tuple[int, Decimal]:
    """Where the 角 and 分 behind 元 end, and how much they are.

    >>> match_change("五元三角二分", 2, "元")
    (6, Decimal('0.32'))
    """
    match = _CHANGE.match(text, end)
    if match is None:
        return end, Decimal(0)
    dime, cent = (DIGITS[d] if d else 0 for d in match.groups())
    if word in ("角", "毛"):
        alone = re.compile(f"({_DIGIT})(?![0-9\u4e00-\u9fff])").match(text, end)
        return (alone.end(), Decimal(DIGITS[alone[1]]) / 100) if alone else (match.end(), Decimal(cent) / 100)
    return match.end(), Decimal(dime) / 10 + Decimal(cent) / 100
