"""Growth against its base: 11097.37万元,比上年增长61.22%,增加4214.41万元."""

import re
from collections.abc import Iterator
from decimal import Decimal

from extract.audit.ends import is_change
from extract.audit.finding import Check, Finding
from extract.audit.interval import HUNDRED, ONE, Interval, minus, over, percent_of, total
from extract.audit.settle import Candidate, settle
from extract.audit.told import Account, Line, Told
from extract.audit.wording import Sum
from extract.mention import Kind

_UP = "增长|增加|提高|上升|上涨|增幅|增|多|高|升"
_DOWN = "下降|减少|降低|回落|压减|减|少|降"
_MOVES = re.compile(rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了|出|幅?为|约|达|到达)?$")
_BASE = re.compile(r"(?:比|较|上年|去年|上年同期|同期)[^,;。]{0,14}$")
_BEYOND = re.compile("(?:超过|超|超出|高于|高出)[^,;。]{0,14}$")
_REACHES = re.compile("(?:完成|达到?|为|是|相当于)[^,;。]{0,14}$")
CLAUSE, WORD = 22, 6  # characters of the words before a growth, and of its verb
_EACH_YEAR = re.compile("年均|(?<![上去同])年增长|每年|平均")
_YEAR = re.compile(r"(?P<year>20[0-2][0-9])年")


def find_growth(account: Account) -> Iterator[Finding]:
    """A finding for each growth that the sentence gives the base or the difference of."""
    for line in account.lines:
        for at, told in enumerate(line):
            if at and told.kind in (Kind.PERCENT, Kind.TIMES):
                yield from settle(_candidates(line, at))


def _candidates(line: Line, at: int) -> Iterator[Candidate]:
    told = line[at]
    if told.left == "的" and at > 1:
        yield from _against(line, at)
    elif move := _move(told):
        if _EACH_YEAR.search(told.left):
            yield from _yearly(line, at)
            return
        if told.kind is Kind.PERCENT:
            yield from _by_difference(line, at, down=bool(move["down"]))
        yield from _from_to(line, at)


def _move(told: Told) -> re.Match[str] | None:
    """The word for a rise or a fall directly before a figure, where no other sentence stands between."""
    left = told.left
    near = len(left) <= CLAUSE and ";" not in left and "。" not in left
    return _MOVES.search(left, max(len(left) - WORD, 0)) if near else None


def _against(line: Line, at: int) -> Iterator[Candidate]:
    """超过任务680万元的57.36%; 是2014年2306元的3.65倍."""
    base, told = line[at - 1], line[at]
    now = next((one for one in reversed(line[: at - 1]) if one.unit == base.unit), None)
    if now is None or not _is_level(now) or not _is_level(base):
        return
    if _BEYOND.search(base.left) and told.kind is Kind.PERCENT:
        yield from _grown(told, now, base)
    elif _REACHES.search(base.left):
        ratio = over(now.interval, base.interval)
        if ratio:
            scaled = ratio.times(HUNDRED if told.kind is Kind.PERCENT else Decimal(1))
            check = Check.SHARE if told.kind is Kind.PERCENT else Check.GROWTH
            yield Candidate(Sum(check, told, (now, base), "{0} ÷ {1}", scaled), sure=True)


def _by_difference(line: Line, at: int, down: bool) -> Iterator[Candidate]:
    """The difference told beside the growth, before or behind it."""
    told = line[at]
    for delta_at, now_at in ((at + 1, at - 1), (at - 1, at - 2)):
        if not 0 <= now_at < len(line) or not 0 <= delta_at < len(line):
            continue
        delta, now = line[delta_at], line[now_at]
        move = _move(delta)
        if move is None or not _is_level(now) or delta.unit != now.unit or bool(move["down"]) is not down:
            continue
        base = total((now.interval, delta.interval)) if down else minus(now.interval, delta.interval)
        share = percent_of(delta.interval, base)
        if share:
            formula = "{0} ÷ ({1} + {0})" if down else "{0} ÷ ({1} − {0})"
            fine = None if down else _fine(delta, now)
            yield Candidate(Sum(Check.GROWTH, told, (delta, now), formula, share, fine), sure=True)
        base_told = percent_of(delta.interval, now.interval)  # 2018年8000万元,2019年增加1500万元,增长18.75%
        if base_told:
            yield Candidate(Sum(Check.GROWTH, told, (delta, now), "{0} ÷ {1}", base_told), sure=False)


