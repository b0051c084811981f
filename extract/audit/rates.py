"""The poverty rate against poor people and rural population, told or following from the other rates of the report."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from extract.audit.finding import Check, Finding
from extract.audit.interval import HUNDRED, Interval, over, percent_of
from extract.audit.settle import Candidate, settle
from extract.audit.told import Told
from extract.audit.wording import Sum

_POOR = ("poor.persons", "remaining.persons")
_NEAR = Decimal(2)
_APART = 1  # years between a rate and the population that it is held against
# the earlier end of a change: the people beside it are those of its later end
_EARLIER = re.compile("(?:由|从)[^,;。]{0,12}$|(?:年初|[上去]年[末底]?|此前|原来)的?$")
Pair = tuple[Told, Told]  # the people, their rate


def find_rates(rows: tuple[Told, ...]) -> Iterator[Finding]:
    """A finding for each rate that the people beside it and the rural population lead to.

    The base may be another one than is told: a gap is a finding only where another rate of the report has that base.
    """
    rural = [one for one in rows if one.metric == "population.rural"]
    pairs = [
        pair for rate in rows if rate.metric == "poverty_rate" and rate.value for pair in _pairs(rate, rows)
    ]
    for pair in pairs:
        others = [other for other in pairs if other[1].value != pair[1].value]
        yield from settle(_candidates(pair, rural, others))


def _pairs(rate: Told, rows: tuple[Told, ...]) -> Iterator[Pair]:
    """The nearest people before a rate, in its sentence or the one before."""
    if _EARLIER.search(rate.left):
        return
    before = (one for one in reversed(rows) if one.metric in _POOR and 0 <= rate.line - one.line < 2)
    people = next((one for one in before if one.number.start < rate.number.start), None)
    if people:
        yield people, rate


def _candidates(pair: Pair, rural: list[Told], others: list[Pair]) -> Iterator[Candidate]:
    people, rate = pair
    for base in rural:
        share = percent_of(people.interval, base.interval)
        held = any(_fits(other, base.interval) for other in others) and people.line == rate.line
        if share:
            done = Sum(Check.RATE, rate, (people, base), "{0} ÷ {1}", share)
            timely = len(rural) == 1 and abs(rate.year - base.year) <= _APART
            yield replace(Candidate(done, sure=held and timely), near=_NEAR)
    for first, second in ((one, two) for one in others for two in others if one[1].value > two[1].value):
        yield from _by_others(pair, first, second)


def _fits(pair: Pair, base: Interval) -> bool:
    share = percent_of(pair[0].interval, base)
    return share is not None and share.meets(pair[1].interval)


def _by_others(pair: Pair, first: Pair, second: Pair) -> Iterator[Candidate]:
    """The rate on the base that two other rates of the report share."""
    people, rate = pair
    bases = [over(one.interval, share.interval) for one, share in (first, second)]
    if not bases[0] or not bases[1] or not bases[0].meets(bases[1]) or people.line != rate.line:
        return
    low, high = max(b.low for b in bases if b), min(b.high for b in bases if b)
    share = over(people.interval, Interval(low * HUNDRED, high * HUNDRED))
    if share:
        done = Sum(Check.RATE, rate, (people, *first), "{0} ÷ ({1} ÷ {2})", share.times(HUNDRED))
        yield Candidate(done, sure=True, near=_NEAR)
