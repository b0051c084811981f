"""When a figure holds: the period of a number, chosen among the time expressions around it."""

import re
from bisect import bisect_left
from itertools import pairwise
from typing import NamedTuple

from extract.claims.context import Group
from extract.claims.scene import Scene
from extract.figures.whereabouts import Whereabouts
from extract.mention import Number, Period, Role

_FROM = re.compile(r"(?:由|从)[^,;。]{0,12}$")
_ARROW = re.compile(r"\s?(?:→|-->|—>|⟶)")
_TO = re.compile(
    r"[^,;。]{0,12},?(?:下?降|减少?|提高|增加?|上升|增长|升|提升|缩小?|扩大)(?:到|至|为|成)|[^,;。]{0,6}(?:→|-->)"
)


_EARLIER = re.compile(r"(?:原来|最初|起初|原有|原先|此前)的?$")


class Timing(NamedTuple):
    """A figure's period: ``value`` and ``since`` as in the table; ``role`` of the words that told it, None if none.

    ``here`` says whether the sentence itself names it.
    """

    value: str
    since: str
    role: Role | None
    here: bool


def find_timing(scene: Scene, group: Group, number: Number) -> Timing | None:
    """The timing that the text gives a number; None where it gives none and the document's date has to serve."""
    periods = scene.periods
    spread = _spread(group, number, periods)
    if spread:
        return spread
    if is_start(scene, group):
        return _start(scene, group, periods)
    if _is_of_old(scene, group, periods):
        return Timing("", "", Role.START, True)
    own = _own(scene, group, periods)
    if own is None:
        return None
    if own.role is Role.IN and _starts_a_span(scene, own):
        return Timing("", own.value, Role.SINCE, True)
    return Timing(own.value, own.since, own.role, True)


def _starts_a_span(scene: Scene, period: Period) -> bool:
    """Whether a year only begins a span: 从2016年启动搬迁算起."""
    opens = scene.text[max(period.start - 1, 0) : period.start + 1]
    return any(word in opens for word in "从自") and _SPAN.match(scene.text, period.end) is not None


_SPAN = re.compile(r"[^,;。]{0,10}(?:算起|以来|起,|开始)")


SAME_BREATH = 4  # clauses that one beginning dates
DATED = 2  # characters between a year and the beginning that it dates (年, 年的)
_NAMED = re.compile(
    "(?:全[县市省州旗区]|我[县市省州旗区])?(?:新一?轮|[本首上]轮|精准|脱贫|扶贫|攻坚|工作|开发|建档立卡|的|战|工程){1,5}"
)


def _is_of_old(scene: Scene, group: Group, periods: tuple[Period, ...]) -> bool:
    """Whether an undated beginning is the last time named before a number: 建档立卡之初,全县贫困发生率40.9%."""
    before = [period for period in periods if period.end <= group.start]
    if not before or before[-1].role is not Role.START:
        return False
    if len(before) > 1 and before[-1].start - before[-2].end <= DATED:
        return False  # 2014年精准识别时: the beginning has its year
    if len(before) > 1 and _NAMED.fullmatch(scene.text, before[-2].end, before[-1].start):
        return False  # 2015年底新一轮脱贫攻坚启动时
    inner = _inside_change(scene, group)
    clauses = sum(before[-1].end < mark <= group.start for mark in scene.clauses)
    return clauses <= SAME_BREATH and not inner[0] <= before[-1].start < inner[1]


def is_start(scene: Scene, group: Group) -> bool:
    """Whether a number is the earlier end of a change: 由X下降到Y, 原来的X."""
    left = scene.text[max(group.start - 14, scene.sentence.start) : group.start]
    if _ARROW.match(scene.text, group.end):
        return True
    if _EARLIER.search(left):
        return True
    return bool(_FROM.search(left)) and bool(_TO.match(scene.text, group.end, scene.sentence.end))


def _start(scene: Scene, group: Group, periods: tuple[Period, ...]) -> Timing:
    """The earlier end's own period: only what stands between 由 and the number tells it."""
    inner = [
        p for p in periods if p.end <= group.start and group.start - p.end <= 3 and p.role is not Role.START
    ]
    if inner:
        return Timing(inner[-1].value, inner[-1].since, inner[-1].role, True)
    before = [p for p in periods if p.end <= group.start]
    if before and before[-1].role is Role.RANGE and scene.text[before[-1].start].isdigit():
        return Timing(before[-1].since, "", Role.IN, True)  # 2014年至2019年,发生率从16.3%降至0.42%
    return Timing("", "", Role.START, True)


