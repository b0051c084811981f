"""The page of households lifted: running totals apart from a year's flow, shares, what remains, villages."""

from dataclasses import replace

from compare.context import Context
from compare.derive import Whole
from compare.findings import Asked
from compare.metrics import Metric
from compare.panel import Panel
from compare.panels.comparison import build_comparison
from compare.panels.group import Group, build_group
from compare.pick import Wish

KINDS = (
    "lifted.persons",
    "lifted.households",
    "remaining.persons",
    "remaining.households",
    "villages.delisted",
    "villages.remaining",
    "poor.persons",
    "poor.households",
    "villages.poor",
)
TOTALS = ("lifted.persons", "lifted.households", "villages.delisted")
REGISTERS = {
    "lifted.persons": "poor.persons",
    "lifted.households": "poor.households",
    "villages.delisted": "villages.poor",
}
TOTAL = ("cumulative", "level", "plan")


def build_lifted(context: Context) -> tuple[Panel, ...]:
    """The chosen measure first: its running total, its share of the register, its flow; then the others."""
    chosen = context.view.metric if context.view.metric in KINDS else KINDS[0]
    panels = [build_comparison(context, question) for question in _questions(context, chosen)]
    others = tuple(_questions(context, kind)[0] for kind in KINDS if kind != chosen)
    deck = context.language.say(
        "The other measures. Choose one above to see its share of the register and its figure of a year."
    )
    rest = build_group(context, Group("lifted.others", deck, others))
    return tuple(panels) if rest is None else (*panels, rest)


def _questions(context: Context, kind: str) -> list[Asked]:
    metric, period = context.metrics[kind], context.view.period
    if kind not in TOTALS:
        return [Asked(metric, Wish(period, metric.basis))]
    total = Wish(period, "cumulative", TOTAL)
    asked = [Asked(metric, total)]
    rows = context.store.rows(context.view.places, (kind,))
    if any(row.basis in ("cumulative", "level") for row in rows):
        whole = Whole(REGISTERS[kind], share=True)
        done = Wish(period, "cumulative", ("cumulative", "level"))
        asked.append(Asked(metric, done, whole=whole, shown=_share(metric), id=f"{kind}.share"))
    if any(row.basis == "flow" for row in rows):
        year = Wish(period, "flow", ("flow",))
        asked.append(Asked(metric, year, previous=True, shown=_of_a_year(metric), id=f"{kind}.flow"))
    return asked


def _of_a_year(metric: Metric) -> Metric:
    """What the flow of a year is called, so that it is never taken for the running total."""
    return replace(metric, zh=f"年度{metric.zh}", en=f"{metric.en} in one year")


def _share(metric: Metric) -> Metric:
    """What the quotient is called."""
    zh = {"lifted.persons": "脱贫人口占建档立卡人口的比例", "lifted.households": "脱贫户占建档立卡户的比例"}
    en = {
        "lifted.persons": "Share of registered people lifted",
        "lifted.households": "Share of registered households lifted",
    }
    return replace(
        metric,
        id=f"{metric.id}.share",
        unit="percent",
        family="rate",
        derived=True,
        basis="level",
        zh=zh.get(metric.id, "出列村占贫困村的比例"),
        en=en.get(metric.id, "Share of poor villages delisted"),
    )
