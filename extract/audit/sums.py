"""Parts against their total: 其中中央130万元,省级...; ...两者合计660户."""

import re
from collections.abc import Iterator
from decimal import Decimal

from extract.audit.finding import Check, Finding, Verdict
from extract.audit.interval import total
from extract.audit.judge import judge
from extract.audit.lists import is_all, is_list_of, is_opened, is_total_of, take_list
from extract.audit.settle import Candidate, settle
from extract.audit.told import Account, Line, Told
from extract.audit.wording import Sum
from extract.mention import Kind

_CHANGE = re.compile(
    r"(?:(?:增加|增长|减少|下降|提高|新增|超过|超出|节约|结余|[户人村]均|平均|每[户人村年月]?)[^,;。:]{0,6}"
    r"|(?:比(?![对例如较重])|较(?![多少大为]))[^,;。:]{0,12}|(?:上年|去年|同期)(?:同期)?(?:的|是|为)?)$"
)
# how far a sum may miss its total and still be meant: two parts, a longer list, a list that names all
_CLOSE, _CLOSE_LIST, _CLOSE_ALL = {2: Decimal("0.03")}, Decimal("0.12"), Decimal("0.5")
_OVER = Decimal("1.1")  # beyond it no rounding leads
FEW = 10  # 2 + 3 = 5 happens


def find_sums(account: Account) -> Iterator[Finding]:
    """A finding for each total whose parts are told beside it."""
    for line in account.lines:
        if len(line) > 1:
            for same in _by_unit(account, line):
                yield from _in_line(same)


def _by_unit(account: Account, line: Line) -> Iterator[Line]:
    """The figures of a sentence by unit, without changes and averages; with the total told before 其中 and 按."""
    first = line[0]
    before = account.lines[first.line - 1] if first.line and is_opened(first) else ()
    usable = [one for one in (*before, *line) if one.kind in (Kind.COUNT, Kind.MONEY) and one.unit]
    usable = [one for one in usable if not _CHANGE.search(one.lead)]
    for unit in dict.fromkeys(one.unit for one in usable):
        same = tuple(one for one in usable if one.unit == unit)
        if len(same) > 2:
            yield same


def _in_line(same: Line) -> Iterator[Finding]:
    used: set[int] = set()
    for at, whole in enumerate(same):
        if whole.value < FEW or at in used:
            continue
        for found in _behind(same, at) or _before(same, at):
            used.update(same.index(one) for one in (whole, *found.done.given))
            yield from settle((found,), _miss(found))
    if not used:
        yield from settle(_all(same))


def _behind(same: Line, at: int) -> tuple[Candidate, ...]:
    """The parts that follow a total, as far as they add up to it, once more for each 按...分; or a closed list's miss."""
    whole, found = same[at], []
    start = at + 1
    while parts := _adding(whole, same[start:]):
        found.append(_sum(whole, parts, sure=False))
        start += len(parts)
        if start == len(same) or not is_opened(same[start]):
            break
    listed = take_list(same[at + 1 :])
    if not found and len(listed) > 1 and is_list_of(whole, listed):
        return _missed(whole, listed)
    return tuple(found)


def _adding(whole: Told, rest: Line) -> Line:
    """The first of these that add up to the whole; nothing where none do."""
    value, reached = whole.value, Decimal(0)
    for count, part in enumerate(rest, 1):
        reached += part.value
        if reached > value * _OVER:
            return ()
        if count < 2 or reached * _OVER < value:
            continue
        parts = rest[:count]
        together = total(part.interval for part in parts)
        if judge(whole.interval, together) is Verdict.CONSISTENT and _adds(whole, parts):
            return parts
    return ()


def _missed(whole: Told, parts: Line) -> tuple[Candidate, ...]:
    """The sum of a list that should be the whole, if it misses narrowly."""
    found = _sum(whole, parts, sure=True)
    gap = abs(found.done.calculated.middle - whole.value)
    every = is_all(whole, parts)
    close = _CLOSE_ALL if every else _CLOSE.get(len(parts), _CLOSE_LIST)
    some = found.done.calculated.middle < whole.value and not every  # 其中 need not name all
    return (found,) if gap <= whole.value * close and not some else ()


def _adds(whole: Told, parts: Line) -> bool:
    """Whether the words let them be parts: none larger, and few digits do not agree by chance."""
    return all(part.value < whole.value for part in parts) and not any(p.interval.loose for p in parts)


def _miss(found: Candidate) -> Verdict:
    """What a gap is: a contradiction where the list is all there is, or of money, which is not counted twice."""
    whole, parts = found.done.reported, found.done.given
    sure = is_all(whole, parts) or whole.kind is Kind.MONEY
    return Verdict.CONTRADICTS if sure else Verdict.UNEXPLAINED


def _before(same: Line, at: int) -> tuple[Candidate, ...]:
    """The parts told before 合计; a miss counts only where they are the whole list before it."""
    whole = same[at]
    for count in range(2, at + 1):
        parts = same[at - count : at]
        if _adding(whole, parts) == parts:
            return (_sum(whole, parts, sure=False),)
    parts = same[:at]
    if len(parts) > 1 and is_total_of(whole, parts) and take_list(parts) == parts:
        return _missed(whole, parts)
    return ()


def _all(same: Line) -> Iterator[Candidate]:
    """All others of a sentence add up to the largest (五个县 told apart)."""
    whole = max(same, key=lambda one: one.value)
    parts = tuple(one for one in same if one is not whole)
    if whole.value >= FEW and _adds(whole, parts):
        yield _sum(whole, parts, sure=False)


def _sum(whole: Told, parts: Line, sure: bool) -> Candidate:
    formula = " + ".join(f"{{{at}}}" for at in range(len(parts)))
    return Candidate(Sum(Check.SUM, whole, parts, formula, total(part.interval for part in parts)), sure)
