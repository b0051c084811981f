"""Time expressions of a text, resolved against the year named before them and the document's own date.

去年, 今年 and 明年 count from the document; 上年, 当年 and a month without a year from the year last
named in the text that is read, else from the document. Halves, quarters and month ranges give the year:
what they time are flows within it. A duration (3年不变, 五年多的努力) is no period.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from extract.mention import Period, Role
from extract.times.periodwords import PERIODS

NUMERALS = str.maketrans("〇零○O一二三四五六七八九", "0000123456789")
LEAD_ENDS = frozenset("至止到自从 ")
LEAD = re.compile(r"(?:截[至止]到?|自|从) ?\Z")
SHIFT = {"去年": -1, "明年": 1, "来年": 1, "次年": 1}
# Counted from the year that the text speaks of; the others count from the document.
RELATIVE = ("当年", "同年", "次年")
PLANS = {"一": 2006, "二": 2011, "三": 2016, "四": 2021, "五": 2026}
CONGRESSES = {"八": "2012", "九": "2017"}
Reading = tuple[str, str, Role]


@dataclass(frozen=True, slots=True)
class DocumentDate:
    """When a document speaks: ``2020``, ``2020-09``, ``2020-10-20``, or empty where that is unknown.

    ``source`` says how it is known: ``given``, ``printed`` (a full date in head or foot), ``inferred`` (the
    latest year that the text reports on), or empty. ``reviewed`` is the year before where the text looks back on that.
    """

    value: str = ""
    source: str = ""
    reviewed: str = ""

    @property
    def year(self) -> int | None:
        """The year, None for an undated text."""
        return int(self.value[:4]) if self.value else None

    @property
    def month(self) -> str:
        """What an undated state takes: the year, or year and month where they are known."""
        return self.value[:7]


class Clock(NamedTuple):
    """What a time expression is read against: the document's date, and the period last named (or empty)."""

    today: DocumentDate
    named: str

    @property
    def year(self) -> str:
        """The year last named, else the document's; empty where neither is known."""
        return self.named[:4] or self.today.value[:4]


def find_periods(text: str, today: DocumentDate) -> tuple[Period, ...]:
    """The time expressions of readable text, left to right.

    >>> today = DocumentDate("2020")
    >>> [(p.value, p.since, p.role.value) for p in find_periods("截至2020年9月底,2016年以来", today)]
    [('2020-09', '', 'as_of'), ('2020', '2016', 'since')]
    """
    return read_periods(text, (0, len(text)), Clock(today, ""))[0]


def read_periods(text: str, span: tuple[int, int], clock: Clock) -> tuple[tuple[Period, ...], Clock]:
    """The time expressions of a part of a text, read against a clock, and the clock for what follows."""
    found: list[Period] = []
    for match in PERIODS.finditer(text, *span):
        kind = match.lastgroup or ""
        value, since, role = READERS[kind](match, clock)
        start = match.start() - len(lead_of(match))
        found.append(Period(start, match.end(), value, since, role))
        if value and kind not in UNDATED and not is_aside(match):
            clock = Clock(clock.today, value)
    return tuple(found), clock


def is_aside(match: re.Match[str]) -> bool:
    """Whether a time is only compared with, or only opens: 较上年增加, 加上去年的1804户, 去年摘帽后."""
    text, start, end = match.string, match.start(), match.end()
    return (
        text[max(start - 1, 0) : start] in COMPARED
        or bool(ASIDE.match(text, end))
        or text.endswith("加上", 0, start)
    )


COMPARED = frozenset("比较与")
ASIDE = re.compile("[^,;。0-9]{0,6}后(?:,|[^,;。0-9]{0,8},)|相比")


def lead_of(match: re.Match[str]) -> str:
    """The words before a time expression that belong to it: 截至, 自, 从."""
    start = match.start()
    if match.string[max(start - 1, 0) : start] not in LEAD_ENDS:
        return ""
    found = LEAD.search(match.string, max(start - 4, 0), start)
    return found.group() if found else ""


def role_of(match: re.Match[str], edge: str | None) -> Role:
    """As of, where 截至 stands before or 底, 末 behind; else in."""
    return Role.AS_OF if lead_of(match).startswith("截") or (edge and edge[-1] in "底末") else Role.IN


def read_range(match: re.Match[str], _clock: Clock) -> Reading:
    """2014年至2019年, 2017年1月至2018年6月: the last, since the first."""
    value = month_of(year_of(match["last_year"]), match["last_month"])
    return value, year_of(match["first_year"]), Role.RANGE


def read_list(match: re.Match[str], _clock: Clock) -> Reading:
    """2016 of 2016、2018年."""
    return year_of(match["list"]), "", Role.IN


def read_iso(match: re.Match[str], _clock: Clock) -> Reading:
    """2020-10-20, 2020.9.30."""
    return day_of(month_of(match["iso_year"], match["iso_month"]), match["iso_day"]), "", role_of(match, None)


def read_date(match: re.Match[str], clock: Clock) -> Reading:
    """2019年, 2020年9月底, 2016年以来, 2016年以来每年, 自2014年实施."""
    year = year_of(match["year"])
    if match["since"] or (
        lead_of(match).startswith("自") and match.string[match.end() :][:1] not in "的至到"
    ):
        if match["yearly"]:
            return clock.today.value[:4], year, Role.YEARLY
        return (max(clock.today.month, year) if clock.today.value else ""), year, Role.SINCE
    return day_of(month_of(year, match["month"]), match["day"]), "", role_of(match, match["edge"])


