"""Claims become figures: each number gets its place, period, basis and a grade, or a reason to be left over."""

from collections.abc import Iterator
from dataclasses import dataclass

from .basis import find_basis
from .claims import Claim
from .context import Context, Scene
from .lexicon import Metric
from .mention import Number
from .sight import look_around
from .timing import Timing, find_timing, from_heading
from .whereabouts import Whereabouts, find_whereabouts


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


def resolve_claims(scene: Scene, claims: tuple[Claim, ...], context: Context, carried: Timing | None) -> Iterator[Figure | Claim]:
    """For each claim of a sentence its figure, or the claim with the reason why it is none.

    ``carried`` is the time that the sentences before it in the paragraph gave last.
    """
    by_number = {claim.number: claim for claim in claims}
    for at, group in enumerate(scene.groups):
        for number in group.numbers:
            claim = by_number[number]
            yield _resolve(scene, at, claim, context, carried) if claim.metric else claim


def _resolve(scene: Scene, at: int, claim: Claim, context: Context, carried: Timing | None) -> Figure | Claim:
    metric, group = claim.metric, scene.groups[at]
    if metric is None:
        return claim
    where = find_whereabouts(scene, group, claim.number, context.home)
    if where.reason:
        return Claim(claim.number, None, claim.rule, claim.weight, claim.how, where.reason)
    timing = find_timing(scene, group, claim.number, None)
    if timing is None and (metric.basis == "flow" or metric.family == "income"):
        timing = carried or from_heading(scene)
    usual = next(phrase.basis for phrase in metric.phrases if phrase.name == claim.rule) or metric.basis
    basis = find_basis(scene, look_around(scene, at), (metric, usual), timing, context)
    period = timing.value if timing else context.today.month
    grade, note = _grade(claim, where, timing)
    span = (scene.sentence.start, scene.sentence.end)
    since = timing.since if timing else ""
    return Figure(
        claim.number, span, metric, where.name, where.adcode, period, since, basis, grade, note, claim.rule
    )


def _grade(claim: Claim, where: Whereabouts, timing: Timing | None) -> tuple[str, str]:
    """How far the sentence itself says all: stated, carried or doubtful, with the reason in words."""
    if claim.how in ("echo", "sight"):
        return "doubtful", "the metric is told by words further away"
    carried = []
    if claim.how == "chain":
        carried.append("metric")
    if not where.here:
        carried.append("place")
    if timing is None or not timing.here:
        carried.append("period")
    if carried:
        return "carried", f"{' and '.join(carried)} carried over"
    return "stated", ""
