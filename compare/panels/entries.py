"""Entries of the timeline: the reports' events, and the milestones among their figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from compare.context import Context
from compare.record import Event, Row
from compare.words.numbers import say_figure
from compare.words.periods import say_period

FIGURE = "figure"
MILESTONES = ("poverty_rate", "lifted.households", "lifted.persons", "villages.delisted")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the timeline; a figure has its own ``words``, stands ``at`` in the quote, and ``fact`` names its row."""

    adcode: str
    place: str
    kind: str
    date: str
    end_date: str
    when: str
    quote: str
    doc: str
    start: int = 0
    text: str = ""
    at: int = -1
    words: str = ""
    fact: str = ""


def find_entries(context: Context) -> tuple[Entry, ...]:
    """The events of the chosen places, and the figures that no event tells, by date, undated last."""
    places = context.view.places
    if not places:
        return ()
    events = context.store.events(places)
    rows = [
        row for row in context.store.rows(places, MILESTONES) if _is_milestone(row) and not _told(row, events)
    ]
    entries = [_of_event(context, event) for event in events] + [_of_row(context, row) for row in _once(rows)]
    return tuple(sorted(entries, key=lambda e: (not e.date, e.date, e.kind, e.quote)))


def _is_milestone(row: Row) -> bool:
    return bool(row.period) and row.basis != "plan" and row.grade != "doubtful"


def _told(row: Row, events: Sequence[Event]) -> bool:
    """Whether an event's sentence already holds the figure."""
    return any(event.doc == row.doc and event.start <= row.start < event.end for event in events)


def _once(rows: Sequence[Row]) -> list[Row]:
    """Each figure once, however often the report repeats it."""
    return list({(r.adcode, r.metric, r.period, r.value): r for r in reversed(rows)}.values())[::-1]


def _of_event(context: Context, event: Event) -> Entry:
    return Entry(
        adcode=event.adcode,
        place=context.names.short(event.adcode, event.place),
        kind=event.kind,
        date=event.date,
        end_date=event.end_date,
        when=_when(context, event.date, event.end_date),
        quote=event.quote,
        doc=event.doc,
        start=event.start,
    )


def _of_row(context: Context, row: Row) -> Entry:
    metric = context.metrics.get(row.metric)
    name = metric.short(context.language) if metric else row.metric
    return Entry(
        adcode=row.adcode,
        place=context.names.short(row.adcode, row.place),
        kind=FIGURE,
        date=row.period,
        end_date="",
        when=_when(context, row.period, ""),
        quote=row.quote,
        doc=row.doc,
        start=row.start,
        text=row.text,
        at=row.at,
        words=context.language.say(
            "{metric}: {figure}", metric=name, figure=say_figure(row, context.language)
        ),
        fact=row.fact,
    )


def _when(context: Context, date: str, end_date: str) -> str:
    language = context.language
    if not date:
        return language.say("no date")
    start = say_period(date, language)
    if not end_date:
        return start
    end = say_period(end_date, language)
    if language.code == "zh":
        end = end[len(_shared(start, end)) :]
    return language.say("{start} to {end}", start=start, end=end)


def _shared(start: str, end: str) -> str:
    """The year, or year and month, that both dates begin with; nothing where one of them is no more.

    >>> _shared("2020年6月11日", "2020年6月12日"), _shared("2020年", "2020年5月")
    ('2020年6月', '')
    """
    for part in ("月", "年"):
        head, found, tail = start.partition(part)
        common = head + found
        if found and tail and end.startswith(common) and end != common:
            return common
    return ""
