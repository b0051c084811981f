"""Parts of what the number before counts: 其中贫困户1.1万户, 其中深度贫困村60个."""

import re
from collections.abc import Sequence

from extract.claims.claim import Case, Claim
from extract.lexicon import Metric
from extract.reason import Reason

PEOPLE = ("poor", "lifted")
WHOLES = ("people", "poor", "lifted")
FADING = 0.9  # a part says a little less than its whole
_PART = re.compile("其中|[内里][有含]|包括|含|[村户人个]中[^,;。]{1,10}有$")
Before = Sequence[Claim]


def part_of_whole(case: Case, best: Claim, before: Before) -> Claim:
    """What 其中贫困户1.1万户 counts: a part of what the number before counts, not the register's total.

    ``best`` is what the words beside the number say. Of a whole population, or of the poor themselves, the part is a
    figure of its own; more of the very same is none.
    """
    metric = best.metric
    if metric is None or not _PART.search(_said(case)):
        return best
    if _is_more_of_it(case, metric, before):
        return Claim(case.number, rule=best.rule, reason=Reason.SUBSET)
    return _among_people(case, best, before) if metric.family in PEOPLE else best


def _said(case: Case) -> str:
    """The words before the number in its clause, over other numbers than the whole (其中县城5个安置点1428户)."""
    text, start = case.scene.text, case.scene.clause_start(case.group.start)
    at = text.find("其中", start, case.group.start)
    apart = at < 0 or any(mark in text[at : case.group.start] for mark in "、)")
    return text[case.sight.left if apart else at : case.group.start]


def _is_more_of_it(case: Case, metric: Metric, before: Before) -> bool:
    """Whether a part is of the very thing that the number before counts: 其中深度贫困村60个, 其中护林员2411个.

    A part with a time of its own is a figure (其中2019年出列9个), and so is one of another tier or place.
    """
    whole = next((claim for claim in reversed(before) if _is_whole(claim, metric, case.number.unit)), None)
    if whole is None or whole.metric is None or metric.unit == "CNY" or _has_own_name(case):
        return False
    return whole.metric is metric or (metric.id == "villages.poor" and whole.metric.unit == "village")


def _is_whole(claim: Claim, metric: Metric, unit: str) -> bool:
    return claim.number.unit == unit or claim.metric is metric


def _has_own_name(case: Case) -> bool:
    """Whether a place or a time stands beside the number."""
    left, right = case.sight.left, case.group.start
    starts = [place.start for place in case.scene.places] + [period.start for period in case.scene.periods]
    return any(left <= start < right for start in starts)


def _among_people(case: Case, best: Claim, before: Before) -> Claim:
    whole = next((claim for claim in reversed(before) if claim.number.unit in (case.number.unit, "")), None)
    if whole is None:
        # 受灾4.1万人,其中贫困户2217户
        lost = bool(before) and before[-1].reason == Reason.SUBSET
        return before[-1]._replace(number=case.number) if lost else best
    if whole.metric and whole.metric.family in WHOLES:
        return best
    if whole.metric and best.metric and whole.metric.unit == best.metric.unit:
        return Claim(case.number, whole.metric, whole.rule, whole.weight * FADING, "chain")
    return Claim(case.number, None, best.rule, best.weight, best.how, Reason.SUBSET)
