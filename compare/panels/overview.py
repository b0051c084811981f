"""The overview: a card for each place with its headline figures, one sentence, one chart."""

from collections.abc import Mapping
from dataclasses import dataclass

from compare.context import Context
from compare.disputes import say_conflicts, say_rivals
from compare.ends import Ends
from compare.findings import Asked, Findings, find, find_conflicts
from compare.panel import Caution, KeyItem, Panel, Source, Table
from compare.panels.card import Card, Entry, Judged, build_card
from compare.panels.evidence import say_sources
from compare.panels.rate import build_rate, find_changes
from compare.pick import LATEST, Wish
from compare.record import Row
from compare.summary import say_limits, say_summary
from compare.words.periods import say_period

CARD = ("poor.persons", "lifted.households", "funding.special", "villages.delisted")


@dataclass(frozen=True, slots=True)
class Overview:
    """The page as data: the sentence and its limits, a card for each place, the chart of the poverty rate."""

    headline: str
    deck: str
    warnings: tuple[Caution, ...]
    cards: tuple[Card, ...]
    key: tuple[KeyItem, ...]
    sources: tuple[Source, ...]
    notes: tuple[str, ...]
    rows: tuple[Row, ...]
    table: Table
    chart: Panel


def build_overview(context: Context) -> Overview:
    """The chosen places at a glance, each metric by its latest figure (or that of the chosen year)."""
    judged = _judge(context)
    cards = tuple(build_card(context, place, judged) for place in context.view.places)
    rows = tuple(dict.fromkeys(row for card in cards for entry in card.entries for row in entry.rows))
    told = build_rate(context, context.view.period)[0]
    return Overview(
        headline=say_summary(context, judged.found, told),
        deck=_say_deck(context, rows),
        warnings=say_limits(context, judged.found, rows)
        + _say_rivals(context, judged)
        + _say_disputes(context, judged),
        cards=cards,
        key=_say_key(context, cards),
        sources=say_sources(context, rows),
        notes=_say_notes(context, cards),
        rows=rows,
        table=_say_table(context, cards),
        chart=build_rate(context)[0] if context.view.period != LATEST else told,
    )


def _judge(context: Context) -> Judged:
    period = context.view.period
    found: Mapping[str, Findings] = {
        metric: find(context, Asked(context.metrics[metric], Wish(period, context.metrics[metric].basis)))
        for metric in CARD
    }
    ends: Mapping[str, Ends | None] = {change.adcode: change.ends for change in find_changes(context, period)}
    rows = [row for end in ends.values() if end for row in end.rows]
    return Judged(found, ends, find_conflicts(context, rows))


def _say_rivals(context: Context, judged: Judged) -> tuple[Caution, ...]:
    """What the reports of one place tell differently, of every figure on the cards."""
    return say_rivals(context, [pick for found in judged.found.values() for pick in found.verdict.picks])


def _say_disputes(context: Context, judged: Judged) -> tuple[Caution, ...]:
    """What the reports' own sums contradict, of every figure on the cards."""
    disputed = [pair for found in judged.found.values() for pair in found.disputed]
    ends = [row for end in judged.ends.values() if end for row in end.rows if row.fact in judged.conflicts]
    return say_conflicts(context, (*disputed, *((row, judged.conflicts[row.fact]) for row in ends)))


def _say_deck(context: Context, rows: tuple[Row, ...]) -> str:
    language, places = context.language, len(context.view.places)
    reports = language.count("{n} report", "{n} reports", len({row.doc for row in rows}))
    where = language.count("{n} place", "{n} places", places)
    if context.view.period != LATEST:
        return language.say(
            "{places}, {reports}; of each measure the figure for {year}. What a report does not say stays empty.",
            places=where,
            reports=reports,
            year=say_period(context.view.period, language),
        )
    return language.say(
        "{places}, {reports}; of each measure the latest figure. What a report does not say stays empty.",
        places=where,
        reports=reports,
    )


def _say_key(context: Context, cards: tuple[Card, ...]) -> tuple[KeyItem, ...]:
    say, entries = context.language.say, [entry for card in cards for entry in card.entries]
    wanted = (
        (any(entry.state == "plan" for entry in entries), "plan", say("Framed: plan")),
        (any(entry.state == "doubtful" for entry in entries), "dotted", say("Dotted underline: doubtful")),
        (any(entry.warned for entry in entries), "warn", say("▲ other year, level or basis")),
        (any(entry.bad for entry in entries), "bad", say("! the report’s own figures disagree")),
    )
    return tuple(KeyItem(mark, words) for holds, mark, words in wanted if holds)


def _say_notes(context: Context, cards: tuple[Card, ...]) -> tuple[str, ...]:
    say, notes = context.language.say, []
    for card in cards:
        rows = [row for entry in card.entries for row in entry.rows]
        doubts = [say(row.note) for row in rows if row.grade == "doubtful" and row.note]
        notes += [say("{place}, doubtful: {reason}.", place=card.name, reason=doubt) for doubt in doubts]
    return tuple(dict.fromkeys(notes))


def _say_table(context: Context, cards: tuple[Card, ...]) -> Table:
    """Places as lines, measures as columns, each cell with its number and its small words."""
    labels = tuple(entry.label for entry in cards[0].entries) if cards else ()
    cells = [(card.name, *(_cell(entry) for entry in card.entries)) for card in cards]
    return Table((context.language.say("Place"), *labels), tuple(cells), ("",) * len(cells))


def _cell(entry: Entry) -> str:
    """``5.3% → 0.7% (2014年 → 2018年) ! 数字不符``: all that the card says, its marks as signs."""
    number = f"{entry.faint} {entry.number}" if entry.faint else entry.number
    small = f"▲ {entry.small}" if entry.warned else entry.small
    words = (number, f"({small})" if small else "", f"! {entry.bad}" if entry.bad else "")
    return " ".join(part for part in words if part)
