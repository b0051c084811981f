"""Places by metrics: what the reports of each place say, and what they leave out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.audit.sentences import number_code
from compare.context import Context
from compare.coverage.cell import MISSING, Cell, cell_of
from compare.coverage.likeness import looks_like
from compare.metrics import Metric
from compare.record import Document, Leftover, Row
from compare.view import LATEST

FAMILY_ORDER = (
    "funding", "lifted", "rate", "poor", "income", "helpers", "housing", "education", "jobs", "industry", "credit",
    "assistance", "people",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Likely:
    """A number left over that looks like a metric of its report's place."""

    left: Leftover
    document: Document
    metric: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """The places and the metrics that any of them has, cell by cell; ``silent`` are the metrics that none has."""

    places: tuple[str, ...]
    names: Mapping[str, str]
    metrics: tuple[Metric, ...]
    cells: Mapping[tuple[str, str], Cell]
    silent: tuple[Metric, ...]
    likely: tuple[Likely, ...]

    def cell(self, place: str, metric: str) -> Cell:
        """The cell of a place and a metric."""
        return self.cells.get((place, metric), MISSING)


def read_matrix(context: Context, places: Sequence[str]) -> Matrix:
    """The matrix of these places, of the view's year or of all years."""
    grouped: dict[tuple[str, str], list[Row]] = {}
    for row in context.store.rows(places) if places else ():
        if context.view.period in (LATEST, row.year):
            grouped.setdefault((row.adcode, row.metric), []).append(row)
    cells = {key: cell_of(rows) for key, rows in grouped.items()}
    likely = find_likely(context, places)
    if context.view.period == LATEST:  # a number left over has no year
        for one in likely:
            key = (one.document.adcode, one.metric)
            code = number_code(one.left.doc, one.left.start)
            cells.setdefault(key, Cell("damaged" if one.left.reason == "damaged" else "likely", code, 1))
    has = {metric for _, metric in cells}
    ordered = sorted(context.metrics.values(), key=lambda metric: _family(metric.family))
    called = context.store.called(places)
    names = {code: context.names.short(code, name) for code, name in called.items()}
    return Matrix(
        places=tuple(places),
        names={code: names.get(code, code) for code in places},
        metrics=tuple(metric for metric in ordered if metric.id in has),
        cells=cells,
        silent=tuple(metric for metric in ordered if metric.id not in has),
        likely=likely,
    )


def find_likely(context: Context, places: Sequence[str]) -> tuple[Likely, ...]:
    """The numbers left over in these places' own reports that look like a metric."""
    documents = reports_of(context, places)
    held = {document.doc: document for document in documents}
    leftovers = context.store.leftovers(tuple(held)) if held else ()
    found = ((left, looks_like(left)) for left in leftovers)
    return tuple(Likely(left, held[left.doc], metric) for left, metric in found if metric)


def reports_of(context: Context, places: Sequence[str]) -> tuple[Document, ...]:
    """The reports that are these places' own, in the order of the places."""
    wanted = {place: n for n, place in enumerate(places)}
    found = context.store.reports_of(places)
    return tuple(sorted(found, key=lambda document: (wanted[document.adcode], document.doc)))


def _family(family: str) -> int:
    return FAMILY_ORDER.index(family) if family in FAMILY_ORDER else len(FAMILY_ORDER)
