"""What was corrected by hand, in words: as extracted, what stands in its place, why, and after which source."""

from collections.abc import Iterable

from compare.context import Context
from compare.evidence.reading import Line
from compare.record import Correction, Row
from compare.words import notes
from compare.words.periods import say_period
from compare.words.terms import bases, qualifiers, units

APPLIED = "applied"
SHOWN = ("value", "high", "metric", "place", "period", "since", "basis", "qualifier")


def mended_lines(context: Context, fact: str) -> tuple[Line, ...]:
    """The lines of a passage that tell how its figure was corrected; none where it was not."""
    name = context.language.say("Correction")
    told = [one for one in context.store.corrections() if one.fact == fact]
    return tuple(
        Line("", name, say_change(context, one), why=_say_why(context, one)) for one in told if _tells(one)
    )


def mended_notes(context: Context, rows: Iterable[Row]) -> tuple[str, ...]:
    """A sentence for each correction of the figures shown, for the foot of a chart."""
    told = context.store.corrections()
    if not told:
        return ()
    shown = {row.fact: row for row in rows}
    wanted = [one for one in told if one.fact in shown and _tells(one) and one.status == APPLIED]
    return tuple(_say_whole(context, one) for one in wanted)


def left_out_lines(context: Context, doc: str, start: int) -> tuple[Line, ...]:
    """The lines for a number that a correction took out of the table."""
    name = context.language.say("Correction")
    told = [
        one for one in context.store.corrections() if (one.doc, one.start, one.action) == (doc, start, "drop")
    ]
    return tuple(Line("", name, say_change(context, one), why=_say_why(context, one)) for one in told)


def say_note(context: Context, row: Row) -> str:
    """The reason of a row's grade in words, with what was corrected in it."""
    words = [notes.say_note(context.language, row.note)] if row.note else []
    changes = [
        say_change(context, one)
        for one in context.store.corrections()
        if one.fact == row.fact and _tells(one)
    ]
    return context.language.say("; ").join((*words, *changes))


def say_change(context: Context, one: Correction) -> str:
    """``value: extracted 120, corrected to 210``."""
    say = context.language.say
    if one.status != APPLIED:
        return say("a correction no longer fits and was not applied")
    if one.action == "drop":
        value = say_cell(context, "value", one.extracted)
        return say("taken out of the table by hand; extracted as {value}", value=value)
    if one.action == "flag":
        return say("flagged as doubtful by hand")
    if one.action == "confirm":
        return say("checked by hand")
    before, after = (say_cell(context, one.column, cell) for cell in (one.extracted, one.corrected))
    return say(
        "{name}: extracted {before}, corrected to {after}",
        name=_name(context, one),
        before=before,
        after=after,
    )


def _tells(one: Correction) -> bool:
    """Whether a line says something that others do not: unit, code and grade follow from these."""
    return one.action != "override" or one.column in ("", *SHOWN)


def _say_whole(context: Context, one: Correction) -> str:
    say = context.language.say
    return say(
        "Corrected by hand: {place}, {change} ({why}).",
        place=context.names.short(one.adcode, one.place),
        change=say_change(context, one),
        why=_say_why(context, one),
    )


def _say_why(context: Context, one: Correction) -> str:
    return context.language.say(
        "{reason}; source: {source}, {date}", reason=one.reason, source=one.source, date=one.date
    )


def _name(context: Context, one: Correction) -> str:
    say = context.language.say
    names = {
        "value": say("Value"), "high": say("Up to"), "metric": say("Metric"), "place": say("Place"),
        "period": say("Period"), "since": say("Since"), "basis": say("Basis"), "qualifier": say("Exactness"),
    }  # fmt: skip
    return names.get(one.column, one.column)


def say_cell(context: Context, column: str, cell: str) -> str:
    """A cell of the table in words; what is empty is said to be."""
    language = context.language
    if column == "metric" and cell in context.metrics:
        return context.metrics[cell].name(language)
    if column in ("period", "since"):
        return say_period(cell, language)
    words = {"basis": bases, "qualifier": qualifiers, "unit": units}.get(column)
    return (words(language).get(cell, cell) if words else _grouped(cell)) or language.say("nothing")


def _grouped(cell: str) -> str:
    """Digits in groups; anything else as it is.

    >>> _grouped("269000000"), _grouped("0.5"), _grouped("肥西县")
    ('269,000,000', '0.5', '肥西县')
    """
    whole, point, rest = cell.partition(".")
    return f"{int(whole):,}{point}{rest}" if whole.isascii() and whole.isdigit() else cell
