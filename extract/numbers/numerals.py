"""What a numeral says: Arabic, Chinese or mixed digits to an exact value."""

import re
from decimal import Decimal

DIGITS = {
    c: d
    for d, row in enumerate(
        ("零〇0", "一壹幺1", "二贰两2", "三叁参3", "四肆4", "五伍5", "六陆6", "七柒7", "八捌8", "九玖9")
    )
    for c in row
}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_GREAT = {"万": 10**4, "亿": 10**8, "兆": 10**12}
_SHORT = {"廿": "二十", "卅": "三十", "卌": "四十", "半百": "五十", "俩": "二", "仨": "三", "倆": "两"}
_SCALE = {**_TENS, **_GREAT, "k": 1000, "K": 1000, "w": 10**4, "W": 10**4}
_PLAIN = re.compile(r"[0-9]{0,15}(?:\.[0-9]{1,15})?")
_PIECE = re.compile(r"[0-9]+(?:\.[0-9]+)?|.")
_SEVERAL = re.compile("[余多来]")
_SOME = re.compile("(?P<head>[^几数]{0,20})[几数](?P<tens>[十百千]?)(?P<great>[万亿]{0,2})")
_PAIR = re.compile("([一二两三四五六七八九])([二三四五六七八九])(?=[十百千万亿])")
_FAST = re.compile(r"([0-9]{1,15}(?:\.[0-9]{1,15})?)[余多]?(?:个(?=亿))?([万亿千百])?")
_LAST_PAIR = re.compile("(?:^|(?<=十))([一二三四五六七八九])([二三四五六七八九])$")
_FRACTION = re.compile("(?:(.{1,20})又)?(.{1,20})分之(.{1,20})")


def parse_numeral(numeral: str) -> Decimal | None:
    """The exact value of a numeral, None where it is none; a vague one (``20多亿``) gives its low end.

    >>> [str(parse_numeral(n)) for n in ("1,160", "两万三千", "3万5千", "二百三十余万", "4.78万亿", "万")]
    ['1160', '23000', '35000', '2300000', '4780000000000', 'None']
    """
    fast = _FAST.fullmatch(numeral)
    if fast:
        return _whole(Decimal(fast[1]) * _SCALE[fast[2]]) if fast[2] else Decimal(fast[1])
    sign = 1
    text = numeral.replace(",", "").replace(" ", "")
    if text[:1] in ("-", "负"):
        sign, text = -1, text[1:]
    if _PLAIN.fullmatch(text) and text[-1:] not in ("", "."):
        return sign * Decimal(text)
    value = _parse_fraction(text) if "分之" in text else _parse_decimal(_SEVERAL.sub("", text))
    return None if value is None else sign * _whole(value)


def _whole(value: Decimal) -> Decimal:
    """The same value without decimals that are all zero."""
    whole = value.to_integral_value()
    return whole if whole == value else value


def parse_spread(numeral: str) -> tuple[Decimal, Decimal] | None:
    """Low and high end of two digits said together, None where it is no such numeral.

    >>> [tuple(map(str, parse_spread(n))) for n in ("三五百", "七八", "十五六", "三四十万")]
    [('300', '500'), ('7', '8'), ('15', '16'), ('300000', '400000')]
    """
    pair = _PAIR.search(numeral) or _LAST_PAIR.search(numeral)
    if pair is None:
        return None
    step = DIGITS[pair[2]] - DIGITS[pair[1]]
    if step != 1 and not (pair.start() == 0 and pair.groups() == ("三", "五")):
        return None
    head, tail = numeral[: pair.start()], numeral[pair.end() :]
    low, high = parse_numeral(head + pair[1] + tail), parse_numeral(head + pair[2] + tail)
    return None if low is None or high is None else (low, high)


