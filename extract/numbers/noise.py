"""Numbers that are no quantities: dates, list marks, names, codes. Told by the number's own neighbourhood."""

import re

from extract.reason import Reason

_YEAR = "(?:1[89]|20)[0-9]{2}"
_TO = "[-—–~、至到和与及]{1,2}"
_SHORT = f"[0-9]{{1,2}}(?:{_TO}[0-9]{{1,2}})*"

_DATE = rf"""(?P<date>
  (?= [0-9]{{1,4}} \ ? [年月日号时季世上:/.\-—–~至到、和与及] )
  (?:
    {_YEAR} (?: {_TO} {_YEAR} | 、[0-9]{{2}}(?=年) )* \ ? 年
      (?: 度 | \ ?[0-9]{{1,2}}月 )? (?: 份 | \ ?{_SHORT}[日号] )?
  | [0-9]{{2}}年[0-9]{{1,2}}月 (?: [0-9]{{1,2}}[日号] )?
  | {_SHORT} 月份? (?: \ ? {_SHORT} [日号] (?: {_TO} [0-9]{{1,2}}月 [0-9]{{1,2}}[日号] )? )?
  | {_SHORT} [日号] (?! 文 | 召 )
  | {_YEAR} (?P<mark>[-./]) [0-9]{{1,2}} (?: (?P=mark) [0-9]{{1,2}} )? (?! [0-9%] )
      (?: [ T] [0-9]{{1,2}}:[0-9]{{2}} (?: :[0-9]{{2}} )? )?
  | {_YEAR} (?: {_TO} {_YEAR} )+ (?! [0-9户元亩吨名万亿%] | 人(?![均民口]) )
  | {_SHORT} 季度
  | [0-9]{{2}} 世纪 (?: [0-9]{{2}}年代 )?
  | [0-9]{{1,2}}:[0-5][0-9] (?: :[0-5][0-9] )?
  | [0-9]{{1,2}}时 (?: [0-9]{{1,2}}分 )? (?! 间 | 代 | 期 )
  )
  (?: (?<! [0-9] ) | (?! [0-9] ) )
)"""

_PHONE = r"""(?P<phone>
    (?: 0[0-9]{2,3}[-)][0-9]{5,8} | 1[3-9][0-9]{9} | [48]00-[0-9]{3,4}-?[0-9]{3,4} ) (?! [0-9.] )
)"""
_NAME = r"(?P<name> [0-9]{1,4} (?: \+ [0-9A-Za-z]{1,4} )+ )"
# sections (2.3.1), references ([1-3]), sizes of pictures (640×480), numbers of documents (09-0041-06)
_CODE = r"""(?P<code>
    [0-9]{1,15} (?: \.[0-9]{1,15} ){2,}
  | (?<= \[ ) [0-9]{1,3} (?: [,–-] [0-9]{1,3} ){0,9} (?= \] )
  | [0-9]{1,5} [×xX*] [0-9]{1,5}
  | [0-9]{1,6} (?: -[0-9A-Z]{1,8} ){2,}
)"""

_NO_QUANTITY = re.compile(f"{_DATE} | {_PHONE} | {_NAME} | {_CODE}", re.VERBOSE)
_LIST_MARK = re.compile(r"[.、.)](?![0-9])|\.(?=[0-9]{4}年)|,(?=[^0-9])")
_BEFORE_MARK = frozenset("\n。;!?：:> (")
_CALL = re.compile("(?:电话|热线|传真|拨打|手机)[::]? ?[0-9、)转-]{0,12}$|[0-9]转$")
_AFTER_POINT = re.compile(r"[0-9]\.$")
_ID = re.compile(r"[备证号第:：-]$")
_LATIN = re.compile("[A-Za-z]")
_QUESTION = re.compile("[吗呢么谁何哪啥咋几]|怎|是否|能否|没有|多少|为什么")
_DAMAGE = re.compile("[\ufffd□■＊]|[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü][a-z]{0,4}\\)")
_ORDINAL_LIST = re.compile("第[0-9、,和-]{1,12}$")
_REST_OF_QUOTE = re.compile('[^“”」』"\n]{0,12}[”」』"]')
_CLAUSE_END = re.compile("[,。;!?\n]")
_TORN = re.compile(r"\. ?\$")  # 55. $5 5 \%$: a decimal torn at its point
_OPEN_QUOTE = re.compile('[“「『"《][^“”「」『』"》\n]{0,12}$')
_CLOSED_QUOTE = re.compile('[^“”「」『』"《\n]{0,12}[”」』"》]')

# A number behind one of these needs a closer look.
SUSPECT = frozenset(
    '第前?\ufffd□■＊+-./(〔[【_=#&“「"@ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz、号备证:*'
)


