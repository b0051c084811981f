"""What each number of a sentence counts: the metric whose words fit best around it, or why there is none."""

import re
from collections.abc import Iterator
from dataclasses import replace

from .claim import Case, Claim, Rules
from .context import Scene
from .fit import fit
from .inherit import from_afar, part_of_whole
from .lexicon import Metric
from .mention import Kind, Number
from .reason import Reason
from .sight import Sight, look_around
from .veto import find_veto


def find_claims(scene: Scene, rules: Rules, last: tuple[Claim, ...] = ()) -> tuple[tuple[Case, Claim], ...]:
    """A claim for each quantity of the scene, in order, with its case; ``last`` are those of the sentence before."""
    before = list(_handed_on(scene, last))
    found: list[tuple[Case, Claim]] = []
    for case in _cases(scene, rules):
        claim = _claim(case, tuple(before))
        before.append(claim)
        found.append((case, claim))
    return tuple(found)


def _cases(scene: Scene, rules: Rules) -> Iterator[Case]:
    for at, group in enumerate(scene.groups):
        sight = look_around(scene, at)
        for number in group.numbers:
            yield Case(scene, _without_units(sight, number), number, rules)


def _without_units(sight: Sight, number: Number) -> Sight:
    """The sight without the units of the group's other numbers (镇 in 10镇68个)."""
    group = sight.group
    if len(group.numbers) == 1:
        return sight
    kept = (
        (hit, weight)
        for hit, weight in sight.weights
        if hit.end <= group.start or hit.start >= group.end or number.start <= hit.start < number.end
    )
    return replace(sight, weights=tuple(kept))


def _handed_on(scene: Scene, last: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims that a sentence goes on from: all for 其中, the first (the whole) for 同期 and 按来源分."""
    if scene.text.startswith("其中", scene.sentence.start):
        return last
    return last[:1] if _GOES_ON.match(scene.text, scene.sentence.start) else ()


_GOES_ON = re.compile(r"同期|按[^,。0-9]{1,4}分|分[^,。0-9]{1,4}看|从[^,。0-9]{1,6}看|里面|具体[是为]")


def _claim(case: Case, before: tuple[Claim, ...]) -> Claim:
    claims = (fit(case, metric) for metric in _candidates(case.number, case.rules))
    best = max(claims, key=lambda claim: claim.rank, default=None)
    best = part_of_whole(case, best, before) if best and best.how == "near" else from_afar(case, best, before)
    metric = best.metric if best else None
    reason = find_veto(case, metric) or (best.reason if best else "")
    if best is None or metric is None or reason:
        return Claim(case.number, rule=best.rule if best else "", reason=reason or Reason.NO_METRIC)
    return best


def _candidates(number: Number, rules: Rules) -> tuple[Metric, ...]:
    """The metrics that a number with this unit can be a figure of."""
    if number.kind is Kind.MONEY:
        return rules.by_unit.get("元", ())
    if number.kind is Kind.COUNT and not number.unit:
        return _candidates_of_bare(number, rules)
    if number.kind in (Kind.PERCENT, Kind.COUNT):
        return rules.by_unit.get("%" if number.kind is Kind.PERCENT else number.unit, ())
    return ()


def _candidates_of_bare(number: Number, rules: Rules) -> tuple[Metric, ...]:
    """A number without a unit counts people (人口15万) or, where it is large, yuan (资金1.52亿)."""
    value = number.value or 0
    money = rules.by_unit.get("元", ()) if value >= LARGE else ()
    return (*rules.by_unit.get("", ()), *money) if value >= PEOPLE else ()


PEOPLE = 100  # fewer, without a unit, are list marks and the like
LARGE = 10**6
