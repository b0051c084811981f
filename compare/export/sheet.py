"""Rows of the table in the reader's language, as columns and cells: shown, and downloaded exactly as shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from compare.context import Context
from compare.corrections.mended import say_note
from compare.panel import Table
from compare.record import Row
from compare.words.periods import say_period
from compare.words.terms import bases, grades, qualifiers, units

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """Columns and cells as they are shown: numbers are numbers, codes and ids are text."""

    columns: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]


def table_of(rows: Sequence[Row], context: Context) -> Sheet:
    """The rows in words; last the sentence, and where it stands: codes and places as in the table itself."""
    say = context.language.say
    columns = (
        say("Place"),
        say("Metric"),
        say("As printed"),
        say("Value"),
        say("Up to"),
        say("Unit"),
        say("Period"),
        say("Since"),
        say("Basis"),
        say("Exactness"),
        say("Grade"),
        say("Reason"),
        say("Sentence"),
        say("Report"),
        say("Figure’s id"),
        say("Report’s id"),
        say("Start"),
        say("End"),
    )
    docs = tuple({row.doc for row in rows})
    titles = {document.doc: document.title for document in context.store.documents(docs)} if docs else {}
    return Sheet(columns, tuple(_cells(row, context, titles) for row in rows))


def sheet_of(shown: Table, rows: Sequence[Row], context: Context) -> Sheet:
    """The data as shown, each line with the row of the table behind it; then the other rows behind the chart.

    A figure that was worked out stands as shown, and the printed figures that it came from as printed.
    """
    behind = table_of(rows, context)
    more = [i for i, name in enumerate(behind.columns) if name not in shown.columns]
    cells = {row.fact: line for row, line in zip(rows, behind.cells, strict=True)}
    lines: list[tuple[Cell, ...]] = []
    for fact, line in zip(shown.facts, shown.cells, strict=True):
        own = cells.get(fact)
        lines.append((*line, *("" if own is None else own[i] for i in more)))
    for row in dict.fromkeys(rows):
        if row.fact not in shown.facts:
            known = dict(zip(behind.columns, cells[row.fact], strict=True))
            lines.append(
                (*(known.get(name, "") for name in shown.columns), *(cells[row.fact][i] for i in more))
            )
    return Sheet((*shown.columns, *(behind.columns[i] for i in more)), tuple(lines))


def plain_sheet(rows: Sequence[Row]) -> Sheet:
    """The rows with the table's own columns and codes, whole."""
    return sheet_from(tuple(Row.__dataclass_fields__), rows)


def sheet_from(columns: tuple[str, ...], records: Sequence[object]) -> Sheet:
    """These fields of the records, as they are: exact numbers as numbers, all else as text."""
    return Sheet(columns, tuple(tuple(_plain(getattr(r, name)) for name in columns) for r in records))


def number_of(value: Decimal) -> int | float:
    """A whole number where the value is one.

    >>> number_of(Decimal("369000000")), number_of(Decimal("8.4"))
    (369000000, 8.4)
    """
    return int(value) if value == value.to_integral_value() else float(value)


def _cells(row: Row, context: Context, titles: dict[str, str]) -> tuple[Cell, ...]:
    language = context.language
    metric = context.metrics.get(row.metric)
    return (
        context.names.short(row.adcode, row.place),
        metric.name(language) if metric else row.metric,
        row.text,
        number_of(row.value),
        None if row.high is None else number_of(row.high),
        units(language).get(row.unit, row.unit),
        say_period(row.period, language),
        say_period(row.since, language) if row.since else "",
        bases(language).get(row.basis, row.basis),
        qualifiers(language).get(row.qualifier, row.qualifier),
        grades(language).get(row.grade, row.grade),
        say_note(context, row),
        row.quote,
        titles.get(row.doc, row.doc),
        row.fact,
        row.doc,
        row.start,
        row.end,
    )


def _plain(value: object) -> Cell:
    if isinstance(value, Decimal):
        return number_of(value)
    return value if isinstance(value, (str, int)) or value is None else str(value)
