"""Chains over years: what remained the year before, less those lifted since, is what remains."""

from collections.abc import Iterator
from decimal import Decimal

from extract.audit.finding import Check, Finding, Verdict
from extract.audit.interval import minus, total
from extract.audit.orders import FIRST
from extract.audit.settle import Candidate, settle
from extract.audit.told import Told
from extract.audit.wording import Sum
from extract.figures.basis import Basis

NEAR_BY = 3  # sentences within which a chain is told as one
_NEAR = Decimal("1.3")
_CHAINS = (
    ("poor.households", "lifted.households", "remaining.households"),
    ("poor.persons", "lifted.persons", "remaining.persons"),
    ("villages.poor", "villages.delisted", "villages.remaining"),
)


def find_chains(rows: tuple[Told, ...]) -> Iterator[Finding]:
    """A finding for each remainder that earlier figures lead to, and each running total of told years."""
    known = {one.metric for one in rows}
    for poor, lifted, remaining in _CHAINS:
        if lifted not in known:
            continue
        flows = _of(rows, lifted, Basis.FLOW)
        totals = _of(rows, lifted, Basis.CUMULATIVE)
        registered, left = _of(rows, poor, Basis.LEVEL), _of(rows, remaining, Basis.LEVEL)
        for end in left:
            yield from settle(_remainder(end, (registered, totals, left, flows)), Verdict.UNEXPLAINED)
        for end in totals:
            yield from settle(_sum_of_years(end, flows), Verdict.UNEXPLAINED)


def _of(rows: tuple[Told, ...], metric: str, basis: Basis) -> tuple[Told, ...]:
    return tuple(one for one in rows if one.metric == metric and one.figure and one.figure.basis == basis)


def _remainder(end: Told, known: tuple[tuple[Told, ...], ...]) -> Iterator[Candidate]:
    """Register less running total; or an earlier remainder less the flows of the years between."""
    registered, totals, left, flows = known
    for start in registered:
        for done in totals:
            if start.value > done.value and done.year == end.year:
                only = len({one.value for one in registered}) == 1 and 0 < start.year <= FIRST
                sure = only and done.line == end.line and done.number.start < end.number.start
                yield _chain(end, start, (done,), sure=sure)
    for start in left:
        between = tuple(one for one in flows if start.year < one.year <= end.year)
        years = {one.year for one in between}
        if between and start.year and len(years) == len(between) == end.year - start.year:
            beside = all(0 <= end.line - one.line < NEAR_BY for one in (start, *between))
            yield _chain(end, start, between, sure=beside)


def _chain(end: Told, start: Told, less: tuple[Told, ...], *, sure: bool) -> Candidate:
    found = minus(start.interval, total(one.interval for one in less))
    formula = " − ".join(f"{{{at}}}" for at in range(len(less) + 1))
    return Candidate(Sum(Check.CHAIN, end, (start, *less), formula, found), sure, _NEAR)


def _sum_of_years(end: Told, flows: tuple[Told, ...]) -> Iterator[Candidate]:
    by_year = {one.year: one for one in flows if one.year <= end.year}
    if len(by_year) > 1 and max(by_year) == end.year:
        parts = tuple(by_year[year] for year in sorted(by_year))
        formula = " + ".join(f"{{{at}}}" for at in range(len(parts)))
        found = total(one.interval for one in parts)
        yield Candidate(Sum(Check.CHAIN, end, parts, formula, found), sure=False)
