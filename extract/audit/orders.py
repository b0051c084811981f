"""More lifted than were ever registered; all lifted, but not all of the register."""

import re
from collections.abc import Iterator
from decimal import Decimal

from extract.audit.finding import Check, Finding, Verdict
from extract.audit.told import Told
from extract.audit.wording import english
from extract.figures.basis import Basis

_WHOLES = {
    "lifted.households": "poor.households",
    "lifted.persons": "poor.persons",
    "villages.delisted": "villages.poor",
}
_ALL = re.compile("^(?:贫困人口|贫困户)?(?:已)?(?:全部|全都|均已|悉数)")
FIRST = 2015  # registers up to here are those of the beginning; later ones leave out who was lifted before
_NEAR = Decimal("1.5")
_ALMOST = Decimal("0.9")


def find_orders(rows: tuple[Told, ...]) -> Iterator[Finding]:
    """A finding for each running total that is larger than its register."""
    for metric, whole in _WHOLES.items():
        registered = [one for one in rows if one.metric == whole]
        lifted = [
            one
            for one in rows
            if one.metric == metric and one.figure and one.figure.basis == Basis.CUMULATIVE
        ]
        if not registered:
            continue
        most = max(registered, key=lambda one: one.interval.high)
        for one in lifted:
            if most.interval.high < one.interval.low <= most.interval.high * _NEAR:
                yield _too_many(
                    most, one, Verdict.CONTRADICTS if 0 < most.year <= FIRST else Verdict.UNEXPLAINED
                )
            elif (
                _all_lifted(one, rows)
                and one.interval.high < most.interval.low <= one.interval.high / _ALMOST
            ):
                yield _not_all(most, one)


def _all_lifted(one: Told, rows: tuple[Told, ...]) -> bool:
    """Whether the text says that these are all."""
    behind = [other for other in rows if other.line == one.line and other.number.start >= one.number.start]
    return any(_ALL.match(other.right) for other in behind[:2])


def _too_many(most: Told, one: Told, verdict: Verdict) -> Finding:
    en = f"More lifted than registered: {english(one)} against {english(most)} on the register."
    zh = f"脱贫数大于建档立卡数：脱贫{one.printed}，而建档立卡数为{most.printed}。"
    return _finding(verdict, (most, one), en, zh)


def _not_all(most: Told, one: Told) -> Finding:
    en = f"All are said to be lifted: {english(one)}, but the register has {english(most)}."
    zh = f"文中称{one.printed}全部脱贫，而建档立卡数为{most.printed}，差额未作说明。"
    return _finding(Verdict.UNEXPLAINED, (most, one), en, zh)


def _finding(verdict: Verdict, told: tuple[Told, Told], en: str, zh: str) -> Finding:
    whole, part = told
    span = whole.interval
    return Finding(Check.ORDER, verdict, told, en, zh, part.value, whole.value, span.low, span.high)
