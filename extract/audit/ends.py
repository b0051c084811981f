"""The two ends of a change: 由12.6%下降到1.4%."""

import re

from extract.audit.told import Told

_FROM = re.compile("(?:由|从)[^,;。]{0,16}$")
_TO = re.compile(r"^[^;。]{0,14}(?:[升增降减落长少加高展大缩]|提高|压缩|恢复)(?:到|至|为|成)[^,;。]{0,12}$")
_BASE = re.compile(r"(?:比|较)[^,;。]{0,14}$")
_LAST_YEAR = re.compile("上年|去年|年初|同期|同比|上一年")


def is_change(start: Told, end: Told, told: Told) -> bool:
    """Whether 由 and 到 stand before two figures, and the change told is the one between them.

    由2014年的9.8%下降到5.1%,比上年下降1.2个百分点 tells two changes.
    """
    between = _FROM.search(start.left) and _TO.match(end.left)
    other = _LAST_YEAR.search(told.left) and not _LAST_YEAR.search(start.left)
    return bool(between) and not other


def told_from(base: Told) -> bool:
    """Whether a figure is what another is compared with: 比2017年的6.9%下降3.7个百分点.

    >>> from decimal import Decimal
    >>> from extract.numbers.numbers import find_numbers
    >>> from extract.audit.told import Told
    >>> number = find_numbers("6.9%")[0]
    >>> left = "降至3.2%,比2017年的"
    >>> told_from(Told(number, Decimal("6.9"), "%", number.kind, "6.9%", left, left, "下降", 0, None))
    True
    """
    return _BASE.search(base.left) is not None