def match_no_quantity(text: str, start: int) -> tuple[int, Reason] | None:
    """The end of a date, phone number or code that begins here, and which of them it is.

    >>> match_no_quantity("自2016年至今", 1)
    (6, <Reason.DATE: 'date'>)
    """
    match = _NO_QUANTITY.match(text, start)
    if match is None:
        return None
    kind = match.lastgroup or "date"
    return match.end(), Reason.DATE if kind in ("mark", "date") else Reason(kind)


def find_reason(text: str, start: int, end: int, unit: str) -> Reason | None:
    """Why the number at ``start`` is no quantity, None where it is one.

    >>> find_reason("创成3A级景区", 2, 3, "").value
    'name'
    >>> find_reason("近3500余个岗位", 1, 7, "个") is None
    True
    """
    before = text[start - 1] if start else "\n"
    if before in SUSPECT:
        reason = _reason_before(text, start, end, unit)
        if reason:
            return reason
    return None if unit else _reason_of_bare(text, start, end)


def _reason_before(text: str, start: int, end: int, unit: str) -> Reason | None:
    """What the character before a number makes of it."""
    before = text[start - 1]
    if before in "?\ufffd□■＊*":
        return Reason.DAMAGED if _is_damage(text, start, before) else None
    if _is_ordinal(text, start, unit):
        return Reason.ORDINAL
    if before == "+" or (_LATIN.match(before) and text[max(0, start - 3) : start] not in ("RMB", "CNY")):
        return Reason.NAME
    if before in "(〔[【" and not unit and text[end : end + 1] in ")〕]】":
        return Reason.DATE if _is_year(text[start:end]) else Reason.LIST_MARK
    if before in '“「"':
        return _reason_in_quotes(text, end, unit)
    return Reason.CODE if before in "_=#&@" else None


def _is_ordinal(text: str, start: int, unit: str) -> bool:
    """Whether a number stands behind 第 or 前, or in a list that began so: 第4、16位."""
    before = text[start - 1]
    if before == "第" or (before == "前" and unit in ("", "名", "位")):
        return True
    return before in "、-" and _ORDINAL_LIST.search(text, max(0, start - 14), start) is not None


def _reason_of_bare(text: str, start: int, end: int) -> Reason | None:
    """Why a number without a unit is no quantity."""
    before, after = text[start - 1 : start] or "\n", text[end : end + 1]
    if after == "级" or _LATIN.match(after) or is_quoted(text, start, end):
        return Reason.NAME
    if end - start <= 2 and before in _BEFORE_MARK and _LIST_MARK.match(text, end):
        return Reason.LIST_MARK
    if after in ("\ufe0f", "\u20e3"):  # 1️⃣: the keycap of an emoji
        return Reason.LIST_MARK
    if after == "强":  # 20强县: a rank
        return Reason.ORDINAL
    if _TORN.match(text, end):
        return Reason.DAMAGED
    digits = text[start:end]
    return _reason_of_digits(text, start, end) if digits.isdigit() else _reason_of_section(text, start)


def _reason_of_digits(text: str, start: int, end: int) -> Reason | None:
    """What bare digits are by their length: a year, a postcode, the number of a licence."""
    before, after, length = text[start - 1 : start], text[end : end + 1], end - start
    if length >= 3 and _CALL.search(text, max(0, start - 16), start):
        return Reason.PHONE
    if (
        length == 6
        and after in ("", "\n", ")", " ")
        and (before in " (" or "邮" in text[max(0, start - 6) : start])
    ):
        return Reason.POSTCODE
    if _is_year(text[start:end]):
        return Reason.DATE
    numbered = after == "号" or (before == "-" and text[max(0, start - 2)] == "号")
    if numbered or length >= 7 or (length >= 4 and _ID.search(text, max(0, start - 1), start)):
        return Reason.CODE
    return _reason_of_section(text, start)


def _reason_of_section(text: str, start: int) -> Reason | None:
    return Reason.CODE if _AFTER_POINT.search(text, max(0, start - 2), start) else None


def _reason_in_quotes(text: str, end: int, unit: str) -> Reason | None:
    """A short name in quotation marks that begins with a number is a slogan: “3+2”, “6保6助2托”."""
    rest = _REST_OF_QUOTE.match(text, end)
    if rest is None:
        return None
    return Reason.NAME if len(rest[0]) > 1 or not unit else None


def is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a number stands in a short name in quotation marks: “四个不摘”, “6保6助2托”.

    >>> is_quoted("落实“四个不摘”要求", 3, 5)
    True
    """
    return bool(_OPEN_QUOTE.search(text, max(0, start - 14), start)) and bool(_CLOSED_QUOTE.match(text, end))


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and "1949" <= digits <= "2050"


def _is_damage(text: str, start: int, mark: str) -> bool:
    """Whether a digit was lost: a mark stands for a character, or a question mark where nothing is asked."""
    if mark in "\ufffd□■＊*":
        return True
    clause = _CLAUSE_END.split(text[max(0, start - 30) : start - 1])[-1]
    return not _QUESTION.search(clause) or bool(_DAMAGE.search(text, max(0, start - 200), start + 200))
