"""Claims become figures: each number gets its place, period, basis and a grade, or a reason to be left over."""

import re
from dataclasses import dataclass, replace

from extract.claims.claim import Case, Claim
from extract.claims.context import Context
from extract.claims.scene import Scene
from extract.figures.basis import Basis, find_basis
from extract.figures.sizes import is_among_larger, is_too_large
from extract.figures.timing import Carried, Timing, find_timing, from_heading, goes_on, timing_before
from extract.figures.whereabouts import REACH, Whereabouts, find_whereabouts
from extract.lexicon import Metric
from extract.mention import Number, Role
from extract.reason import Reason

STANDING = ("people", "poor")  # what a county is, whatever year is told of


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that is a row: everything the table says of it but the document's own columns."""

    number: Number
    sentence: tuple[int, int]
    metric: Metric
    place: str
    adcode: str
    period: str
    since: str
    basis: str
    grade: str
    note: str
    rule: str


def resolve_claim(case: Case, claim: Claim, context: Context, carried: Carried) -> Figure | Claim:
    """The figure of a claim, or the claim with the reason why it is none.

    ``carried`` is the time that the sentences before it in the paragraph hand on.
    """
    metric, scene, number = claim.metric, case.scene, claim.number
    if metric is None:
        return claim
    where = find_whereabouts(scene, case.group, number, context.home)
    where = _handed_on(scene, where, carried.owner, context)
    if where.reason:
        return Claim(number, rule=claim.rule, reason=where.reason)
    if is_too_large(metric, number, where) or is_among_larger(scene, where):
        return Claim(number, rule=claim.rule, reason=Reason.NO_PLACE)
    told = _as_told(metric, claim.rule)
    timing = _timing(case, metric, carried)
    basis = find_basis(case, told, timing, context)
    if timing is None and basis is not Basis.PLAN:
        timing = _looked_back(case, told, context)
        basis = find_basis(case, told, timing, context) if timing else basis
    grade, note = _grade(case, claim, where, timing)
    return Figure(
        number=number,
        sentence=(scene.sentence.start, scene.sentence.end),
        metric=metric,
        place=where.name,
        adcode=where.adcode,
        period=_period(timing, context),
        since=timing.since if timing else "",
        basis=basis,
        grade=grade,
        note=note,
        rule=claim.rule,
    )


def _handed_on(scene: Scene, where: Whereabouts, owner: Whereabouts | None, context: Context) -> Whereabouts:
    """The place that the sentence before spoke of, where this one names none: a county of the prefecture, a village."""
    home = context.home
    if owner is None or home is None or where.here or where.reason or where.adcode != home.unit.adcode:
        return where
    start, end = scene.sentence.start, scene.sentence.end
    if scene.places or _AGAIN.search(scene.text, start, end) or _NEXT.match(scene.text, start):
        return where
    inner = owner.reason or any(child.adcode == owner.adcode for child in home.children)
    return owner if inner else where


# the county's own offices bring it back: 为把力量沉下去,县里组建197支驻村工作队
_NEXT = re.compile("[一二三四五六七八九]是|其[一二三四五六]|第[一二三四五六],")
_AGAIN = re.compile("[县市旗区州](?:[里委直级]|政府|财政|扶贫)|各地|各级")


def _timing(case: Case, metric: Metric, carried: Carried) -> Timing | None:
    """The figure's own time; for 其中 and 同期 the one before; for flows and incomes the paragraph's or heading's year."""
    timing = find_timing(case.scene, case.group, case.number)
    if goes_on(case.scene) and not (timing and timing.value):
        timing = timing_before(case.scene, carried) or timing
    timing = timing or _still(case, metric, carried)
    if timing is None and (metric.basis == Basis.FLOW or metric.family == "income"):
        year = next((year for name, year in carried.heads if name == metric.id), "")
        head = Timing(year, "", Role.IN, False) if year else None
        return carried.year or head or from_heading(case.scene)
    return timing


def _still(case: Case, metric: Metric, carried: Carried) -> Timing | None:
    """The day that the paragraph speaks of: 截至2018年末累计脱贫6118户。未脱贫1085户; a year still to come, for all."""
    last, today = carried.last, case.scene.context.today
    if last is None or not last.value or not today.year or _NOW.search(case.sight.statement):
        return None
    year = int(last.value[:4])
    if year > today.year:
        return last
    left_over = (
        metric.family == "rate" or metric.id.startswith("remaining") or metric.id == "villages.remaining"
    )
    recent = last.role is Role.AS_OF and today.year - year <= 1
    return last if left_over and recent else None


_NOW = re.compile("目前|现在|如今|今年|当前|已|完成|了|累计|至今|降[至到为]")


def _looked_back(case: Case, metric: Metric, context: Context) -> Timing | None:
    """The year that the report looks back on, for what was done in it; for a state only under 一、2019年工作回顾."""
    scene, year = case.scene, case.scene.heading.reviewed
    state = metric.basis == Basis.LEVEL and (metric.family in STANDING or "回顾" not in scene.heading.dated)
    if not year or state:
        return None
    if metric.basis == Basis.CUMULATIVE and _is_total(case, context):
        return None
    return Timing(year, "", Role.IN, False)


def _is_total(case: Case, context: Context) -> bool:
    """Whether a running total is told before the number, or how many live by now where they were moved to."""
    scene, start = case.scene, max(case.scene.sentence.start, case.group.start - REACH)
    told = context.signs.cumulative.search(scene.text, start, case.group.start)
    return told is not None or "入住" in scene.text[start : case.sight.right] + scene.heading.last


def _period(timing: Timing | None, context: Context) -> str:
    """A total since a year, or what has no time of its own, holds at the document's date."""
    if timing is None or (timing.role is Role.SINCE and not timing.value):
        return context.today.month
    return timing.value


def _as_told(metric: Metric, rule: str) -> Metric:
    """The metric with the basis of the phrase that told it, where that has its own."""
    own = next((phrase.basis for phrase in metric.phrases if phrase.name == rule), "")
    return replace(metric, basis=own) if own else metric


def _grade(case: Case, claim: Claim, where: Whereabouts, timing: Timing | None) -> tuple[str, str]:
    """How far the sentence itself says all: stated, carried or doubtful, with the reason in words."""
    if claim.how in ("echo", "sight"):
        return "doubtful", "the sentence does not name the metric; read from the words around it"
    carried = []
    if claim.how == "chain" or _is_nearest_only(case, claim):
        carried.append("metric")
    if not where.here:
        carried.append("place")
    if timing is None or not timing.here:
        carried.append("period")
    if carried:
        return "carried", f"{' and '.join(carried)} carried over"
    return "stated", ""


def _is_nearest_only(case: Case, claim: Claim) -> bool:
    """Whether only the nearest noun makes a number the register's, while the sentence tells of those who left it.

    A verb that governs the list may mean all of it: 累计退出贫困村127个,贫困人口37577户.
    """
    if claim.metric is None or claim.metric.family != "poor" or claim.metric.id in _OWN_WORD:
        return False
    said = case.sight.before + case.scene.text[case.group.end : case.sight.right]
    return _LEFT.search(case.sight.statement) is not None and _HELD.search(said) is None


_OWN_WORD = ("remaining.households", "remaining.persons", "villages.remaining")
_LEFT = re.compile("退出|出列|摘帽|减贫|脱贫(?!攻坚|任务|成效|致富|成果|工作|县)")
_HELD = re.compile("[有共余剩]|识别|纳入|在册|认定|总数|精准|建档立卡")
