"""Entries of the timeline: the reports' events, and the milestones among their figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from compare.context import Context
from compare.panels.milestones import Milestone, find_milestones
from compare.record import Event
from compare.words.lists import say_list
from compare.words.periods import say_period

PROGRESS = "milestone"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the timeline.

    ``title`` is what is told, in short. A milestone among the figures has ``words`` of its own, a number
    ``text`` that stands ``at`` in the quote, and its row's ``fact``; what is no milestone has its ``event``.
    """

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
    title: str = ""
    event: str = ""

    @property
    def span(self) -> tuple[int, int]:
        """Where the quote stands in its report."""
        start = self.start - max(self.at, 0)
        return start, start + len(self.quote)


def find_entries(context: Context) -> tuple[Entry, ...]:
    """The events of the chosen places, and the milestones that no event tells, by date, undated last."""
    if not context.view.places:
        return ()
    events = context.store.events(context.view.places)
    milestones = find_milestones(context)
    told = {m.row.fact for m in milestones for event in events if _tells(event, m)}
    entries = [_of_event(context, event, milestones) for event in events]
    entries += [_of_milestone(context, m) for m in milestones if m.row.fact not in told]
    return tuple(sorted(entries, key=lambda e: (not e.date, e.date, e.kind, e.quote)))


def _tells(event: Event, milestone: Milestone) -> bool:
    """Whether an event is nothing but the milestone told in words."""
    row = milestone.row
    here = event.doc == row.doc and event.adcode == row.adcode and event.start <= row.start < event.end
    return here and event.kind == PROGRESS


def _of_event(context: Context, event: Event, milestones: Sequence[Milestone]) -> Entry:
    words = dict.fromkeys(m.words for m in milestones if _tells(event, m))
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
        words=say_list(list(words), context.language),
        title=event.title,
        event=event.event,
    )


def _of_milestone(context: Context, milestone: Milestone) -> Entry:
    row = milestone.row
    return Entry(
        adcode=row.adcode,
        place=context.names.short(row.adcode, row.place),
        kind=PROGRESS,
        date=row.period,
        end_date="",
        when=_when(context, row.period, ""),
        quote=row.quote,
        doc=row.doc,
        start=row.start,
        text=row.text,
        at=row.at,
        words=milestone.words,
        title=milestone.words,
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
