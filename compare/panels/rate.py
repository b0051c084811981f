"""The page of the poverty rate: from where to where, with the years at the points."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from compare.alt import say_alt
from compare.charts.bars import Gap
from compare.charts.dumbbell import Dumbbell, draw_dumbbells
from compare.charts.hover import hover_text
from compare.context import Context
from compare.disputes import say_conflicts, say_rivals
from compare.ends import Ends, find_ends
from compare.fall import say_fall, say_fall_warnings
from compare.findings import find_conflicts, name_places
from compare.missing import say_missing
from compare.panel import KeyItem, Panel, Table
from compare.panels.comparison import FEW_MISSING
from compare.panels.evidence import say_sources
from compare.pick import LATEST, Wish
from compare.record import Finding, Row
from compare.words.lists import say_list
from compare.words.numbers import printed_percent, qualify, say_points
from compare.words.periods import say_period
from compare.words.rounding import write_plain

KINDS = ("poverty_rate",)


@dataclass(frozen=True, slots=True)
class Change:
    """A place with its ends; None where its report gives no rate."""

    adcode: str
    ends: Ends | None


def build_rate(context: Context, period: str = LATEST) -> tuple[Panel, ...]:
    """One panel: a dumbbell for each place that gives both ends, a dot for one end, a sentence for none.

    Of a single ``period`` there is one end at most.
    """
    changes = find_changes(context, period)
    known = [change.ends for change in changes if change.ends is not None]
    headline, table = say_fall(context, known), _say_table(context, changes)
    rows = tuple(row for ends in known for row in ends.rows)
    gaps = _gaps(context, changes)
    conflicts = find_conflicts(context, rows)
    drawn = [_dumbbell(context, ends, conflicts) for ends in known]
    few = gaps if len(gaps) <= FEW_MISSING and not context.dense else []
    name = context.metrics[KINDS[0]].name(context.language)
    panel = Panel(
        id=KINDS[0],
        headline=headline,
        deck=context.language.say("{metric}, %", metric=name),
        figure=draw_dumbbells([*drawn, *few], context.palette) if known else None,
        alt=say_alt(headline, table),
        table=table,
        warnings=say_fall_warnings(context, known)
        + say_rivals(context, [pick for ends in known for pick in ends.picks])
        + say_conflicts(context, _disputed(rows, conflicts)),
        key=_say_key(context, known, conflicts),
        missing=() if known else _missing_line(context, gaps),
        sources=say_sources(context, rows),
        notes=(() if few or not known else _missing_line(context, gaps)) + _say_doubts(context, rows),
        rows=rows,
    )
    return (panel,)


def _disputed(rows: Sequence[Row], conflicts: Mapping[str, Finding]) -> tuple[tuple[Row, Finding], ...]:
    return tuple((row, conflicts[row.fact]) for row in rows if row.fact in conflicts)


def _say_doubts(context: Context, rows: Sequence[Row]) -> tuple[str, ...]:
    say, doubtful = context.language.say, [row for row in rows if row.grade == "doubtful" and row.note]
    return tuple(
        say(
            "{place}, doubtful: {reason}.",
            place=context.names.short(row.adcode, row.place),
            reason=say(row.note),
        )
        for row in doubtful
    )


def find_changes(context: Context, period: str = LATEST) -> tuple[Change, ...]:
    """Every chosen place with its ends (of one year only, if one is asked for): the largest fall first."""
    rows = [r for r in context.store.rows(context.view.places, KINDS) if Wish(period).allows(r)]
    dates = {d.doc: d.date for d in context.store.documents(tuple({row.doc for row in rows}))} if rows else {}
    found = [
        Change(place, find_ends([r for r in rows if r.adcode == place], dates))
        for place in context.view.places
    ]
    return tuple(sorted(found, key=_order))


def _order(change: Change) -> tuple[int, Decimal]:
    if change.ends is None:
        return (2, Decimal(0))
    fall = change.ends.fall
    return (1, Decimal(0)) if fall is None else (0, -fall)


def _dumbbell(context: Context, ends: Ends, conflicts: Mapping[str, Finding]) -> Dumbbell:
    row = ends.place
    name = context.names.short(row.adcode, row.place)
    dates = tuple(say_start(context, end, ends) for end in ends.rows)
    heads = [f"{name} {_rate(context, end)} {date}" for end, date in zip(ends.rows, dates, strict=True)]
    return Dumbbell(
        name=name,
        number=" → ".join(_rate(context, end) for end in ends.rows),
        words=_say_change(context, ends),
        colour=context.colour(row.adcode),
        first=None if ends.first is None else float(ends.first.value),
        latest=None if ends.latest is None else float(ends.latest.value),
        facts=tuple(end.fact for end in ends.rows),
        hovers=tuple(hover_text(head, end) for head, end in zip(heads, ends.rows, strict=True)),
        dates=dates,
        aside=_aside(context, ends),
        doubtful=(_is_doubtful(ends.first), _is_doubtful(ends.latest)),
        bad=context.language.say("figures disagree") if any(r.fact in conflicts for r in ends.rows) else "",
    )


def _is_doubtful(row: Row | None) -> bool:
    return row is not None and row.grade == "doubtful"


def _say_change(context: Context, ends: Ends) -> str:
    """The fall in points and in percent of where it began: ``降4.6个百分点（86.8%）``."""
    say, fall, share = context.language.say, ends.fall, ends.share
    if fall is None:
        return ""
    if not fall:
        return say("unchanged")
    points = qualify(context.language, say_points(abs(fall), context.language), ends.qualifier)
    if ends.doubtful:
        points = say("{points}, doubtful", points=points)
    words = {"points": points}
    if share is None:
        return say("down {points}", **words) if fall > 0 else say("up {points}", **words)
    words["percent"] = f"{write_plain(abs(share))}%"
    if fall > 0:
        return say("down {points} ({percent})", **words)
    return say("up {points} ({percent})", **words)


def _aside(context: Context, ends: Ends) -> str:
    say = context.language.say
    return say("earlier not stated") if ends.first is None else say("later not stated")


def say_start(context: Context, row: Row, ends: Ends) -> str:
    """When an end was: its date, or ``年份不明``; a first end without a year was ``起初``."""
    if row is ends.first and not row.year:
        return context.language.say("at first, no year")
    return say_period(row.period, context.language)


def _rate(context: Context, row: Row) -> str:
    return qualify(context.language, printed_percent(row), row.qualifier)


def _gaps(context: Context, changes: Sequence[Change]) -> list[Gap]:
    names, metric = name_places(context), context.metrics[KINDS[0]]
    gaps = []
    for change in changes:
        if change.ends is None:
            name = context.names.short(change.adcode, names.get(change.adcode, change.adcode))
            gaps.append(Gap(name, say_missing(context, metric, change.adcode)))
    return gaps


def _missing_line(context: Context, gaps: Sequence[Gap]) -> tuple[str, ...]:
    if not gaps:
        return ()
    places = say_list([gap.name for gap in gaps], context.language)
    return (context.language.say("Not in the reports of {places}.", places=places),)


def _say_key(
    context: Context, known: Sequence[Ends], conflicts: Mapping[str, Finding]
) -> tuple[KeyItem, ...]:
    say, rows = context.language.say, [row for ends in known for row in ends.rows]
    wanted = (
        (any(ends.first for ends in known), "ends", say("Open dot: first")),
        (any(ends.latest for ends in known), "ends", say("Filled dot: latest")),
        (any(ends.fall is None for ends in known), "one", say("Dotted: other end not stated")),
        (any(row.grade == "doubtful" for row in rows), "crossed", say("Crossed dot: doubtful")),
        (bool(conflicts), "bad", say("! the report’s own figures disagree")),
    )
    return tuple(KeyItem(mark, words) for holds, mark, words in wanted if holds)


def _say_table(context: Context, changes: Sequence[Change]) -> Table:
    say = context.language.say
    columns = (
        say("Place"),
        say("First"),
        say("First, when"),
        say("Latest"),
        say("Latest, when"),
        say("Fall, points"),
        say("Fall, %"),
    )
    names = name_places(context)
    cells = [_cells(context, change, names) for change in changes]
    facts = [change.ends.place.fact if change.ends else "" for change in changes]
    return Table(columns, tuple(cells), tuple(facts))


def _cells(context: Context, change: Change, names: Mapping[str, str]) -> tuple[str, ...]:
    name = context.names.short(change.adcode, names.get(change.adcode, change.adcode))
    missing = context.language.say("not given")
    if change.ends is None:
        return (name, say_missing(context, context.metrics[KINDS[0]], change.adcode), "", missing, "", "", "")
    ends = change.ends
    first, latest = (_end_cells(context, end, ends) for end in (ends.first, ends.latest))
    if ends.fall is None or ends.first is None:
        return (name, *first, *latest, "", "")
    percent = "" if ends.share is None else write_plain(ends.share)
    fall = qualify(context.language, write_plain(ends.fall), ends.qualifier)
    return (name, *first, *latest, fall, percent)


def _end_cells(context: Context, row: Row | None, ends: Ends) -> tuple[str, str]:
    if row is None:
        return (context.language.say("not given"), "")
    return (_rate(context, row), say_start(context, row, ends))
