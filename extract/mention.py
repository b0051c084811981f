"""What is found in a text before anything is known about its meaning.

A mention is a piece of the text with a reading: a number with its unit, a period, a place. Offsets of
mentions point into the *readable* text that ``fold.py`` makes (same language, no gaps); ``Folded.span``
turns them into offsets of the original. Nothing here looks at context wider than the mention's own words.
"""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What sort of number a mention is, told by its own unit alone."""

    MONEY = "money"  # base unit yuan
    FOREIGN = "foreign"  # money of another currency, in its own unit
    PERCENT = "percent"  # 91.5% -> 91.5
    POINT = "point"  # percentage points
    PERMILLE = "permille"
    TIMES = "times"  # 14.4倍
    FRACTION = "fraction"  # 三分之一 -> 1/3
    COUNT = "count"  # number with a classifier, or bare


class Qualifier(StrEnum):
    """How exactly the text gives a number."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"


class Number(NamedTuple):
    """A number of the text with its unit, in the readable text's offsets.

    ``unit`` is the printed unit or classifier without 万/亿 (``元``, ``户``, ``%``, ``个``), folded; empty if bare.
    ``value`` is in that unit with 万/亿 multiplied out; ``high`` only for a range (``value`` is its low end).
    ``reason`` is set where the number is no quantity at all (list mark, year, phone number, slogan ...), or
    cannot be trusted (damage): the id of a leftover reason. ``value`` may then be None.
    """

    start: int
    end: int
    value: Decimal | None
    high: Decimal | None
    unit: str
    kind: Kind
    qualifier: Qualifier
    reason: str = ""


class Period(NamedTuple):
    """A time expression, resolved as far as its own words and the document's date allow.

    ``value`` is ``2019``, ``2020-09``, ``2020-09-30`` or empty where it cannot be told (今年 of an undated text).
    ``since`` is the start of a running total or range (``2016年以来``, ``2014年至2019年``), else empty.
    ``role`` says how it was told: see ``Role``.
    """

    start: int
    end: int
    value: str
    since: str
    role: "Role"


class Role(StrEnum):
    """The part that a time expression plays for the figures near it."""

    IN = "in"  # 2019年, 今年, 去年
    AS_OF = "as_of"  # 截至2020年9月底, 目前, 年末
    SINCE = "since"  # 2016年以来, 从2014年起
    RANGE = "range"  # 2016年至2018年, 十三五期间
    START = "start"  # 起初, 最初, 原来: the earlier end of a change
    YEARLY = "yearly"  # 2016年以来每年


class Place(NamedTuple):
    """An administrative unit named in the text: full standard name and six-digit code ('' if unknown).

    ``level`` is ``nation``, ``province``, ``prefecture``, ``county``, ``township`` or ``village``. Townships and
    villages carry the name as printed and no code: they matter because their figures are nobody's here.
    """

    start: int
    end: int
    name: str
    adcode: str
    level: str
