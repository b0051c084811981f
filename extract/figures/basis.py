"""Whether a figure is a state, a year's flow, a running total or a plan."""

import re
from bisect import bisect_left, bisect_right
from enum import StrEnum
from itertools import pairwise

from extract.claims.claim import Case
from extract.claims.context import Context
from extract.claims.sight import Sight
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
    if timing and timing.role is Role.START:
        return False  # the earlier end of a change
    scene, group = case.scene, case.group
    text, opened = scene.text, scene.sentence.start
    if signs.plan.search(text, scene.clause_start(group.start), group.start):
        return True
    if signs.plan.search(text, group.end, min(sight.right, group.end + BEHIND)):
        return True
    if signs.condition.search(text, opened, group.start) or plan_before(sight, signs.plan):
        return True
    if scene.heading.ahead and not _is_past(timing, context):
        return True
    if _is_announced(case):
        return True
    today = context.today.value
    return bool(timing and timing.value and today and timing.value[:4] > today[:4])


def plan_before(sight: Sight, plan: re.Pattern[str]) -> re.Match[str] | None:
    """The word of a plan that a list goes on with: 计划脱贫4700户,出列贫困村32个; not past a result or a time.

    A list is told where each clause from the word on has a number of its own.
    """
    scene, start = sight.scene, sight.group.start
    opened = max(scene.text.rfind(mark, scene.sentence.start, start) for mark in ";:。")
    last = None
    for last in plan.finditer(scene.text, max(opened, scene.sentence.start), start):
        pass
    if last is None or _RESULT.search(scene.text, last.end(), start):
        return None
    clauses = scene.clauses[bisect_right(scene.clauses, last.end()) :]
    ends = (last.end(), *(mark for mark in clauses if mark <= start))
    listed = all(
        bisect_left(scene.starts, first) < bisect_left(scene.starts, end) for first, end in pairwise(ends)
    )
    timed = any(last.end() <= period.start < start for period in scene.periods)
    return last if listed and not timed else None


_RESULT = re.compile(
    "已|完成|实际|截至|目前|现|累计|其中|比|较|任务的|占|达到|了|共|高于|低于|同期|首批|头一批|第一批"
)


def _is_past(timing: Timing | None, context: Context) -> bool:
    """Whether a figure under a heading that looks ahead is told as reached, or of a year before."""
    if timing is None or not timing.here:
        return False
    return timing.role is Role.AS_OF or bool(timing.value) and timing.value[:4] < context.today.value[:4]


def _is_announced(case: Case) -> bool:
    """Whether a plan stands before the colon that opens a list (今年的任务:脱贫6100户、退出56个村), not a report of it."""
    text, opened, start = case.scene.text, case.scene.sentence.start, case.group.start
    colon = text.rfind(":", opened, start)
    if colon < 0 or text.find(";", colon, start) >= 0:
        return False
    signs = case.scene.context.signs
    return bool(signs.plan.search(text, opened, colon)) and not signs.done.search(text, opened, colon)


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