def _fine(delta: Told, now: Told) -> Interval | None:
    rise, level = _whole(delta, now)
    return percent_of(rise, minus(level, rise))


def _from_to(line: Line, at: int) -> Iterator[Candidate]:
    """The base told just before: 6500万元(上年是5200万元,多了25%); 由3412元升至9836元,增长..."""
    if at < 2:
        return
    first, second, told = line[at - 2], line[at - 1], line[at]
    if first.unit != second.unit or not _is_level(first):
        return
    if _BASE.search(second.left) and "比" not in told.left and "同比" not in told.left:
        yield from _grown(told, first, second)
    elif is_change(first, second, told):
        yield from _grown(told, second, first)


def _yearly(line: Line, at: int) -> Iterator[Candidate]:
    """The growth of each year between: 由2016年的3000元升至2018年的4320元,年均增长20%."""
    if at < 2 or line[at - 2].unit != line[at - 1].unit:
        return
    base, now, told = line[at - 2], line[at - 1], line[at]
    years = _YEAR.search(base.left), _YEAR.search(now.left)
    ratio = over(now.interval, base.interval)
    if ratio and years[0] and years[1] and _is_level(base) and told.kind is Kind.PERCENT:
        apart = int(years[1]["year"]) - int(years[0]["year"])
        for count, sure in ((apart, True), (apart + 1, False)):  # both ends counted
            if apart > 0:
                formula, found = f"({{0}} ÷ {{1}})^(1/{count}) − 1", _root(ratio, count)
                yield Candidate(Sum(Check.GROWTH, told, (now, base), formula, found), sure)


def _root(ratio: Interval, years: int) -> Interval:
    """The yearly growth in per cent that leads to a ratio."""
    ends = (ratio.low, ratio.high, ratio.middle)
    low, high, centre = ((end ** (1 / Decimal(years)) - 1) * HUNDRED for end in ends)
    return Interval(low, high, loose=ratio.loose, centre=centre)


def _is_level(told: Told) -> bool:
    return told.kind in (Kind.COUNT, Kind.MONEY) and bool(told.unit)


def _grown(told: Told, now: Told, base: Told) -> Iterator[Candidate]:
    if told.kind is Kind.PERCENT:
        rise = now.value >= base.value
        formula = "({0} − {1}) ÷ {1}" if rise else "({1} − {0}) ÷ {1}"
        ratio = _change(now.interval, base.interval)
        if ratio:
            fine = _change(*_whole(now, base))
            yield Candidate(Sum(Check.GROWTH, told, (now, base), formula, ratio, fine), sure=True)
    elif now.value > base.value and (grown := over(now.interval, base.interval)):
        yield Candidate(Sum(Check.GROWTH, told, (now, base), "{0} ÷ {1}", grown), sure=False)
        less = minus(grown, Interval(ONE, ONE))
        yield Candidate(Sum(Check.GROWTH, told, (now, base), "({0} − {1}) ÷ {1}", less), sure=True)


def _change(now: Interval, base: Interval) -> Interval | None:
    """How far it moved, up or down, in per cent of the base."""
    big, small = (now, base) if now.middle >= base.middle else (base, now)
    return percent_of(minus(big, small), base)


def _whole(now: Told, base: Told) -> tuple[Interval, Interval]:
    """Both as exact amounts, where they are printed to the 万: 1070.1万元 beside 680万元 is 1070.10 beside 680.00."""
    exact = "万" in now.printed and "万" in base.printed and "." in now.printed + base.printed
    return (_at(now), _at(base)) if exact else (now.interval, base.interval)


def _at(told: Told) -> Interval:
    return Interval(told.value, told.value, loose=told.interval.loose)
