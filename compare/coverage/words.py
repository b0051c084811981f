"""The words of the coverage page."""

from compare.context import Context
from compare.coverage.cell import Cell, states
from compare.coverage.matrix import Matrix
from compare.metrics import Metric
from compare.panels.measures import FAMILIES
from compare.panels.measures import name_family as name_measures
from compare.record import Document, Row
from compare.words.lists import say_list
from compare.words.periods import say_report_date

TOLD = ("reported", "carried")


def say_headline(context: Context, matrix: Matrix) -> str:
    """How many of all cells hold a figure that can be used."""
    language = context.language
    held = sum(cell.state in TOLD for cell in matrix.cells.values())
    places, metrics = len(matrix.places), len(matrix.metrics) + len(matrix.silent)
    if not held:
        return language.say("These reports tell none of the {n} metrics", n=metrics)
    return language.count(
        "{n} place, {metrics} metrics: {percent}% of the cells hold a figure",
        "{n} places, {metrics} metrics: {percent}% of the cells hold a figure",
        places,
        metrics=metrics,
        percent=round(100 * held / (places * metrics)),
    )


def say_deck(context: Context) -> str:
    """What a gap means."""
    return context.language.say(
        "An empty cell is a gap of the reports or of this program, not a nought. A sign leads to the sentence."
    )


def say_silent(context: Context, matrix: Matrix) -> str:
    """The metrics of which no place has anything."""
    language = context.language
    names = [metric.phrase(language) for metric in matrix.silent]
    return language.say("In none of these reports: {metrics}.", metrics=say_list(names, language))


def say_cell(context: Context, place: str, metric: Metric, cell: Cell) -> str:
    """A cell in one sentence, for those who hear the page and those who point at it."""
    language = context.language
    state = states(language)[cell.state]
    if not cell.code:
        return language.say(
            "{place}, {metric}: {state}", place=place, metric=metric.name(language), state=state
        )
    return language.count(
        "{place}, {metric}: {state}, {n} figure",
        "{place}, {metric}: {state}, {n} figures",
        cell.n,
        place=place,
        metric=metric.name(language),
        state=state,
    )


def say_cell_head(context: Context, row: Row, n: int) -> str:
    """The heading of the other figures of a cell."""
    language, metric = context.language, context.metrics.get(row.metric)
    return language.count(
        "{n} more figure of {place}: {metric}",
        "{n} more figures of {place}: {metric}",
        n,
        place=context.names.short(row.adcode, row.place),
        metric=metric.phrase(language) if metric else row.metric,
    )


def say_date(context: Context, document: Document) -> str:
    """When a report is from."""
    return say_report_date(document, context.language)


def name_family(context: Context, family: str) -> str:
    """What a family of metrics is called."""
    if family in FAMILIES:
        return name_measures(context, family)
    sense = context.language.sense
    names = {
        "funding": sense("family", "Funds and projects"),
        "lifted": sense("family", "Lifted and delisted"),
        "poor": sense("family", "The poor, those left, those watched"),
        "rate": sense("family", "Poverty rate"),
    }
    return names.get(family, family)