def read_short(match: re.Match[str], _clock: Clock) -> Reading:
    """17年底."""
    return f"20{match['short_year']}", "", role_of(match, match["short_edge"])


def read_plan(match: re.Match[str], clock: Clock) -> Reading:
    """十三五期间: the five years, up to the document's date while they run; 十三五规划: all of them."""
    first, last = PLANS[match["ordinal"]], PLANS[match["ordinal"]] + 4
    tail = match["plan_tail"] or ""
    if tail in ("末", "初"):
        return str(last if tail == "末" else first), "", Role.AS_OF
    if tail == "以来":
        return clock.today.month, str(first), Role.SINCE
    running = clock.today.year is not None and first <= clock.today.year <= last and tail != "规划"
    return (clock.today.month if running else str(last)), str(first), Role.RANGE


def read_congress(match: re.Match[str], clock: Clock) -> Reading:
    """十八大以来: since 2012."""
    return clock.today.month, CONGRESSES[match["which_congress"]], Role.SINCE


def read_whole(_match: re.Match[str], clock: Clock) -> Reading:
    """全年, 一年来: the year spoken of."""
    return clock.year, "", Role.IN


def read_part(_match: re.Match[str], clock: Clock) -> Reading:
    """1-9月, 上半年, 前三季度: a flow within the year spoken of."""
    return clock.year, "", Role.IN


def read_month(match: re.Match[str], clock: Clock) -> Reading:
    """6月份, 8月28日, 截至9月份, 7月底 of the year spoken of."""
    if not clock.year:
        return "", "", role_of(match, match["own_edge"])
    month = month_of(_year_of_month(match, clock), match["own_month"])
    return day_of(month, match["own_day"]), "", role_of(match, match["own_edge"])


def _year_of_month(match: re.Match[str], clock: Clock) -> str:
    """The year of a month told without one; the year before where what is past would be ahead: 截至11月底, in January."""
    month, now = int(MONTHS.get(match["own_month"]) or match["own_month"]), clock.today.value[5:7]
    if clock.named or not now or month <= int(now):
        return clock.year
    is_day = match["own_day"] and match.string[match.end() : match.end() + 1] != "前"
    return str(int(clock.year) - 1) if is_day or lead_of(match).startswith("截") else clock.year


def read_now(_match: re.Match[str], clock: Clock) -> Reading:
    """目前, 截至目前, 现有: the document's date."""
    return clock.today.month, "", Role.AS_OF


def read_said(match: re.Match[str], clock: Clock) -> Reading:
    """今年, 去年底, 今年1-3季度, 上年: counted from the document, or from the year spoken of."""
    which = match["which"]
    year = clock.year if which in RELATIVE else clock.today.value[:4]
    role = role_of(match, match["said_edge"])
    if not year:
        return "", "", role
    if which == "年内" and clock.year > year:
        year = clock.year  # under 2020年打算
    shifted = str(int(year) + SHIFT.get(which, 0))
    return day_of(month_of(shifted, match["said_month"]), match["said_day"]), "", role


def read_before(match: re.Match[str], clock: Clock) -> Reading:
    """上年, 前年底: one or two years before the year spoken of."""
    word = match["before"]
    year = clock.year if word.startswith("上") else clock.today.value[:4]
    if not year:
        return "", "", role_of(match, word)
    return str(int(year) - (1 if word.startswith("上") else 2)), "", role_of(match, word)


def read_recent(_match: re.Match[str], clock: Clock) -> Reading:
    """近年来, 脱贫攻坚以来: a running total at the document's date whose start the text leaves open."""
    return clock.today.month, "", Role.SINCE


def read_years(match: re.Match[str], clock: Clock) -> Reading:
    """三年来, and 三年共: a sum up to the year just named, else to the document's date."""
    summed = not match["years"].endswith("来") and clock.named
    return clock.named[:4] if summed else clock.today.month, "", Role.SINCE


def read_start(_match: re.Match[str], _clock: Clock) -> Reading:
    """最初, 原来: the earlier end of a change, undated."""
    return "", "", Role.START


def read_same(_match: re.Match[str], clock: Clock) -> Reading:
    """同期: the period just named."""
    return clock.named, "", Role.IN


def read_year_end(_match: re.Match[str], clock: Clock) -> Reading:
    """年底, 年初: of the year spoken of."""
    return clock.year, "", Role.AS_OF


READERS: dict[str, Callable[[re.Match[str], Clock], Reading]] = {
    "range": read_range,
    "list": read_list,
    "iso": read_iso,
    "date": read_date,
    "short": read_short,
    "plan": read_plan,
    "congress": read_congress,
    "years": read_years,
    "before": read_before,
    "part": read_part,
    "whole": read_whole,
    "months": read_month,
    "now": read_now,
    "said": read_said,
    "recent": read_recent,
    "start": read_start,
    "same": read_same,
    "year_end": read_year_end,
}
# Expressions after which the text still speaks of the year named before.
UNDATED = ("now", "recent", "years", "congress", "plan")


def year_of(printed: str) -> str:
    """A year in Arabic digits: 二〇二〇 gives 2020."""
    return printed.translate(NUMERALS)


def month_of(year: str, month: str | None) -> str:
    """Year and month, the year alone where there is no month."""
    return f"{year}-{MONTHS.get(month, 0) or int(month):02d}" if month else year


def day_of(month: str, day: str | None) -> str:
    """Month and day, the month alone where there is no day."""
    return f"{month}-{int(day):02d}" if day else month


SPELLED = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
MONTHS = {word: at for at, word in enumerate(SPELLED, 1)}
