"""When an event was: the time expressions of its clause, of its sentence, of the heading above."""

import re
from dataclasses import dataclass

from extract.claims.context import Context
from extract.mention import Period, Role
from extract.text.section import YEAR, Section
from extract.text.split import Sentence
from extract.times.periods import find_periods

_NO_TIME = re.compile(r"《[^》\n]{1,80}》|[“][^”\n]{1,40}”")
_COMPARED = re.compile(r"(?:比|较|与|同比|相比|超过|对比)$")
_LAST_DAY = re.compile(r"[0-9]{1,2}[ ]?[日号]?[ ]?[-—–~～至到]{1,3}[ ]?(?P<day>[0-9]{1,2})[ ]?[日号]$")
_FROM = re.compile(r"[从由][^,。;]{0,10}$")
_MONTHS = re.compile(r"(?P<first>[0-9]{1,2})[ ]?月?[ ]?[-—–~～至到]{1,3}[ ]?(?P<last>1[0-2]|[1-9])[ ]?月")
_TO_DAY = re.compile(r"[ ]?[-—–~～至到]{1,3}[ ]?[0-9]{1,2}[ ]?[日号]")
NEAR = 200
_YEARS = re.compile(r"连续(?P<count>[0-9]{1,2}|[二两三四五六七八九十])年")
_NUMERALS = "零一二三四五六七八九十"
_BETWEEN = re.compile(r"[ 、和及与年]{1,3}\Z")
_HAS_YEAR = re.compile(r"(?:19|20)[0-9]{2}|年|目前|当前|现|今|如今|十")


@dataclass(frozen=True, slots=True)
class When:
    """The date of an event; ``at`` is where the words stand that tell it, ``source`` how it is known.

    ``as_of``: what is told holds up to then (截至); ``lasting``: it began then (自2017年起).
    """

    date: str
    end_date: str
    source: str
    at: int
    as_of: bool = False
    lasting: bool = False


NEVER = When("", "", "none", -1)


def find_dates(text: str, sentence: Sentence, context: Context, section: Section) -> tuple[Period, ...]:
    """The times of a sentence that can date an event."""
    start = sentence.start
    piece = _NO_TIME.sub(lambda match: "□" * len(match.group()), text[start : sentence.end])
    periods = find_periods(piece, context.today)
    if not periods:
        return ()
    year = _named(text, sentence, section)
    kept: list[Period] = []
    for period in periods:
        if not _tells(piece, period):
            continue
        mended = _of_year(piece, period, kept[-1].value[:4] if kept else year)
        if mended.value:
            kept.append(mended._replace(end=mended.end + _to_day(piece, mended)))
    return tuple(period._replace(start=period.start + start, end=period.end + start) for period in kept)


def _tells(piece: str, period: Period) -> bool:
    """Whether a time can date an event: neither what is compared with nor the open start of 近年来."""
    open_start = period.role is Role.START or (period.role is Role.SINCE and not period.since)
    return not open_start and not _COMPARED.search(piece, max(period.start - 2, 0), period.start)


def _of_year(piece: str, period: Period, year: str) -> Period:
    """A month without a year as of the year named before, where one is."""
    told = piece[period.start : period.end]
    if not year or "月" not in told or _HAS_YEAR.search(told):
        return period
    return period._replace(value=year + (period.value[4:] or _month(told)))


def _named(text: str, sentence: Sentence, section: Section) -> str:
    """The year that a month without one is of: the last named before in the paragraph, or in a heading."""
    first = max(text.rfind("\n", 0, sentence.start) + 1, sentence.start - NEAR)
    years = [year["year"] for year in YEAR.finditer(text, first, sentence.start)]
    return years[-1] if years else section.year or section.title_year


def _month(told: str) -> str:
    month = re.search(r"(?P<month>[0-9]{1,2})[ ]?月", told)
    return f"-{int(month['month']):02d}" if month else ""


def _to_day(piece: str, period: Period) -> int:
    """How far 至6日 reaches behind 7月2日."""
    more = _TO_DAY.match(piece, period.end) if len(period.value) == 10 else None
    return len(more.group()) if more else 0


def whens(text: str, span: tuple[int, int], word: int, periods: tuple[Period, ...]) -> tuple[When, ...]:
    """The dates that the words of a span give an event told at ``word``; one a year for a list of years."""
    inside = [period for period in periods if span[0] <= period.start < span[1]]
    if not inside:
        return ()
    changes = _change(text, span, inside, periods)
    if changes is not None:
        return changes
    chosen = ([period for period in inside if period.start <= word] or inside[:1])[-1]
    return tuple(_when(text, period, span) for period in _listed(text, inside, chosen))


def _change(
    text: str, span: tuple[int, int], inside: list[Period], periods: tuple[Period, ...]
) -> tuple[When, ...] | None:
    """Both ends of a change: 从2014年的…提高到2020年的; or the later ahead of it: 截至2019年底,由2014年的."""
    if (
        not _FROM.search(text, span[0], inside[0].start + 1)
        or text[inside[0].end : inside[0].end + 1] != "的"
    ):
        return None
    first, last = inside[0], inside[-1]
    if last is first:
        last = max((period for period in periods if period.start < first.start), key=_start, default=first)
    return (When(first.value, last.value, "stated", first.start),) if first.value < last.value else ()


def begins_change(text: str, period: Period) -> bool:
    """Whether a time is only the earlier end of a change: 由2014年的14.62%下降到0.04%."""
    opened = text[max(period.start - 1, 0) : period.start] in ("由", "从")
    return opened and text.startswith("的", period.end)


def _start(period: Period) -> int:
    return period.start


def _listed(text: str, inside: list[Period], chosen: Period) -> list[Period]:
    """The run of listed times that the chosen one belongs to: 2016、2018年."""
    run = [chosen]
    for period in reversed(inside[: inside.index(chosen)]):
        if not _BETWEEN.match(text[period.end : run[0].start]):
            break
        run.insert(0, period)
    return run


def _when(text: str, period: Period, span: tuple[int, int]) -> When:
    told = text[period.start : period.end]
    source = "stated" if _HAS_YEAR.search(told) else "carried"
    as_of = period.role is Role.AS_OF and (
        told.startswith("截") or "前" in told or "现" in told or "今" in told[-1:]
    )
    count = _YEARS.search(text, period.end, span[1])
    if count:
        first = (period.since or period.value)[:4]
        return When(
            period.since or period.value, str(int(first) + _count(count["count"]) - 1), source, period.start
        )
    if period.since and period.since[:4] != period.value[:4]:
        return When(period.since, period.value[:4], source, period.start, lasting=period.role is Role.SINCE)
    months = _MONTHS.search(told)
    if months:
        first, last = (f"{period.value[:4]}-{int(months[edge]):02d}" for edge in ("first", "last"))
        return When(first, last, source, period.start)
    day = _LAST_DAY.search(told)
    end = f"{period.value[:8]}{int(day['day']):02d}" if day and len(period.value) == 10 else ""
    return When(period.value, end, source, period.start, as_of)


def _count(numeral: str) -> int:
    return int(numeral) if numeral.isdigit() else _NUMERALS.find(numeral.replace("两", "二"))
