"""The charts that use a figure: the pages on which its metric is set side by side, with its place chosen."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from compare.context import Context
from compare.panels.card import ORDER
from compare.panels.funding import KINDS as FUNDING
from compare.panels.lifted import KINDS as LIFTED
from compare.panels.measures import FAMILIES
from compare.panels.rate import KINDS as RATE
from compare.record import Row
from compare.view import LATEST, MOST_PLACES, Filters, View


@dataclass(frozen=True, slots=True)
class Use:
    """A page that shows the metric of a figure, by what the navigation calls it, and the view to open there."""

    page: str
    name: str
    view: View


def find_uses(context: Context, row: Row) -> tuple[Use, ...]:
    """The pages that compare this figure's metric, its place among those chosen; last the row in the data."""
    say = context.language.say
    names = {
        "overview": say("Overview"),
        "funding": say("Funding"),
        "lifted": say("Lifted"),
        "rate": say("Poverty rate"),
        "measures": say("Measures"),
        "data": say("Data"),
    }
    view = _with_place(context.view, row)
    return tuple(Use(page, names[page], _opened(view, page, row, context)) for page in _pages(context, row))


def _pages(context: Context, row: Row) -> Iterator[str]:
    if not row.adcode:
        return
    for page, metrics in (("overview", ORDER), ("funding", FUNDING), ("lifted", LIFTED), ("rate", RATE)):
        if row.metric in metrics:
            yield page
    metric = context.metrics.get(row.metric)
    if metric and metric.family in FAMILIES:
        yield "measures"
    yield "data"


def _with_place(view: View, row: Row) -> View:
    """The view with the figure's place: among the chosen, or the first where there is no more room."""
    if row.adcode in view.places:
        return view
    return replace(view, places=(row.adcode, *view.places)[:MOST_PLACES])


def _opened(view: View, page: str, row: Row, context: Context) -> View:
    metric = context.metrics.get(row.metric)
    family = metric.family if metric and page == "measures" else ""
    filters = Filters(metrics=(row.metric,)) if page == "data" else Filters()
    chosen = replace(view, page=page, doc="", facts=(row.fact,), metric=row.metric, filters=filters)
    return replace(chosen, period=LATEST, family=family)
