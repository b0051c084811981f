"""What a printed number can stand for: an interval by its rounding, and sums with such intervals."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import reduce

from extract.mention import Kind, Number, Qualifier

ZERO, HALF, ONE, HUNDRED = Decimal(0), Decimal("0.5"), Decimal(1), Decimal(100)
ABOUT = Decimal("0.1")  # 约: at most a tenth to both sides, and five of the last digit
_EXACT = Context(prec=40)
_DIGITS = re.compile(
    r"[0-9][0-9,]{0,20}(?:\.(?P<decimals>[0-9]{1,10}))?个?(?P<scale>(?:[十百千]?[万亿]){0,2})"
)
_WHOLE = frozenset(".十百千万亿几")  # none of these: 7247户
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


@dataclass(frozen=True, slots=True)
class Interval:
    """All values between ``low`` and ``high``; ``step`` is one unit of the last printed digit, 0 for whole counts.

    ``loose`` where the text itself says that it is not exact (约, 余, 近).
    """

    low: Decimal
    high: Decimal
    step: Decimal = ZERO
    loose: bool = False
    centre: Decimal | None = None

    @property
    def middle(self) -> Decimal:
        """The value of the figures as they are printed; where that is not kept, the one half way."""
        return (self.low + self.high) / 2 if self.centre is None else self.centre

    def meets(self, other: "Interval") -> bool:
        """Whether both can be the same value; a half is rounded up, so 12.5 is no longer 12."""
        below = self.low <= other.high
        return below and (other.low < self.high or (other.low == self.high and not self.step))

    def times(self, factor: Decimal) -> "Interval":
        """The interval, each end so many times."""
        centre = None if self.centre is None else self.centre * factor
        return Interval(self.low * factor, self.high * factor, self.step, self.loose, centre)


def interval_of(number: Number, printed: str) -> Interval:
    """What a number can stand for, told by its decimals, its 万 and 亿 and the words 约, 余, 多, 近.

    >>> from extract.numbers.numbers import find_numbers
    >>> def of(text):
    ...     found = interval_of(find_numbers(text)[0], text)
    ...     return str(found.low.normalize()), str(found.high.normalize())
    >>> of("7247户"), of("8.9%"), of("2.5亿元"), of("3000余人")
    (('7247', '7247'), ('8.85', '8.95'), ('2.45E+8', '2.55E+8'), ('3E+3', '4E+3'))
    """
    value = number.value or ZERO
    if number.kind is Kind.COUNT and number.qualifier is Qualifier.EXACT and _WHOLE.isdisjoint(printed):
        return Interval(value, value if number.high is None else number.high, ZERO, number.high is not None)
    step = _step(number, printed, value)
    if number.high is not None:
        return Interval(value, number.high, step, loose=True, centre=value)
    if number.qualifier is Qualifier.EXACT:
        return Interval(value - step / 2, value + step / 2, step)
    last = max(Decimal(1).scaleb(_last_place(value)), step)
    if number.qualifier is Qualifier.OVER:
        return Interval(value, value + last, step, loose=True, centre=value)
    if number.qualifier is Qualifier.UNDER:
        return Interval(value - last, value, step, loose=True, centre=value)
    room = min(abs(value) * ABOUT, 5 * last)
    return Interval(value - room, value + room, step, loose=True)


def _step(number: Number, printed: str, value: Decimal) -> Decimal:
    digits = _DIGITS.search(printed.replace(" ", ""))  # $9 9. 5 8 \\%$
    if digits is None:
        return Decimal(1).scaleb(_last_place(value)) if value else ONE
    scale = reduce(lambda total, mark: total * _SCALES[mark], digits["scale"] or "", 1)
    decimals = len(digits["decimals"] or "")
    if number.kind is Kind.COUNT and not decimals and scale == 1:
        return ZERO
    return Decimal(scale).scaleb(-decimals)


def _last_place(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def total(parts: Iterable[Interval]) -> Interval:
    """The sum."""
    parts = tuple(parts)
    low, high, centre = (
        sum(ends, ZERO) for ends in zip(*((p.low, p.high, p.middle) for p in parts), strict=True)
    )
    return Interval(low, high, loose=any(part.loose for part in parts), centre=centre)


def minus(left: Interval, right: Interval) -> Interval:
    """The difference."""
    loose, centre = left.loose or right.loose, left.middle - right.middle
    return Interval(left.low - right.high, left.high - right.low, loose=loose, centre=centre)


def over(left: Interval, right: Interval) -> Interval | None:
    """The quotient of two positive intervals; None where the divisor may be nothing."""
    if right.low <= 0 or left.low < 0:
        return None
    low, high = _EXACT.divide(left.low, right.high), _EXACT.divide(left.high, right.low)
    centre = _EXACT.divide(left.middle, right.middle)
    return Interval(low, high, loose=left.loose or right.loose, centre=centre)


def percent_of(part: Interval, whole: Interval) -> Interval | None:
    """The share in per cent."""
    share = over(part, whole)
    return share.times(HUNDRED) if share else None
