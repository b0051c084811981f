"""The poverty rate against poor people and rural population."""

from collections.abc import Iterator

from .finding import Check, Finding
from .interval import percent_of
from .settle import Candidate, settle
from .told import Told
from .wording import Sum

_POOR = ("poor.persons", "remaining.persons")


def find_rates(rows: tuple[Told, ...]) -> Iterator[Finding]:
    """A finding for each rate that follows from the people beside it; it may have another base, so a gap is none."""
    rural = [one for one in rows if one.metric == "population.rural"]
    poor = [one for one in rows if one.metric in _POOR]
    for rate in rows:
        if rate.metric == "poverty_rate" and rate.value:
            yield from settle(_candidates(rate, [one for one in poor if _beside(one, rate)], rural))


def _beside(one: Told, rate: Told) -> bool:
    return 0 <= rate.line - one.line < 2 and one.number.start < rate.number.start


def _candidates(rate: Told, poor: list[Told], rural: list[Told]) -> Iterator[Candidate]:
    for base in rural:
        for one in reversed(poor):
            share = percent_of(one.interval, base.interval)
            if share:
                yield Candidate(Sum(Check.RATE, rate, (one, base), "{0} ÷ {1}", share), sure=False)
