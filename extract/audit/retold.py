"""Figures that a year changes little, told twice with different values: 全县农村人口."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from extract.audit.finding import Check, Finding, Verdict
from extract.audit.told import Told
from extract.audit.wording import english

# what is told of the whole place and stays
_LASTING = ("population.total", "population.rural", "area", "admin.townships", "admin.villages")
_NEAR = Decimal("1.3")
# 46个乡镇(调整前为47个): the text itself tells the two apart
_FORMER = re.compile("(?:调整|合并|撤并|改革|区划|改[区市])前|原[为有来]?$|此前")


def find_retold(rows: tuple[Told, ...]) -> Iterator[Finding]:
    """A finding for each pair of different values of one lasting figure of one year."""
    for metric in _LASTING:
        told = (one for one in rows if one.metric == metric and one.value and not _FORMER.search(one.left))
        same = {one.value: one for one in told}
        for first, second in combinations(same.values(), 2):
            if first.year == second.year and _differs(first, second):
                yield _twice(first, second)


def _differs(first: Told, second: Told) -> bool:
    small, big = sorted((first.value, second.value))
    loose = first.interval.loose or second.interval.loose
    return not loose and big <= small * _NEAR and not first.interval.meets(second.interval)


def _twice(first: Told, second: Told) -> Finding:
    en = f"Told twice: {english(first)} in one place, {english(second)} in another."
    zh = f"前后不一：一处为{first.printed}，另一处为{second.printed}。"
    span, told = first.interval, (first, second)
    return Finding(
        Check.TWICE, Verdict.UNEXPLAINED, told, en, zh, second.value, first.value, span.low, span.high
    )
