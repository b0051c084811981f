"""Which of the sums that a text may mean is meant, and what it comes to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from extract.audit.finding import Check, Finding, Verdict
from extract.audit.judge import is_near, judge
from extract.audit.wording import Sum, word
from extract.mention import Kind

NEAR = Decimal("2.5")
SLIPS = (Decimal(10**4), Decimal("1e-4"), Decimal(10**8), Decimal("1e-8"))
SLIPPED = Decimal("1.02")
TELLING = 2  # significant digits that do not agree by chance


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sum that the text may mean; ``sure`` where its words leave no other; a miss beyond ``near`` times is none."""

    done: Sum
    sure: bool
    near: Decimal = NEAR


def settle(candidates: Iterable[Candidate], miss: Verdict = Verdict.CONTRADICTS) -> Iterator[Finding]:
    """The finding of the first candidate that agrees, else of the first sure one; ``miss`` is said of a gap.

    A miss by far is no finding, for such figures mostly do not belong together; but one of ten thousand times is a slip.
    """
    sure: list[tuple[Verdict, Candidate]] = []
    agrees = False
    for one in candidates:
        verdict = judge(one.done.reported.interval, one.done.calculated)
        if verdict is Verdict.CONSISTENT:
            if _telling(one):
                yield _agreed(one.done)
                return
            agrees = True
        elif one.sure:
            sure.append((verdict, one))
    if sure and not agrees:
        yield from _missed(*min(sure, key=lambda pair: pair[0] is not Verdict.LAST_DIGIT), miss)


def _missed(verdict: Verdict, one: Candidate, miss: Verdict) -> Iterator[Finding]:
    """What is said of a sure sum that does not agree."""
    reported, calculated = one.done.reported.interval, one.done.calculated
    if reported.loose or calculated.loose:
        return
    if is_near(reported, calculated, one.near):
        yield word(one.done, miss if verdict is Verdict.CONTRADICTS else verdict)
    elif any(is_near(reported, calculated.times(slip), SLIPPED) for slip in SLIPS):
        yield word(replace(one.done, check=Check.SCALE), Verdict.CONTRADICTS)


def _telling(one: Candidate) -> bool:
    """Whether agreement means something: the words are sure, or the reported figure has digits enough."""
    rough = one.done.reported.interval.loose or one.done.calculated.loose
    counted = () if one.done.reported.kind is Kind.PERCENT else one.done.given
    digits = max(significant(told.value) for told in (one.done.reported, *counted))
    return significant(one.done.reported.value) > TELLING if rough else one.sure or digits >= TELLING


def _agreed(done: Sum) -> Finding:
    """Agreement; only in the last digit where figures printed without decimals are whole (680万元 beside 1070.1万元)."""
    if done.fine and judge(done.reported.interval, done.fine) is Verdict.LAST_DIGIT:
        return word(replace(done, calculated=done.fine), Verdict.LAST_DIGIT)
    return word(done, Verdict.CONSISTENT)


def significant(value: Decimal) -> int:
    """How many digits a value has without the zeros at its ends.

    >>> significant(Decimal("24.60")), significant(Decimal(5000))
    (3, 1)
    """
    return len(value.normalize().as_tuple().digits)
