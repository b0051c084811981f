"""Whether a figure is planned: by a word beside it, a list it stands in, the heading above, or a year still to come."""

import re
from bisect import bisect_left, bisect_right
from collections import deque
from itertools import pairwise

from extract.claims.claim import Case
from extract.claims.sight import Sight
from extract.figures.timing import Timing
from extract.mention import Role

BEHIND = 10  # characters after the number in which a plan shows
REACH = 160  # characters before it in which a list with a plan begins


def is_planned(case: Case, timing: Timing | None) -> bool:
    """Whether a figure tells what is to come; the earlier end of a change never does."""
    if timing and timing.role is Role.START:
        return False
    scene = case.scene
    if _is_said(case) or (scene.heading.ahead and not _is_past(case, timing)):
        return True
    return timing is not None and _is_later(timing.value, scene.context.today.value)


def _is_later(value: str, today: str) -> bool:
    """Whether a time is still to come for who speaks: 6月底 said in January; not where one of them has no month."""
    size = min(len(value), len(today), len("2019-01"))
    return bool(size) and value[:size] > today[:size]


def _is_said(case: Case) -> bool:
    """Whether the sentence has a word of a plan where it governs the number."""
    scene, group, signs = case.scene, case.group, case.scene.context.signs
    text, behind = scene.text, _behind(case)
    return bool(
        signs.plan.search(text, scene.clause_start(group.start), group.start)
        or (signs.plan.search(text, group.end, behind) and not _DONE.search(case.sight.before))
        or signs.condition.search(text, scene.sentence.start, group.start)
        or plan_before(case.sight, signs.plan)
        or _is_announced(case)
    )


# 完成了1476户危房改造任务
_DONE = re.compile("(?<![要将拟未可能须需])(?:完成|兑现|落实)了?[^,;。]{0,8}$")


def _behind(case: Case) -> int:
    """Up to where a plan shows behind a number: past the next that shares its verb (403个贫困村、18万人要脱贫)."""
    scene, group = case.scene, case.group
    at = bisect_left(scene.starts, group.end)
    shared = at < len(scene.groups) and scene.groups[at].end <= case.sight.right
    return min(case.sight.right, (scene.groups[at].end if shared else group.end) + BEHIND)


def plan_before(sight: Sight, plan: re.Pattern[str]) -> re.Match[str] | None:
    """The word of a plan that a list goes on with: 计划脱贫4700户,出列贫困村32个; not past a result or a time.

    A list is told where each clause from the word on has a number of its own.
    """
    scene, start = sight.scene, sight.group.start
    opened = max(scene.sentence.start, start - REACH)
    opened = max(opened, *(scene.text.rfind(mark, opened, start) for mark in ";:。"))
    found = deque(plan.finditer(scene.text, opened, start), maxlen=1)
    if not found or _is_reached(scene.text, found[0], start):
        return None
    timed = any(found[0].end() <= period.start < start for period in scene.periods)
    return found[0] if _is_listed(sight, found[0].end()) and not timed else None


_RESULT = re.compile(
    "已|完成|实际|截至|目前|现|累计|其中|比|较|任务的|占|达到|了|共|高于|低于|同期|首批|头一批|第一批"
)


def _is_reached(text: str, plan: re.Match[str], start: int) -> bool:
    """Whether a result is told behind a plan; a 完成 that a forecast goes on with is none: 预计投入40亿元,完成2万户."""
    words = _RESULT.finditer(text, plan.end(), start)
    return any(not (plan.group().startswith("预") and word.group() == "完成") for word in words)


def _is_listed(sight: Sight, first: int) -> bool:
    """Whether every clause from a place on to the number's own has a number."""
    scene, start = sight.scene, sight.group.start
    marks = scene.clauses[bisect_right(scene.clauses, first) : bisect_right(scene.clauses, start)]
    return all(
        bisect_left(scene.starts, left) < bisect_left(scene.starts, right)
        for left, right in pairwise((first, *marks))
    )


def _is_past(case: Case, timing: Timing | None) -> bool:
    """Whether a figure under a heading that looks ahead is told as reached, or of a year before."""
    if timing is None or not timing.here:
        return False
    today = case.scene.context.today.value
    return timing.role is Role.AS_OF or (bool(timing.value) and timing.value[:4] < today[:4])


def _is_announced(case: Case) -> bool:
    """Whether a plan stands before the colon that opens a list (今年的任务:脱贫6100户、退出56个村), not a report of it."""
    text, opened, start = case.scene.text, case.scene.sentence.start, case.group.start
    colon = text.rfind(":", opened, start)
    if colon < 0 or text.find(";", colon, start) >= 0:
        return False
    signs = case.scene.context.signs
    return bool(signs.plan.search(text, opened, colon)) and not signs.done.search(text, opened, colon)
