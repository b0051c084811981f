"""Milestones among the figures: a poverty rate reached, everyone lifted, every poor village delisted."""

from dataclasses import dataclass

from compare.context import Context
from compare.record import Row
from compare.words.numbers import say_figure

RATE = "poverty_rate"
NONE_LEFT = {
    "remaining.persons": "lifted",
    "remaining.households": "lifted",
    "villages.remaining": "delisted",
}
DELISTED, POOR = "villages.delisted", "villages.poor"
METRICS = (RATE, *NONE_LEFT, DELISTED, POOR)


@dataclass(frozen=True, slots=True)
class Milestone:
    """A figure at which something was reached, and what: ``贫困发生率0.7%``, ``贫困村全部出列``."""

    row: Row
    words: str


def find_milestones(context: Context) -> tuple[Milestone, ...]:
    """The milestones of the chosen places, each told once; plans and doubtful figures are none."""
    rows = [row for row in context.store.rows(context.view.places, METRICS) if _is_sure(row)]
    wholes = {(row.doc, row.adcode, row.metric): row for row in rows}
    found = [Milestone(row, words) for row in rows if (words := _say(context, row, wholes))]
    once = {(m.row.adcode, m.words, m.row.period): m for m in reversed(found)}
    return tuple(reversed(once.values()))


def _is_sure(row: Row) -> bool:
    plain = row.qualifier == "exact" and row.high is None
    return bool(row.period) and row.basis != "plan" and row.grade != "doubtful" and plain


def _say(context: Context, row: Row, wholes: dict[tuple[str, str, str], Row]) -> str:
    """What was reached; nothing where the figure is only one on the way."""
    if row.metric == RATE:
        metric = context.metrics[RATE].short(context.language)
        return context.language.say(
            "{metric} {figure}", metric=metric, figure=say_figure(row, context.language)
        )
    if row.metric in NONE_LEFT:
        return _say_all(context, NONE_LEFT[row.metric]) if not row.value else ""
    whole = wholes.get((row.doc, row.adcode, POOR)) if row.metric == DELISTED else None
    if whole is None or row.basis == "flow" or whole.value != row.value or not row.value:
        return ""
    return _say_all(context, "delisted")


def _say_all(context: Context, what: str) -> str:
    say = context.language.say
    return say("All villages delisted") if what == "delisted" else say("All lifted")
