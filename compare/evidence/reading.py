"""How a figure was read, line by line in words: what it is, and which words of the report decided that."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from compare.context import Context
from compare.language import Language
from compare.record import Row
from compare.words.notes import say_note
from compare.words.numbers import say_figure
from compare.words.periods import say_period
from compare.words.rounding import write_plain
from compare.words.terms import bases, grades, qualifiers, units

Span = tuple[int, int]


class Told(Protocol):
    """What decided one side of a reading."""

    @property
    def role(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def words(self) -> tuple[Span, ...]: ...


@dataclass(frozen=True, slots=True)
class Line:
    """One line: the role whose words are marked alike in the passage (or none), its name, and what was read.

    ``words`` are the report's own words that decided it, ``why`` is what decided it where there are none.
    """

    role: str
    name: str
    read: str
    words: tuple[str, ...] = ()
    why: str = ""


def read_lines(context: Context, row: Row, grounds: Sequence[Told], text: str) -> tuple[Line, ...]:
    """Value, metric, place, period, basis and grade of a row, the decided ones with what decided them."""
    language = context.language
    say = language.say
    metric = context.metrics.get(row.metric)
    told = {ground.role: ground for ground in grounds}
    read = (
        ("metric", say("Metric"), metric.name(language) if metric else row.metric),
        ("place", say("Place"), context.names.full(row.adcode, row.place)),
        ("period", say("Period"), _say_period(row, language)),
        ("basis", say("Basis"), bases(language).get(row.basis, row.basis)),
    )
    value = Line("", say("Value"), _say_value(row, language))
    grade = Line(
        "", say("Grade"), grades(language).get(row.grade, row.grade), why=say_note(language, row.note)
    )
    return (value, *(_line(language, one, told.get(one[0]), text) for one in read), grade)


def _line(language: Language, read: tuple[str, str, str], ground: Told | None, text: str) -> Line:
    role, name, words = read
    if ground is None:
        return Line(role, name, words)
    quoted = tuple(dict.fromkeys(text[start:end] for start, end in ground.words))
    return Line(role, name, words, quoted, say_ground(language, role, str(ground.source)))


def say_ground(language: Language, role: str, source: str) -> str:
    """Where the words stand, or what decided where there are none; nothing for words of the sentence itself."""
    say = language.say
    named = {
        "label": say("from the paragraph’s opening words"),
        "heading": say("from the heading"),
        "before": say("from a sentence before"),
        "number": say("taken over from the figure before"),
        "table": say("from the table’s header"),
        "period": say("by the kind of date"),
        "usual": say("as usual for this metric"),
    }
    if source == "report":
        return say("the report’s own place") if role == "place" else say("the report’s own date")
    if source == "none" and role == "period":
        return say("the report does not say")
    return named.get(source, "")


def _say_value(row: Row, language: Language) -> str:
    """``369,000,000元``: the whole value in the base unit, and how exactly it is told."""
    unit = units(language).get(row.unit, row.unit)
    figure = write_plain(row.value) + (f"–{write_plain(row.high)}" if row.high is not None else "")
    gap = "" if language.code == "zh" or row.unit == "percent" else " "
    value = f"{figure}{gap}{unit}"
    shown = say_figure(row, language)
    how = "" if row.qualifier == "exact" else qualifiers(language).get(row.qualifier, row.qualifier)
    parts = (value, how, shown if row.unit == "CNY" else "")
    return language.sense("clauses", ", ").join(part for part in parts if part)


def _say_period(row: Row, language: Language) -> str:
    period = say_period(row.period, language)
    if not row.since:
        return period
    return language.say("{start} to {end}", start=say_period(row.since, language), end=period)
