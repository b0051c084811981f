"""Start minus end against the change that is claimed: 31.2%降至2.79%,下降28.41个百分点; 1264个,已销号1190个,剩余74个."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from extract.audit.ends import is_change, told_from
from extract.audit.finding import Check, Finding, Verdict
from extract.audit.interval import minus
from extract.audit.settle import Candidate, settle
from extract.audit.told import Account, Line, Told
from extract.audit.wording import Sum
from extract.mention import Kind

_DOWN = re.compile(r"(?:下降|降低|减少|回落|压减|减|降|少)(?:了|约|近|达)*$")
_UP = re.compile(r"(?:上升|提高|提升|增加|增长|增|多|升)(?:了|约|近|达)*$")
_BEYOND = re.compile("(?:超出|超过|超|多出|相差|超额)(?:任务|目标|计划|完成)?$")
_REST = re.compile(
    "(?:剩余|余下|剩下|其余|还剩|还有|尚有|仍有|尚余|未[^,;。]{1,5})(?:的)?(?:[^,;。0-9]{0,10})$"
)
_DONE = re.compile("已|完成|累计|销号|脱贫|退出|出列|竣工|清退|剔除|办结|整改|核减")
_NEAR_ALONE = Decimal("1.3")
_YEAR = re.compile(r"(?P<year>20[0-2][0-9])年")


def find_changes(account: Account) -> Iterator[Finding]:
    """A finding for each change told with its two ends."""
    for line in account.lines:
        for at, told in enumerate(line):
            if told.kind is Kind.POINT:
                yield from settle(_points(account, line, at))
            elif at and told.kind in (Kind.COUNT, Kind.MONEY) and told.unit:
                yield from _amounts(account, line, at)


def _points(account: Account, line: Line, at: int) -> Iterator[Candidate]:
    """The ends of a change in points: both in the sentence, or the earlier one before it."""
    told = line[at]
    down, up = _DOWN.search(told.left[-6:]), _UP.search(told.left[-6:])
    move = down or up
    percents = [one for one in line[:at] if one.kind is Kind.PERCENT]
    if move is None or not percents:
        return
    if len(percents) > 1 and told_from(percents[-1]):
        yield _change(told, (percents[-1], percents[-2]), bool(down), sure=percents[-1] is line[at - 1])
        return
    end = percents[-1]
    if len(percents) > 1 and is_change(percents[-2], end, told):
        yield _change(told, (percents[-2], end), bool(down), sure=True)
        return
    for start in reversed(percents[:-1]):
        yield _change(told, (start, end), bool(down), sure=False)
    yield from _earlier(account, told, end, bool(down))


def _earlier(account: Account, told: Told, end: Told, down: bool) -> Iterator[Candidate]:
    """The same metric told before; sure where the year is named that the change is counted from."""
    if end.figure is None:
        return
    year = _YEAR.search(told.left)
    rows = [one for one in account.rows if one.metric == end.metric and _before(one, end)]
    named = [one for one in rows if year and one.figure and one.figure.period.startswith(year["year"])]
    for start in named:
        yield _change(told, (start, end), down, sure=len({one.value for one in named}) == 1)
    other_year = year or re.search("上年|去年|同比|同期", told.left)
    alone = len({one.value for one in rows}) == 1 and not other_year
    for start in rows:
        yield replace(_change(told, (start, end), down, sure=alone), near=_NEAR_ALONE)


def _before(one: Told, end: Told) -> bool:
    return one.place == end.place and one.number.start < end.number.start


def _amounts(account: Account, line: Line, at: int) -> Iterator[Finding]:
    told = line[at]
    before = [one for one in line[:at] if one.unit == told.unit and one.kind is told.kind]
    if _REST.search(told.lead[-20:]):
        wider = [one for one in account.before(told, 1) if one.unit == told.unit]
        yield from settle(
            _rest(told, before, wider), Verdict.UNEXPLAINED if told.figure else Verdict.CONTRADICTS
        )
        return
    if len(before) < 2:
        return
    start, end = before[-2], before[-1]
    down, up, beyond = (
        _DOWN.search(told.left[-6:]),
        _UP.search(told.left[-6:]),
        _BEYOND.search(told.left[-6:]),
    )
    if beyond:
        yield from settle([_change(told, (start, end), start.value > end.value, sure=False)])
    elif down or up:
        if told_from(end):
            yield from settle([_change(told, (end, start), bool(down), sure=end is line[at - 1])])
            return
        ends = is_change(start, end, told) or _is_year_after(start, end, told)
        yield from settle([_change(told, (start, end), bool(down), sure=ends and end is line[at - 1])])


def _is_year_after(start: Told, end: Told, told: Told) -> bool:
    """Whether the ends are one metric's of two years running, and the change is from the year before."""
    if not start.figure or not re.search("上年|去年|同比", told.left):
        return False
    same = (start.metric, start.place) == (end.metric, end.place)
    return same and start.year > 0 and start.year + 1 == end.year


def _rest(told: Told, before: list[Told], wider: list[Told]) -> Iterator[Candidate]:
    """What is left: the whole less what is done."""
    if len(before) > 1:
        whole, done = before[-2], before[-1]
        sure = bool(_DONE.search(done.lead)) and _is_next(before, told) and whole.value > done.value
        yield _change(told, (whole, done), True, sure=sure and bool(re.search("剩|余", told.lead)))
    for at, done in enumerate(wider):
        for whole in wider[:at]:
            if whole.value > done.value and _DONE.search(done.lead):
                yield _change(told, (whole, done), True, sure=False)


def _is_next(before: list[Told], told: Told) -> bool:
    return told.number.start - before[-2].number.start < 60


def _change(told: Told, ends: tuple[Told, Told], down: bool, sure: bool) -> Candidate:
    start, end = ends
    big, small = (start, end) if down else (end, start)
    found = minus(big.interval, small.interval)
    sure = sure and big.value >= small.value  # a fall to more is a change of something else
    return Candidate(Sum(Check.DIFFERENCE, told, (big, small), "{0} − {1}", found), sure)
