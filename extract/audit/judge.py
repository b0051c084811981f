"""A reported figure against what the others give: how far they agree."""

from decimal import Decimal

from extract.audit.finding import Verdict
from extract.audit.interval import Interval


def judge(reported: Interval, calculated: Interval) -> Verdict:
    """Whether the two can be the same value, differ only in the last digit, or contradict one another.

    Half a unit of the last digit is what rounding allows; a whole one is what cutting off does.

    >>> def share(low, step):
    ...     middle, step = Decimal(low), Decimal(step)
    ...     return Interval(middle - step / 2, middle + step / 2, step)
    >>> exactly = Decimal("61.2296")
    >>> [judge(share(text, "0.01"), Interval(exactly, exactly)).value for text in ("61.23", "61.22", "61.21")]
    ['consistent', 'last digit', 'contradicts']
    """
    if reported.meets(calculated):
        return Verdict.CONSISTENT
    if reported.step and _apart(reported, calculated) < reported.step / 2:
        return Verdict.LAST_DIGIT
    return Verdict.CONTRADICTS


def is_near(reported: Interval, calculated: Interval, factor: Decimal) -> bool:
    """Whether a miss is a small one: far misses are mostly figures that do not belong together."""
    mine, other = abs(reported.middle), abs(calculated.middle)
    return mine <= other * factor and other <= mine * factor


def _apart(left: Interval, right: Interval) -> Decimal:
    return max(left.low - right.high, right.low - left.high)