def parse_some(numeral: str) -> tuple[Decimal, Decimal] | None:
    """Low end, and the end below which it stays, of a numeral in which 几 or 数 stands for one digit.

    >>> [tuple(map(str, parse_some(n))) for n in ("十几", "几十万", "数百亿", "三十几万")]
    [('10', '20'), ('100000', '1000000'), ('10000000000', '100000000000'), ('300000', '400000')]
    """
    parts = _SOME.fullmatch(numeral)
    if parts is None or not (parts["head"] or parts["tens"] or parts["great"]):
        return None
    head, scale = parts["head"], parts["tens"] + parts["great"]
    ones = bool(head) and not parts["tens"]  # 三十几万: the digit stands at the end of its section
    step, low = parse_numeral(f"一{scale}"), parse_numeral(head + ("" if ones else "一") + scale)
    if low is None or step is None:
        return None
    return low, low + step * (10 if ones else 9)


def _parse_fraction(text: str) -> Decimal | None:
    parts = _FRACTION.fullmatch(text)
    if parts is None:
        return None
    whole, below, above = (parse_numeral(part) if part else Decimal(0) for part in parts.groups())
    bare = {"百": 100, "千": 1000, "万": 10**4, "百万": 10**6, "千万": 10**7, "万万": 10**8}
    below = Decimal(bare[parts[2]]) if parts[2] in bare else below
    if not below or above is None or whole is None:
        return None
    return whole + above / below


def _parse_decimal(text: str) -> Decimal | None:
    """A numeral that may go on behind 点; a scale behind the decimals counts for all (``二点五万``)."""
    whole, point, rest = text.partition("点")
    if not point:
        return _parse_whole(text)
    body = rest.rstrip("十百千万亿兆")
    if not body or any(c not in DIGITS for c in body):
        return None
    value = _parse_whole(whole)
    if value is None:
        return None
    value += Decimal("0." + "".join(str(DIGITS[c]) for c in body))
    for mark in rest[len(body) :]:
        value *= _SCALE[mark]
    return value


def _parse_whole(text: str) -> Decimal | None:
    for short, long in _SHORT.items():
        text = text.replace(short, long)
    text = text.replace("个", "").replace("几", "").replace("数", "") or "?"
    if len(text) > 1 and all(c in DIGITS for c in text):
        return Decimal("".join(str(DIGITS[c]) for c in text))
    return _add_up(_PIECE.findall(text))


def _add_up(pieces: list[str]) -> Decimal | None:
    """Sum of digits times scales, each great scale (万, 亿) closing all that stands before it."""
    total = section = Decimal(0)
    digit: Decimal | None = None
    last = 0  # the scale before: 三万五 means 5 thousand more
    for place, piece in enumerate(pieces):
        if piece in _GREAT or piece in "kKwW":
            scale = _SCALE[piece]
            if digit and 100 <= last < scale and digit < 10 and pieces[place - 1] in DIGITS:
                digit *= last // 10  # 百二万: 120, not 102
            if place == 0:
                return None if len(pieces) == 1 else _add_up(["1", *pieces])
            total, section = _scale_up(total, section + (digit or 0), scale), Decimal(0)
            digit, last = None, scale
        elif piece in _TENS:
            scale = _TENS[piece]
            section += (Decimal(1) if digit is None or digit == 0 else digit) * scale
            digit, last = None, scale
        elif piece in ("零", "〇"):
            digit, last = Decimal(0), 0
        else:
            if digit:
                return None
            digit = _digit(piece)
            if digit is None:
                return None
    if digit and last >= 100 and digit < 10 and pieces[-1] in DIGITS and len(pieces) > 1:
        digit *= last // 10
    return total + section + (digit or 0)


def _scale_up(total: Decimal, section: Decimal, scale: int) -> Decimal:
    """All that was said before 万 or 亿, scaled: a smaller scale before it (十万亿) is scaled as well."""
    if not section:
        return total * scale
    return (total + section) * scale if 0 < total < scale else total + section * scale


def _digit(piece: str) -> Decimal | None:
    if piece in DIGITS:
        return Decimal(DIGITS[piece])
    return Decimal(piece) if piece[0] in "0123456789" else None
