"""What each place did, in its report's own sentences, and which results the same sentences tell.

That both stand in one sentence is all that is known; whether one came of the other is the reader's to judge.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from compare.context import Context
from compare.findings import name_places
from compare.record import Row
from compare.words.numbers import say_figure
from compare.words.periods import say_when

RESULTS = ("income", "lifted", "rate")  # families whose figures may tell of what the others brought


@dataclass(frozen=True, slots=True)
class Deed:
    """A sentence, the figures in it that say what was done, and the results that it tells beside them."""

    doc: str
    quote: str
    done: tuple[str, ...]
    beside: tuple[str, ...]
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Record:
    """The deeds of one place, in the order of its reports.

    ``silent`` where a result could stand beside figures of this kind and none does in any sentence.
    """

    adcode: str
    name: str
    deeds: tuple[Deed, ...]
    silent: bool


def find_deeds(context: Context, metrics: Sequence[str]) -> tuple[Record, ...]:
    """The sentences of each chosen place that hold a figure of these metrics; places without any left out."""
    names, places = name_places(context), context.view.places
    results = [m.id for m in context.metrics.values() if m.family in RESULTS and m.id not in metrics]
    rows = context.store.rows(places, (*metrics, *results)) if places else ()
    asks = not any(context.metrics[metric].family in (*RESULTS, "people") for metric in metrics)
    records = []
    for place in places:
        deeds = _deeds(context, [row for row in rows if row.adcode == place], metrics)
        if deeds:
            silent = asks and not any(deed.beside for deed in deeds)
            records.append(Record(place, context.names.short(place, names[place]), deeds, silent))
    return tuple(records)


def _deeds(context: Context, rows: Sequence[Row], metrics: Sequence[str]) -> tuple[Deed, ...]:
    sentences: dict[tuple[str, int], list[Row]] = {}
    for row in rows:
        sentences.setdefault((row.doc, row.quote_start), []).append(row)
    told = [said for said in sentences.values() if any(row.metric in metrics for row in said)]
    return tuple(_deed(context, said, metrics) for said in told)


def _deed(context: Context, rows: Sequence[Row], metrics: Sequence[str]) -> Deed:
    done = [row for row in rows if row.metric in metrics]
    beside = [row for row in rows if row.metric not in metrics and _may_follow(row, done)]
    marks = sorted({(row.at, row.at + len(row.text)) for row in (*done, *beside)})
    return Deed(rows[0].doc, rows[0].quote, _say(context, done), _say(context, beside), tuple(marks))


def _may_follow(result: Row, done: Sequence[Row]) -> bool:
    """Whether a figure can be a result of what was done: no plan, and of no earlier year than all of it."""
    years = [row.year for row in done if row.year]
    return result.basis != "plan" and not (result.year and years and result.year < min(years))


def _say(context: Context, rows: Iterable[Row]) -> tuple[str, ...]:
    """The figures in words: ``帮扶干部4,110人（2020年）``."""
    say, language = context.language.say, context.language
    return tuple(
        say(
            "{metric}: {figure} ({when})",
            metric=context.metrics[row.metric].name(language),
            figure=say_figure(row, language),
            when=say_when(row, language),
        )
        for row in rows
    )
