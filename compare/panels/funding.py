"""The funding page: money by kind, the chosen kind first."""

from dataclasses import replace

from compare.context import Context
from compare.derive import Whole
from compare.metrics import Metric
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
WHOLES = {"person": "poor.persons", "household": "poor.households"}


def build_funding(context: Context) -> tuple[Panel, ...]:
    """A panel for the chosen kind of money, then one for each other kind that a chosen place reports."""
    chosen = context.view.metric if context.view.metric in KINDS else KINDS[0]
    given = {row.metric for row in context.store.rows(context.view.places, KINDS)}
    others = [kind for kind in KINDS if kind != chosen and kind in given]
    return tuple(build_comparison(context, _asked(context, kind)) for kind in [chosen, *others])


def _asked(context: Context, kind: str) -> Asked:
    metric, per = context.metrics[kind], context.view.per
    wish = Wish(context.view.period, metric.basis)
    if per not in WHOLES:
        return Asked(metric, wish, previous=True)
    shown = _per_head(metric, per)
    return Asked(metric, wish, whole=Whole(WHOLES[per]), shown=shown, id=f"{kind}.{per}")


def _per_head(metric: Metric, per: str) -> Metric:
    """What the money is called once divided: an average, so that the size of the place no longer counts."""
    zh = {"person": "每名建档立卡贫困人口", "household": "每户建档立卡贫困户"}[per]
    en = {"person": "per registered poor person", "household": "per registered poor household"}[per]
    return replace(metric, zh=f"{zh}{metric.zh}", en=f"{metric.en} {en}", family="rate", derived=True)
