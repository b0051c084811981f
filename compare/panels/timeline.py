"""The timeline page: what the reports date, a lane for each place, and every entry with its sentence."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from compare.alt import say_alt
from compare.charts.lanes import Lane
from compare.charts.timeline import draw_timeline, leaf_timeline
from compare.context import Context
from compare.panel import KeyItem, Panel, Source, Table
from compare.panels.entries import Entry, find_entries
from compare.panels.exits import is_exit_of_place
from compare.panels.ledger import list_entries
from compare.panels.moments import moments_of
from compare.words.lists import say_count, say_list
from compare.words.periods import say_report_date
from compare.words.terms import kinds


@dataclass(frozen=True, slots=True)
class Chapter:
    """A place's entries in the order of their dates, undated ones last."""

    adcode: str
    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The panel, its entries in the order of the table, and for reading the dated and the undated by place.

    ``file`` holds the same entries with their codes, dates and reports.
    """

    panel: Panel
    entries: tuple[Entry, ...]
    file: Table
    chapters: tuple[Chapter, ...]
    undated: tuple[Chapter, ...]


def build_timeline(context: Context) -> Timeline:
    """The dated events and figures of the chosen places, of the chosen kinds."""
    chapters = _chapters(context)
    entries = [entry for chapter in chapters for entry in chapter.entries]
    dated = [entry for entry in entries if entry.date]
    headline, table = say_timeline(context, chapters), _table(context, chapters)
    lanes = [_lane(context, chapter) for chapter in chapters]
    panel = Panel(
        id="timeline",
        headline=headline,
        deck=_deck(context, dated),
        figure=draw_timeline(lanes, context.palette) if dated else None,
        alt=say_alt(headline, table),
        table=table,
        key=_key(context, dated),
        missing=_missing(context, chapters),
        sources=_sources(context, entries),
    )
    return Timeline(
        panel=panel,
        entries=tuple(entries),
        file=list_entries(context, entries),
        chapters=_part(chapters, dated=True),
        undated=_part(chapters, dated=False),
    )


def leaf_panels(context: Context, size: tuple[float, float]) -> tuple[Panel, ...]:
    """The panel of the timeline on as many figures as it takes, each of at least this width and at most this height."""
    panel = build_timeline(context).panel
    if panel.figure is None:
        return (panel,)
    lanes = [_lane(context, chapter) for chapter in _chapters(context)]
    figures = leaf_timeline(lanes, context.palette, size)
    return tuple(replace(panel, figure=figure) for figure in figures)


def say_timeline(context: Context, chapters: Sequence[Chapter]) -> str:
    """The headline: who dates most, and which year is fullest."""
    say, count = context.language.say, context.language.count
    dated = {chapter.name: sum(1 for entry in chapter.entries if entry.date) for chapter in chapters}
    total = sum(dated.values())
    if not total:
        return say("No event here carries a date")
    first = _only_most(dated)
    named = [name for name, n in dated.items() if n]
    if len(named) == 1:
        head = count("{place} dates {n} event", "{place} dates {n} events", total, place=named[0])
    elif first:
        head = say("{place} dates the most events, {n}", place=first, n=dated[first])
    else:
        head = count("{n} event carries a date", "{n} events carry a date", total)
    years = Counter(e.date[:4] for chapter in chapters for e in chapter.entries if e.date)
    fullest = _only_most(years)
    if not fullest or total < 4:
        return head
    words = {"head": head, "year": fullest, "n": years[fullest]}
    if len(named) == 1:
        return say("{head}; the fullest year is {year}, with {n}", **words)
    words["places"] = say_count(len(named), context.language)
    return say("{head}; of the {places} together the fullest year is {year}, with {n}", **words)


def _only_most(counts: dict[str, int]) -> str:
    """The key with the highest count, empty where two share it."""
    ranked = sorted(counts.items(), key=lambda item: -item[1])
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return ""
    return ranked[0][0]


def _chapters(context: Context) -> tuple[Chapter, ...]:
    called = context.store.called(context.view.places)
    wanted = context.view.kinds
    found = find_entries(context)
    return tuple(
        Chapter(
            place,
            context.names.short(place, called.get(place, place)),
            tuple(e for e in found if e.adcode == place and (not wanted or e.kind in wanted)),
        )
        for place in context.view.places
    )


def _part(chapters: Sequence[Chapter], dated: bool) -> tuple[Chapter, ...]:
    """The chapters with their dated entries only, or with the others; without the empty ones."""
    parts = [replace(c, entries=tuple(e for e in c.entries if bool(e.date) is dated)) for c in chapters]
    return tuple(part for part in parts if part.entries)


def _lane(context: Context, chapter: Chapter) -> Lane:
    undated = [entry for entry in chapter.entries if not entry.date]
    words = ""
    if not chapter.entries:
        words = context.language.say("nothing of these kinds")
    elif undated:
        words = context.language.count("{n} more undated", "{n} more undated", len(undated))
    moments = moments_of([entry for entry in chapter.entries if entry.date], context.language)
    return Lane(chapter.name, context.colour(chapter.adcode), moments, words)


def _deck(context: Context, dated: Sequence[Entry]) -> str:
    """What is drawn, and which places left poverty behind as a whole, which readers look for first."""
    say = context.language.say
    drawn = say("What the reports date; an event known to the year only is drawn over the whole year.")
    exits = [entry for entry in dated if is_exit_of_place(entry)]
    if not exits:
        return drawn
    named = [say("{place} ({when})", place=entry.place, when=entry.when) for entry in exits]
    told = say(
        " Off the list of poor counties: {places}.",
        places=say_list(list(dict.fromkeys(named)), context.language),
    )
    return drawn + told


def _key(context: Context, dated: Iterable[Entry]) -> tuple[KeyItem, ...]:
    say, dates = context.language.say, tuple(dated)
    wanted = (
        (any(len(e.date) == 4 for e in dates), "year", say("Pale bar: known to the year")),
        (any(len(e.date) == 7 for e in dates), "month", say("Square: known to the month")),
        (any(len(e.date) == 10 for e in dates), "day", say("Diamond: known to the day")),
        (any(e.kind == "plan" for e in dates), "plan", say("Hollow: plan")),
    )
    return tuple(KeyItem(mark, words) for holds, mark, words in wanted if holds)


def _missing(context: Context, chapters: Sequence[Chapter]) -> tuple[str, ...]:
    names = [chapter.name for chapter in chapters if not any(entry.date for entry in chapter.entries)]
    if not names:
        return ()
    return (context.language.say("No dated event: {places}.", places=say_list(names, context.language)),)


def _sources(context: Context, entries: Iterable[Entry]) -> tuple[Source, ...]:
    docs = tuple(dict.fromkeys(entry.doc for entry in entries))
    known = context.store.documents(docs) if docs else ()
    return tuple(Source(document, say_report_date(document, context.language)) for document in known)


def _table(context: Context, chapters: Sequence[Chapter]) -> Table:
    say, named = context.language.say, kinds(context.language)
    columns = (say("Place"), say("Date"), say("Kind"), say("Sentence"))
    entries = [entry for chapter in chapters for entry in chapter.entries]
    cells = tuple((e.place, e.when, named.get(e.kind, e.kind), e.quote) for e in entries)
    return Table(columns, cells, tuple(entry.fact for entry in entries))
