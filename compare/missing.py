"""What is said of a place whose report does not give the metric: that, and the nearest thing it has."""

from compare.context import Context
from compare.metrics import Metric
from compare.pick import Wish, pick_figure
from compare.record import Row
from compare.words.numbers import say_figure
from compare.words.periods import say_when

BUDGET = {"zh": 24, "en": 54}
_TWINS = {"persons": "households", "households": "persons"}


def say_missing(context: Context, metric: Metric, adcode: str) -> str:
    """``未写此项；写了单项项目资金逾5,655万元``; shorter where the line would be too long."""
    language = context.language
    plain = language.say("No {metric} in the report", metric=metric.phrase(language))
    near = nearest(context, metric, adcode)
    if near is None:
        return plain
    words = {"value": say_figure(near, language), "other": context.metrics[near.metric].phrase(language)}
    if near.metric == metric.id and near.basis == "plan":
        return language.say("Only as a plan: {value}", **words)
    if near.metric == metric.id:
        return language.say("Not given here; {when}: {value}", when=say_when(near, language), **words)
    if near.basis == "plan":
        full = language.say("Not given; {other}, planned: {value}", **words)
    else:
        full = language.say("Not given; {other}: {value}", **words)
    return full if len(full) <= BUDGET[language.code] else plain


def nearest(context: Context, metric: Metric, adcode: str) -> Row | None:
    """The figure nearest to a missing one: of another year, of people for households, of the family."""
    for other in _near_ids(context, metric):
        rows = context.store.rows((adcode,), (other,))
        found = pick_figure(rows, Wish(basis=context.metrics[other].basis))
        if found is not None:
            return found.row
    return None


def _near_ids(context: Context, metric: Metric) -> list[str]:
    stem, _, last = metric.id.rpartition(".")
    twin = f"{stem}.{_TWINS.get(last, '')}"
    family = [m.id for m in context.metrics.values() if m.family == metric.family and m.unit == metric.unit]
    return [other for other in dict.fromkeys([metric.id, twin, *family]) if other in context.metrics]
