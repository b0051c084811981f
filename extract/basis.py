"""Whether a figure is a state, a year's flow, a running total or a plan."""

from enum import StrEnum

from .lexicon import Metric
from .mention import Role
from .context import Context, Scene
from .sight import Sight
from .timing import Timing


class Basis(StrEnum):
    """What kind of figure it is, as in the table."""

    LEVEL = "level"
    FLOW = "flow"
    CUMULATIVE = "cumulative"
    PLAN = "plan"


def find_basis(scene: Scene, sight: Sight, usual: tuple[Metric, str], timing: Timing | None, context: Context) -> Basis:
    """The basis of a figure, from the words beside it, its time, and its metric with its usual basis."""
    metric, basis = usual
    if _is_plan(scene, sight, timing, context):
        return Basis.PLAN
    if basis == "level":
        return Basis.LEVEL
    near = scene.text[scene.clause_start(sight.group.start) : sight.right]
    role = timing.role if timing else None
    if role is Role.YEARLY:
        return Basis.FLOW
    if role in (Role.SINCE, Role.RANGE):
        return Basis.CUMULATIVE
    total = any(word in near for word in context.words.cumulative)
    if total and (timing is None or not timing.here):
        return Basis.CUMULATIVE
    if any(word in near for word in context.words.flow):
        return Basis.FLOW
    if role is Role.IN and "全部" not in near:
        return Basis.FLOW
    if total or (role is Role.AS_OF and metric.family in ("lifted", "credit", "housing")):
        return Basis.CUMULATIVE
    if timing is None and metric.family == "lifted":
        return Basis.CUMULATIVE
    return Basis(basis)


def _is_plan(scene: Scene, sight: Sight, timing: Timing | None, context: Context) -> bool:
    text, words, today = scene.text, context.words, context.today
    clause = text[scene.clause_start(sight.group.start) : sight.group.start]
    behind = text[sight.group.end : min(sight.right, sight.group.end + 10)]
    if any(word in clause or word in behind for word in words.plan):
        return True
    if any(word in text[scene.sentence.start : sight.group.start] for word in words.condition):
        return True
    return bool(timing and timing.value and today.value and timing.value[:4] > today.value[:4])
