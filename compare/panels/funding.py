"""The funding page: money by kind, the chosen kind first."""

from compare.context import Context
from compare.panel import Panel
from compare.panels.comparison import Asked, build_comparison
from compare.pick import Wish

KINDS = (
    "funding.special",
    "funding.integrated",
    "funding.total",
    "funding.programme",
    "funding.social",
    "credit.issued",
    "credit.balance",
    "credit.subsidy",
)


def build_funding(context: Context) -> tuple[Panel, ...]:
    """A panel for the chosen kind of money, then one for each other kind that a chosen place reports."""
    chosen = context.view.metric if context.view.metric in KINDS else KINDS[0]
    given = {row.metric for row in context.store.rows(context.view.places, KINDS)}
    others = [kind for kind in KINDS if kind != chosen and kind in given]
    return tuple(build_comparison(context, _asked(context, kind)) for kind in [chosen, *others])


def _asked(context: Context, kind: str) -> Asked:
    metric = context.metrics[kind]
    return Asked(metric, Wish(context.view.period, metric.basis), previous=True)
