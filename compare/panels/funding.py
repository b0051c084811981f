"""The funding page: money by kind, the chosen kind first."""

from dataclasses import replace

from compare.context import Context
from compare.derive import Whole
from compare.findings import Asked
from compare.metrics import Metric
from compare.panel import Panel
from compare.panels.comparison import build_comparison
from compare.panels.group import Group, build_group
from compare.pick import Wish
from compare.words.lists import say_list

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
    """A panel for the chosen kind of money, then one for all other kinds that a chosen place reports."""
    chosen = context.view.metric if context.view.metric in KINDS else KINDS[0]
    others = tuple(_asked(context, kind) for kind in KINDS if kind != chosen)
    deck = context.language.say("Other kinds of money")
    first = build_comparison(context, _asked(context, chosen))
    rest = build_group(context, Group("funding.others", deck, others))
    panels = (first,) if rest is None else (first, rest)
    return (*panels[:-1], replace(panels[-1], notes=panels[-1].notes + _say_without(context, chosen)))


def _say_without(context: Context, chosen: str) -> tuple[str, ...]:
    """The kinds of which no chosen place's report gives a figure."""
    given = {row.metric for row in context.store.rows(context.view.places, KINDS)}
    silent = [context.metrics[kind] for kind in KINDS if kind != chosen and kind not in given]
    if not silent:
        return ()
    kinds = say_list([metric.phrase(context.language) for metric in silent], context.language)
    return (context.language.say("No figures on: {families}.", families=kinds),)


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