def _spread(group: Group, number: Number, periods: tuple[Period, ...]) -> Timing | None:
    """2017—2019年分别为A、B和C: one year for each number of the list."""
    if len(group.numbers) < 2 or len({n.unit for n in group.numbers}) > 1:
        return None
    listed = _listed(group, periods)
    if listed:
        return Timing(listed[group.numbers.index(number)].value, "", Role.IN, True)
    for period in reversed([p for p in periods if p.end <= group.start and p.role is Role.RANGE]):
        first = int(period.since[:4]) if period.since else 0
        if first and int(period.value[:4]) - first + 1 == len(group.numbers):
            return Timing(str(first + group.numbers.index(number)), "", Role.IN, True)
    return None


def _listed(group: Group, periods: tuple[Period, ...]) -> tuple[Period, ...]:
    """2016年、2017年、2018年分别脱贫A、B、C: the years of a list as long as the group's; nothing where there is none."""
    before = [period for period in periods if period.end <= group.start]
    last = before[-len(group.numbers) :]
    gaps = [second.start - first.end for first, second in pairwise(last)]
    whole = len(last) == len(group.numbers) and all(gap <= 2 for gap in gaps)
    return tuple(last) if whole and all(period.role is Role.IN for period in last) else ()


def _own(scene: Scene, group: Group, periods: tuple[Period, ...]) -> Period | None:
    """The period before the number, nearest first; else one behind it in the same clause."""
    inner = _inside_change(scene, group)
    before = [
        p
        for p in periods
        if p.end <= group.start
        and not _in_brackets(scene, p, group)
        and not inner[0] <= p.start < inner[1]
        and not _is_earlier(scene, p, group)
        and (_tells(scene, p) or group.start - p.end <= 1)
    ]
    left = scene.clause_start(group.start)
    if before and before[-1].start >= left - 1:
        return _exact(scene, before)
    behind = [
        p
        for p in periods
        if p.start >= group.end and p.start - group.end <= FAR and p.role in (Role.IN, Role.AS_OF)
    ]
    if behind and not _is_cut(scene, group, behind[0]) and not _is_of_another(scene, group, behind[0]):
        return behind[0]
    return _exact(scene, before) if before else None


def _is_of_another(scene: Scene, group: Group, period: Period) -> bool:
    """Whether a time behind a number is another's: 6500万元(上年是5200万元), 累计91个(2016年33个); 到2021年."""
    if scene.text[period.start - 1 : period.start] in ("到", "至"):
        return True
    if "(" not in scene.text[group.end : period.start]:
        return False
    close = scene.text.find(")", period.end, scene.sentence.end)
    at = bisect_left(scene.starts, period.end)
    return at < len(scene.starts) and scene.starts[at] < close


def _in_brackets(scene: Scene, period: Period, group: Group) -> bool:
    """Whether a time stands in a bracket that is closed before the number: 专项6500万元(上年是5200万元),整合4亿元."""
    closed = scene.text.find(")", period.end, group.start)
    return closed >= 0 and scene.text.find("(", period.end, closed) < 0


def _inside_change(scene: Scene, group: Group) -> tuple[int, int]:
    """The piece of 由上年底的1.17%降至0.03% in which times belong to the earlier end; empty for other numbers."""
    at = bisect_left(scene.starts, group.start)
    first = scene.groups[at - 1] if at else None
    if (
        first is None
        or not is_start(scene, first)
        or any(first.end < mark <= group.start for mark in scene.clauses)
    ):
        return group.start, group.start
    opened = max(scene.text.rfind(word, scene.sentence.start, first.start) for word in "由从")
    return opened, first.end


def _is_earlier(scene: Scene, period: Period, group: Group) -> bool:
    """Whether a time is that of an earlier state told before: 由2017年的7.57%降至2.41%,出列169个."""
    at = bisect_left(scene.starts, period.end)
    first = scene.groups[at] if at < len(scene.groups) else group
    if first.start >= group.start or first.start - period.end > WITHIN:
        return False
    opens = scene.text[max(period.start - 1, 0) : period.start + 1]
    return any(word in opens for word in "由从") and is_start(scene, first)


