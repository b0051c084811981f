"""Whether a figure is a state, a year's flow, a running total or a plan."""

import re
from enum import StrEnum

from .claim import Case
from .context import Context
from .lexicon import Metric
from .mention import Role
from .timing import Timing

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
    words, scene, group = context.words, case.scene, case.group
    before = scene.text[scene.clause_start(group.start) : group.start]
    after = scene.text[group.end : min(case.sight.right, group.end + BEHIND)]
    if any(word in before or word in after for word in words.plan):
        return True
    if any(word in scene.text[scene.sentence.start : group.start] for word in words.condition):
        return True
    if _is_ahead(case, words.ahead) and not (timing and timing.role is Role.AS_OF):
        return True
    if any(word in _announcement(case) for word in words.plan):
        return True
    today = context.today.value
    return bool(timing and timing.value and today and timing.value[:4] > today[:4])


def _is_ahead(case: Case, ahead: tuple[str, ...]) -> bool:
    """Whether the heading above looks ahead (四、下半年安排), rather than back at what was planned."""
    heading = case.scene.text[slice(*case.scene.sentence.heading)]
    return any(word in heading for word in ahead) and not _DONE.search(heading)


_DONE = re.compile("完成|情况|回顾|成效|进展|落实")


def _announcement(case: Case) -> str:
    """What stands before the colon that opens a list (今年的任务:脱贫6100户、退出56个村); nothing where it reports."""
    scene, group = case.scene, case.group
    colon = scene.text.rfind(":", scene.sentence.start, group.start)
    said = scene.text[scene.sentence.start : colon] if colon > 0 else ""
    return "" if ";" in scene.text[colon : group.start] or _DONE.search(said) else said


def _by_words(case: Case, timing: Timing | None, context: Context) -> Basis | None:
    """累计 makes a total of what has no year of its own in the sentence; 新增 a flow of anything."""
    near = case.scene.text[case.scene.clause_start(case.group.start) : case.sight.right]
    total = any(word in near for word in context.words.cumulative)
    if total and (timing is None or not timing.here or timing.role is Role.AS_OF or "全部" in near):
        return Basis.CUMULATIVE
    return Basis.FLOW if any(word in near for word in context.words.flow) else None


def _by_time(metric: Metric, timing: Timing | None) -> Basis | None:
    """A span gives a total, a year its flow, a day the total so far of what is reached once."""
    if timing is None:
        return Basis.CUMULATIVE if metric.family == "lifted" else None
    if timing.role in (Role.SINCE, Role.RANGE):
        return Basis.CUMULATIVE
    if timing.role in (Role.IN, Role.YEARLY):
        return Basis.FLOW
    return Basis.CUMULATIVE if timing.role is Role.AS_OF and metric.family in AT_ONCE else None
