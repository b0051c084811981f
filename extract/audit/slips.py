"""Slips of 万 and 亿: the same thing with the same digits, ten thousand or a hundred million times apart."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from extract.audit.finding import Check, Finding, Verdict
from extract.audit.told import Account, Told
from extract.audit.wording import english
from extract.mention import Kind

_SLIPS = (4, 8)  # powers of ten
_DIGITS = 3  # fewer come again by chance
_NOUN = re.compile(r"(?P<noun>[一-鿿]{2})(?:为|达到?|共|有|约|近|到|是|了)*$")


def find_slips(account: Account) -> Iterator[Finding]:
    """A finding for each pair of figures of one noun or metric that differ by a lost 万 or 亿."""
    alike: dict[tuple[str, tuple[int, ...]], list[Told]] = defaultdict(list)
    for line in account.lines:
        for told in line:
            if told.kind is Kind.COUNT or told.kind is Kind.MONEY:
                alike[told.unit, told.value.normalize().as_tuple().digits].append(told)
    for (_, digits), same in alike.items():
        for first, second in combinations(_apart(same), 2) if len(digits) >= _DIGITS else ():
            if _slipped(first, second) and _is_same(first, second):
                yield _slip(first, second)


def _apart(same: list[Told]) -> list[Told]:
    """Those of which another is ten thousand or a hundred million times as large or as small."""
    values = {told.value for told in same}
    slipped = {
        value
        for small in values
        for power in _SLIPS
        if small.scaleb(power) in values
        for value in (small, small.scaleb(power))
    }
    return [told for told in same if told.value in slipped] if slipped else []


def _slipped(first: Told, second: Told) -> bool:
    small, big = sorted((first.value, second.value))
    return any(small.scaleb(power) == big for power in _SLIPS)


def _is_same(first: Told, second: Told) -> bool:
    """Whether the words before them, or their metric and place, are the same."""
    nouns = [_NOUN.search(one.lead) for one in (first, second)]
    if nouns[0] and nouns[1] and nouns[0]["noun"] == nouns[1]["noun"]:
        return True
    return bool(first.metric) and (first.metric, first.place) == (second.metric, second.place)


def _slip(first: Told, second: Told) -> Finding:
    en = f"A slip of 万 or 亿: {english(first)} in one place, {english(second)} in another."
    zh = f"万、亿疑有误：一处为{first.printed}，另一处为{second.printed}。"
    span, told = first.interval, (first, second)
    return Finding(
        Check.SCALE, Verdict.CONTRADICTS, told, en, zh, second.value, first.value, span.low, span.high
    )