WITHIN = 6  # characters between 由2017年 and its figure: 末的


def _tells(scene: Scene, period: Period) -> bool:
    """Whether a time expression dates figures: not one that they are compared with (比2016年, 和2014年相比)."""
    text = scene.text
    if period.role is Role.START or text[max(period.start - 1, 0) : period.start] in _COMPARED:
        return False
    return _AGAINST.match(text, period.end, scene.sentence.end) is None and not _founds(scene, period)


_COMPARED = frozenset("比较")
# 和2014年建档立卡初期相比; 是2018年3.8亿元的1.37倍
_AGAINST = re.compile(
    "[^,;。0-9]{0,14}(?:相比|比较|相较|比起来)|的?[0-9.]{1,12}[万亿]?[元户人个]的(?:[0-9.]{1,6}[倍%]|[一二两三四五六七八九]倍)"
)


def _founds(scene: Scene, period: Period) -> bool:
    """Whether a year is that of the place's founding or older than any programme: 1984年划归齐齐哈尔市."""
    return _FOUNDED.match(scene.text, period.end, scene.sentence.end) is not None


_FOUNDED = re.compile(
    "[^,;。0-9]{0,10}(?:建县|建政|建市|建区|建旗|建州|置县|设县|设市|设区|设旗|设立县|撤县|撤地|撤乡|划归|析置|复置|改称|更名)"
)


_NOW = re.compile("(?:截[至止])?(?:目前|当前|现在|至今|如今|眼下|现|现有)(?:为止)?")


def _exact(scene: Scene, before: list[Period]) -> Period:
    """The last of them; where that is only a 目前, the date that the sentence has given for it."""
    last = before[-1]
    if last.role is Role.AS_OF and _NOW.fullmatch(scene.text, last.start, last.end):
        dated = [p for p in before[:-1] if p.role is Role.AS_OF and p.value[:4] == last.value[:4]]
        return dated[-1] if dated else last
    return last


FAR = 8


def _is_cut(scene: Scene, group: Group, period: Period) -> bool:
    """Whether a clause ends, or another number stands, between a number and the period behind it."""
    clause = any(group.end < mark <= period.start for mark in scene.clauses)
    return clause or any(group.end <= other.start < period.start for other in scene.groups)


def from_heading(scene: Scene) -> Timing | None:
    """The year that the heading above gives (一、2020年工作开展情况); for flows that have no time of their own."""
    named = [period for period in scene.heading.periods if period.value]
    best = next((period for period in named if period.role is Role.RANGE), named[-1] if named else None)
    return Timing(best.value[:7], best.since, best.role, False) if best else None


class Carried(NamedTuple):
    """What the sentences before in a paragraph hand on: the year named last, the time of any kind, and whose it was."""

    year: Timing | None = None
    last: Timing | None = None
    owner: Whereabouts | None = None
    heads: tuple[
        tuple[str, str], ...
    ] = ()  # metric and year of each figure of the sentence that heads a list


def hand_on(scene: Scene, before: Carried, used: frozenset[str]) -> Carried:
    """What a sentence hands on to the next of its paragraph: a year to all flows, any time to 其中 and 同期.

    Only a year counts that one of the sentence's own figures has (``used``), not one told of a village or by the way;
    or the year of a sentence without figures (2018年,全县大力推进产业扶贫。).
    """
    dated = [p for p in scene.periods if p.value and _tells(scene, p)]
    if not dated:
        return before
    years = [
        Timing(p.value[:4], "", Role.IN, False)
        for p in dated
        if p.role is Role.IN and (p.value[:4] in used or not scene.groups)
    ]
    last = Timing(dated[-1].value, dated[-1].since, dated[-1].role, False)
    return before._replace(year=years[-1] if years else before.year, last=last)


def goes_on(scene: Scene) -> bool:
    """Whether a sentence only goes on with the one before it."""
    return scene.text.startswith(("其中", "同期"), scene.sentence.start)


def timing_before(scene: Scene, carried: Carried) -> Timing | None:
    """What a sentence that goes on takes over: 同期 the very span, 其中 the year."""
    if scene.text.startswith("同期", scene.sentence.start):
        return carried.last
    return carried.year or carried.last
