"""Households and people told in one breath: 1775户4171人."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, pairwise

from extract.audit.finding import Check, Finding, Verdict
from extract.audit.settle import significant
from extract.audit.told import Account, Told
from extract.audit.wording import english
from extract.figures.basis import Basis

_JOINTS = frozenset(("", "、", ",", "共", ",共", "/", "约", ",约", "和"))
_MOST = 8  # people a household, on the average of a place
_FEW = 10
_NEAR = Decimal("1.25")
Pair = tuple[Told, Told]


def find_pairs(account: Account) -> Iterator[Finding]:
    """A finding for each pair that cannot be, and for each that is told twice with one half changed."""
    pairs = tuple(_pairs(account))
    for pair in pairs:
        if pair[1].left != ",":  # 惠及2130户,320人就业
            yield from _household(pair)
    for first, second in combinations(pairs, 2):
        yield from _twice(first, second)


def _pairs(account: Account) -> Iterator[Pair]:
    for line in account.lines:
        for households, people in pairwise(line):
            if households.unit == "户" and people.unit == "人" and people.left in _JOINTS:
                yield households, people


def _household(pair: Pair) -> Iterator[Finding]:
    """Fewer people than households, or far too many."""
    households, people = pair
    low = people.interval.low / max(households.interval.high, Decimal(1))
    high = people.interval.high / max(households.interval.low, Decimal(1))
    if high < 1:
        yield _size(pair, Verdict.CONTRADICTS)
    elif low > _MOST and households.value >= _FEW:
        yield _size(pair, Verdict.UNEXPLAINED)


def _size(pair: Pair, verdict: Verdict) -> Finding:
    households, people = pair
    size = (people.value / households.value).quantize(Decimal("0.01"))
    en = f"Persons a household: {english(people)} in {english(households)} are {size} a household."
    zh = f"户均人口：{households.printed}共{people.printed}，合每户{size}人，不合常理。"
    return Finding(Check.HOUSEHOLD, verdict, pair, en, zh, people.value, size, Decimal(1), Decimal(_MOST))


def _twice(first: Pair, second: Pair) -> Iterator[Finding]:
    """The same households with other people, or the same people in other households."""
    for same, other in ((0, 1), (1, 0)):
        kept, changed = (first[same], second[same]), (first[other], second[other])
        if _is_same(kept) and _differs(changed):
            yield _told_twice(kept, changed)


def _is_same(kept: Pair) -> bool:
    """Whether both are one figure: the same digits, enough of them, of the same metric and place."""
    if kept[0].value != kept[1].value or significant(kept[0].value) < 3:
        return False
    first, second = kept[0].figure, kept[1].figure
    if not first or not second:
        return False
    totals = first.basis == second.basis == Basis.CUMULATIVE
    same = (first.metric.id, first.place) == (second.metric.id, second.place)
    return same and (totals or first.period[:4] == second.period[:4])


def _differs(changed: Pair) -> bool:
    first, second = changed
    near = first.value <= second.value * _NEAR and second.value <= first.value * _NEAR
    return near and not first.interval.meets(second.interval)


def _told_twice(kept: Pair, changed: Pair) -> Finding:
    first, second = changed
    en = f"Told twice: {english(kept[0])} with {english(first)}, and again with {english(second)}."
    zh = f"前后不一：同为{kept[0].printed}，一处为{first.printed}，另一处为{second.printed}。"
    span = first.interval
    told = (*kept, first, second)
    return Finding(
        Check.TWICE, Verdict.CONTRADICTS, told, en, zh, second.value, first.value, span.low, span.high
    )
