"""Whether a figure is a state, a year's flow, a running total or a plan."""

import re
from enum import StrEnum

from extract.claims.claim import Case
from extract.claims.context import Context
from extract.figures.timing import Timing
from extract.lexicon import Metric
from extract.mention import Role

AT_ONCE = ("lifted", "credit", "housing")  # what has been reached by a day is the sum of all until then
BEHIND = 10  # characters after the number in which a plan shows


class Basis(StrEnum):
    """What kind of figure it is, as in the table."""

    LEVEL = "level"
    FLOW = "flow"
    CUMULATIVE = "cumulative"
    PLAN = "plan"


def find_basis(case: Case, metric: Metric, timing: Timing | None, context: Context) -> Basis:
    """The basis of a figure: from the words beside it, from its time, else the metric's usual one."""
    if _is_plan(case, timing, context):
        return Basis.PLAN
    if metric.basis == Basis.LEVEL:
        return Basis.LEVEL
    return _by_words(case, timing, context) or _by_time(metric, timing) or Basis(metric.basis)


def _is_plan(case: Case, timing: Timing | None, context: Context) -> bool:
    signs, sight = context.signs, case.sight
    scene, group = case.scene, case.group
    text, opened = scene.text, scene.sentence.start
    if signs.plan.search(text, scene.clause_start(group.start), group.start):
        return True
    if signs.plan.search(text, group.end, min(sight.right, group.end + BEHIND)):
        return True
    if signs.condition.search(text, opened, group.start):
        return True
    if not (timing and timing.role is Role.AS_OF) and _looks_ahead(text, scene.sentence.heading, signs.ahead):
        return True
    if _is_announced(case, signs.plan):
        return True
    today = context.today.value
    return bool(timing and timing.value and today and timing.value[:4] > today[:4])


def _looks_ahead(text: str, span: tuple[int, int], ahead: re.Pattern[str]) -> bool:
    """Whether the heading above looks ahead (四、下半年安排), rather than back at what was planned."""
    return bool(ahead.search(text, *span)) and not _DONE.search(text, *span)


_DONE = re.compile("完成|情况|回顾|成效|进展|落实")


def _is_announced(case: Case, plan: re.Pattern[str]) -> bool:
    """Whether a plan stands before the colon that opens a list (今年的任务:脱贫6100户、退出56个村), not a report of it."""
    text, opened, start = case.scene.text, case.scene.sentence.start, case.group.start
    colon = text.rfind(":", opened, start)
    if colon < 0 or text.find(";", colon, start) >= 0:
        return False
    return bool(plan.search(text, opened, colon)) and not _DONE.search(text, opened, colon)


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
