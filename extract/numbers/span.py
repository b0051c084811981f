"""Two numbers that are the ends of one range: 4至5个, 1.2-1.5万元, 10%~20%."""

import re
from decimal import Decimal

from extract.mention import Kind, Number
from extract.reason import Reason

_SEPARATOR = re.compile(r"(?:\(含\))? ?(?:[-—–~～至到]|--|——|~~) ?")
_CHANGE_FRONT = re.compile("[由从自]$")
_SCALES = (("w元", 10**4), ("k元", 1000), ("亿", 10**8), ("万", 10**4), ("千", 1000), ("百", 100), ("十", 10))


def join_range(text: str, low: Number, high: Number) -> Number | None:
    """Two numbers with a dash or 至 between them as one range, None where they are no range (由5%到3%)."""
    year = low.reason is Reason.DATE and high.unit != ""  # 2000~3000元: no year
    if (
        (low.reason and not year)
        or high.reason
        or low.value is None
        or high.value is None
        or low.high
        or high.high
    ):
        return None
    if not _SEPARATOR.fullmatch(text, low.end, high.start) or _CHANGE_FRONT.search(
        text, max(0, low.start - 1), low.start
    ):
        return None
    if low.unit and low.unit != high.unit and not (low.kind is Kind.COUNT and not low.unit):
        return None
    value = low.value
    if not low.unit:
        value = share_scale(text[low.start : low.end], text[high.start : high.end], low.value, high.value)
    if value >= high.value:
        return None
    return high._replace(start=low.start, value=value, high=high.value)


def share_scale(low: str, high: str, value: Decimal, top: Decimal) -> Decimal:
    """The low end of a range with the scale that only the high end prints.

    >>> str(share_scale("1.2", "1.5万元", Decimal("1.2"), Decimal(15000)))
    '12000.0'
    """
    high = high.replace("W元", "w元").replace("K元", "k元")
    for mark, scale in _SCALES:
        lacks = not re.search("[万亿]" if scale >= 10**4 else "[十百千万亿]", low)
        if mark in high and lacks and value * scale < top:
            value *= scale
            if scale < 10**4:
                break
    return value
