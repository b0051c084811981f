"""Whether a figure is a state, a year's flow, a running total or a plan."""

from enum import StrEnum

from extract.claims.claim import Case
from extract.claims.context import Context
from extract.figures.plans import is_planned
from extract.figures.timing import Timing
from extract.lexicon import Metric
from extract.mention import Role

AT_ONCE = ("lifted", "credit", "housing")  # what has been reached by a day is the sum of all until then


class Basis(StrEnum):
    """What kind of figure it is, as in the table."""

    LEVEL = "level"
    FLOW = "flow"
    CUMULATIVE = "cumulative"
    PLAN = "plan"


def find_basis(case: Case, metric: Metric, timing: Timing | None, context: Context) -> Basis:
    """The basis of a figure: from the words beside it, from its time, else the metric's usual one."""
    if is_planned(case, timing):
        return Basis.PLAN
    if metric.basis == Basis.LEVEL:
        return Basis.LEVEL
    return _by_words(case, timing, context) or _by_time(metric, timing) or Basis(metric.basis)


def _by_words(case: Case, timing: Timing | None, context: Context) -> Basis | None:
    """累计 makes a total of what has no year of its own in the sentence; 新增 a flow of anything."""
    text, start, end = case.scene.text, case.scene.clause_start(case.group.start), case.sight.right
    if context.signs.cumulative.search(text, start, end) and (
        timing is None or not timing.here or timing.role is Role.AS_OF or text.find("全部", start, end) >= 0
    ):
        return Basis.CUMULATIVE
    return Basis.FLOW if context.signs.flow.search(text, start, end) else None


def _by_time(metric: Metric, timing: Timing | None) -> Basis | None:
    """A span gives a total, a year its flow, a day the total so far of what is reached once."""
    if timing is None:
        return Basis.CUMULATIVE if metric.family == "lifted" else None
    if timing.role in (Role.SINCE, Role.RANGE):
        return Basis.CUMULATIVE
    if timing.role in (Role.IN, Role.YEARLY):
        return Basis.FLOW
    return Basis.CUMULATIVE if timing.role is Role.AS_OF and metric.family in AT_ONCE else None
