"""Entries as marks on the axis of years: begin and end, how exactly they are known, what hovering says."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby

from compare.charts.hover import WIDTH, plain_part
from compare.charts.lanes import Moment, year_of
from compare.language import Language
from compare.panels.entries import Entry
from compare.words.terms import kinds

EXACTNESS = {4: "year", 7: "month", 10: "day"}
LONG = 0.9
MOST_LINES = 7
MOST_QUOTES = 3


def moments_of(entries: Iterable[Entry], language: Language) -> tuple[Moment, ...]:
    """The marks of dated entries; entries of one kind and one date share a mark, but not milestones."""
    dated = sorted((entry for entry in entries if extent(entry)), key=_together)
    return tuple(_moment(list(group), language) for _, group in groupby(dated, key=_together))


def extent(entry: Entry) -> tuple[float, float] | None:
    """From when to when, in years; None where the date is none.

    >>> extent(Entry("", "", "", "2019", "2020", "", "", ""))
    (2019.0, 2021.0)
    """
    start, end = _bounds(entry.date), _bounds(entry.end_date or entry.date)
    if start is None or end is None:
        return None
    return year_of(start[0]), max(year_of(end[1]), year_of(start[1]))


def _bounds(text: str) -> tuple[date, date] | None:
    """The first day of a year, month or day, and the first day after it.

    >>> _bounds("2020-12")
    (datetime.date(2020, 12, 1), datetime.date(2021, 1, 1))
    """
    try:
        if len(text) == 4:
            return date(int(text), 1, 1), date(int(text) + 1, 1, 1)
        if len(text) == 7:
            first = date.fromisoformat(f"{text}-01")
            return first, (first + timedelta(days=31)).replace(day=1)
        day = date.fromisoformat(text)
        return day, day + timedelta(days=1)
    except ValueError:
        return None


def _together(entry: Entry) -> tuple[str, str, str, str]:
    return entry.date, entry.end_date, entry.kind, entry.words


def _moment(entries: Sequence[Entry], language: Language) -> Moment:
    first = entries[0]
    start, end = extent(first) or (0.0, 0.0)
    name = kinds(language).get(first.kind, first.kind)
    called = first.words or name
    label = f"{called} ×{len(entries)}" if len(entries) > 1 else called
    exactness = "year" if end - start > LONG else EXACTNESS.get(len(first.date), "day")
    facts = "~".join(entry.fact or entry.event for entry in entries)
    return Moment(
        plain_part(label), start, end, exactness, first.kind == "plan", _hover(entries, name), facts
    )


def _hover(entries: Sequence[Entry], name: str) -> str:
    lines = [f"<b>{plain_part(entries[0].place)} · {plain_part(name)} · {entries[0].when}</b>"]
    for entry in entries[:MOST_QUOTES]:
        lines += _wrapped(f"{entry.words} {entry.quote}".strip())
    if len(entries) > MOST_QUOTES:
        lines.append("…")
    return "<br>".join(lines)


def _wrapped(text: str) -> list[str]:
    pieces = [plain_part(text[i : i + WIDTH]) for i in range(0, len(text), WIDTH)]
    return pieces if len(pieces) <= MOST_LINES else [*pieces[:MOST_LINES], "…"]
