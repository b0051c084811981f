"""What stands under a chart: key, sources, notes, and the same data as a table."""

from compare.cautions import say_mark
from compare.context import Context
from compare.findings import Findings
from compare.metrics import Metric
from compare.missing import say_missing
from compare.panel import KeyItem, Source, Table
from compare.record import Row
from compare.verdict import Reason
from compare.words.numbers import Scale
from compare.words.periods import say_report_date, say_when


def say_key(context: Context, found: Findings) -> tuple[KeyItem, ...]:
    """Only the marks that occur in the chart."""
    say, verdict = context.language.say, found.verdict
    rows = found.rows
    wanted = (
        (bool(found.before), "tint", say("Pale: the year before")),
        (any(row.basis == "plan" for row in rows), "plan", say("Hollow: plan")),
        (any(row.grade == "doubtful" for row in rows), "doubtful", say("Hatched: doubtful")),
        (any(row.qualifier == "over" for row in rows), "over", say("Arrow: or more")),
        (any(row.qualifier == "under" for row in rows), "under", say("Notch: less than")),
        (any(row.high is not None for row in rows), "range", say("Pale end: a range")),
        (bool(verdict.unlike), "warn", say("▲ other year, level or basis")),
        (bool(found.conflicts), "bad", say("! the report’s own figures disagree")),
    )
    return tuple(KeyItem(mark, words) for holds, mark, words in wanted if holds)


def say_sources(context: Context, rows: tuple[Row, ...]) -> tuple[Source, ...]:
    """The documents behind the marks, in the order of the marks."""
    docs = tuple(dict.fromkeys(row.doc for row in rows))
    known = {document.doc: document for document in context.store.documents(docs)} if docs else {}
    found = [known[doc] for doc in docs if doc in known]
    return tuple(Source(document, say_report_date(document, context.language)) for document in found)


def say_notes(context: Context, found: Findings) -> tuple[str, ...]:
    """Why a figure is doubtful, and which other figures of the same kind are not shown."""
    say, notes = context.language.say, []
    for pick in found.verdict.picks:
        place = context.names.short(pick.row.adcode, pick.row.place)
        if pick.row.grade == "doubtful" and pick.row.note:
            notes.append(say("{place}, doubtful: {reason}.", place=place, reason=say(pick.row.note)))
        more = len({row.value for row in pick.others})
        if more:
            notes.append(
                context.language.count(
                    "{place}’s report gives {n} more figure of this kind and year; it is not added up.",
                    "{place}’s report gives {n} more figures of this kind and year; they are not added up.",
                    more,
                    place=place,
                )
            )
    return tuple(notes)


def say_deck(context: Context, metric: Metric, scale: Scale) -> str:
    """The measure with the unit of the chart."""
    name = metric.name(context.language)
    return context.language.say("{metric}, {unit}", metric=name, unit=scale.name) if scale.name else name


def say_table(context: Context, found: Findings, scale: Scale) -> Table:
    """The chart's data in words, in the order of the marks, missing places last."""
    say = context.language.say
    columns = (
        say("Place"),
        say_deck(context, found.asked.subject, scale),
        say("As of, basis"),
        say("Compares"),
        say("As printed"),
        say("Report"),
    )
    titles = (
        {d.doc: d.title for d in context.store.documents(tuple({row.doc for row in found.rows}))}
        if found.rows
        else {}
    )
    reasons = {unlike.pick.row.fact: unlike.reasons for unlike in found.verdict.unlike}
    cells = [
        _cells(context, row, scale, (reasons.get(row.fact), _printed(found, row), titles.get(row.doc, "")))
        for row in found.rows
    ]
    for adcode in found.verdict.missing:
        name = context.names.short(adcode, found.places.get(adcode, adcode))
        cells.append((name, say_absence(context, found, adcode), "", "", "", ""))
    facts = tuple(row.fact for row in found.rows) + ("",) * len(found.verdict.missing)
    return Table(columns, tuple(cells), facts)


def say_absence(context: Context, found: Findings, adcode: str) -> str:
    """Why a place has no figure, in the words of the chart: not divided, only planned, or not in the report."""
    return found.refused.get(adcode) or say_missing(context, found.asked.metric, adcode)


def _cells(
    context: Context, row: Row, scale: Scale, known: tuple[tuple[Reason, ...] | None, str, str]
) -> tuple[str, ...]:
    reasons, printed, title = known
    compares = context.language.say("yes") if reasons is None else say_mark(context, row, reasons)
    name = context.names.short(row.adcode, row.place)
    return (name, scale.figure(row), say_when(row, context.language), compares, printed, title)


def _printed(found: Findings, row: Row) -> str:
    """The figure as the report prints it; of a quotient both that were divided: ``2095万元 ÷ 4171人``."""
    whole = found.wholes.get(row.fact)
    return f"{row.text} ÷ {whole.text}" if whole else row.text
