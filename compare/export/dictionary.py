"""What every column, metric and code of the table means, as lines of one sheet."""

from collections.abc import Iterator, Mapping

from compare.context import Context
from compare.export.columns import explain_columns
from compare.export.sheet import Sheet
from compare.language import Language
from compare.words.terms import bases, grades, kinds, qualifiers, units


def dictionary_of(context: Context) -> Sheet:
    """A line for each column of each file, each metric and each code.

    Shape: what it is, where it stands (file or family), the code as it stands in the table, name, unit, meaning.
    """
    say = context.language.say
    columns = (say("What"), say("In"), say("Code"), say("Name"), say("Unit"), say("Meaning"))
    return Sheet(columns, (*_columns(context), *_metrics(context), *_codes(context)))


def explain_grades(language: Language) -> dict[str, str]:
    """What each grade says of a figure."""
    say = language.say
    return {
        "stated": say("place, metric and period stand in the sentence itself"),
        "carried": say("one of them comes from the heading, the sentence before or the report"),
        "doubtful": say("damaged text, a conflict or a weak rule; the reason stands beside it"),
    }


def explain_bases(language: Language) -> dict[str, str]:
    """What each basis says of a figure."""
    say = language.say
    return {
        "level": say("how things stand at a date"),
        "flow": say("what happened within the period"),
        "cumulative": say("a running total up to the period, from ‘since’ where the report says so"),
        "plan": say("what is intended, not a result"),
    }


def _columns(context: Context) -> Iterator[tuple[str, ...]]:
    for file, columns in explain_columns(context.language).items():
        for name, (title, meaning) in columns.items():
            yield (context.language.say("column"), f"{file}.csv", name, title, "", meaning)


def _metrics(context: Context) -> Iterator[tuple[str, ...]]:
    language, named = context.language, units(context.language)
    for metric in context.metrics.values():
        unit = named.get(metric.unit, metric.unit)
        words = (metric.name(language), unit, metric.definition(language))
        yield (language.say("metric"), metric.family, metric.id, *words)


def _codes(context: Context) -> Iterator[tuple[str, ...]]:
    language, say = context.language, context.language.say
    groups: tuple[tuple[str, str, Mapping[str, str], Mapping[str, str]], ...] = (
        (say("unit"), "unit", units(language), {}),
        (say("basis"), "basis", bases(language), explain_bases(language)),
        (say("grade"), "grade", grades(language), explain_grades(language)),
        (say("exactness"), "qualifier", qualifiers(language), {}),
        (say("kind of event"), "kind", kinds(language), {}),
    )
    for what, column, names, meanings in groups:
        for code, name in names.items():
            yield (what, column, code, name, "", meanings.get(code, ""))
