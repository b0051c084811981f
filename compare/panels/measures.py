"""The page of measures: all other metrics by family, what each place did and what the same sentences tell."""

from dataclasses import dataclass

from compare.context import Context
from compare.findings import Asked
from compare.metrics import Metric
from compare.panel import Panel
from compare.panels.deeds import Record, find_deeds
from compare.panels.group import Group, build_group
from compare.pick import Wish
from compare.words.lists import say_list

FAMILIES = ("income", "helpers", "housing", "education", "jobs", "industry", "credit", "assistance", "people")
OTHERS = ("projects.count", "monitored.households", "monitored.persons")


@dataclass(frozen=True, slots=True)
class Measures:
    """One family: its panel (None where no place gives a figure), the sentences behind it, place by place.

    ``given`` are the families that have figures, ``without`` is the line on those that have none.
    """

    family: str
    given: tuple[str, ...]
    panel: Panel | None
    records: tuple[Record, ...]
    without: str


def build_measures(context: Context) -> Measures:
    """The family of the view, or the first that has figures of the chosen places."""
    given = _given(context)
    family = context.view.family or (given[0] if given else FAMILIES[0])
    metrics = family_metrics(context, family)
    asked = tuple(Asked(metric, Wish(context.view.period, metric.basis)) for metric in metrics)
    return Measures(
        family=family,
        given=given,
        panel=build_group(context, Group(f"family.{family}", name_family(context, family), asked)),
        records=find_deeds(context, tuple(metric.id for metric in metrics)),
        without=_say_without(context, given),
    )


def measure_ids(context: Context) -> tuple[str, ...]:
    """The metrics of all families, for the picker of the year."""
    return tuple(m.id for m in context.metrics.values() if m.family in FAMILIES)


def family_metrics(context: Context, family: str) -> tuple[Metric, ...]:
    """The metrics of a family; projects and households at risk stand with the helpers."""
    extra = OTHERS if family == "helpers" else ()
    return tuple(m for m in context.metrics.values() if m.family == family or m.id in extra)


def name_family(context: Context, family: str) -> str:
    """What a family is called."""
    say = context.language.say
    names = {
        "income": say("Income"),
        "helpers": say("Helpers and projects"),
        "housing": say("Relocation and housing"),
        "education": say("Education"),
        "jobs": say("Jobs"),
        "industry": say("Industry and sales"),
        "credit": say("Credit"),
        "assistance": say("Social assistance"),
        "people": say("People and area"),
    }
    return names[family]


def _given(context: Context) -> tuple[str, ...]:
    """The families of which a chosen place gives a figure (of the chosen year, if one is chosen)."""
    wish = Wish(context.view.period)
    rows = context.store.rows(context.view.places) if context.view.places else ()
    metrics = {row.metric for row in rows if wish.allows(row)}
    return tuple(f for f in FAMILIES if any(m.id in metrics for m in family_metrics(context, f)))


def _say_without(context: Context, given: tuple[str, ...]) -> str:
    empty = [name_family(context, family) for family in FAMILIES if family not in given]
    if not empty:
        return ""
    return context.language.say("No figures on: {families}.", families=say_list(empty, context.language))
