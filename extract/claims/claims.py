"""What each number of a sentence counts: the metric whose words fit best around it, or why there is none."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from extract.claims.claim import Case, Claim, Rules
from extract.claims.fit import fit
from extract.claims.inherit import from_afar
from extract.claims.parts import part_of_whole
from extract.claims.phrasebook import Meaning, units_of
from extract.claims.scene import Scene
from extract.claims.sight import look_around
from extract.claims.veto import Bar, find_veto
from extract.mention import Kind
from extract.reason import Reason


class Allowed(NamedTuple):
    """What the words of one sentence allow."""

    meanings: Mapping[str, tuple[Meaning, ...]]
    bars: Mapping[Kind, tuple[Bar, ...]]


def find_claims(scene: Scene, rules: Rules, last: tuple[Claim, ...] = ()) -> tuple[tuple[Case, Claim], ...]:
    """A claim for each quantity of the scene, in order, with its case; ``last`` are those of the sentence before."""
    if not scene.groups:
        return ()
    before = list(_handed_on(scene, last))
    found: list[tuple[Case, Claim]] = []
    allowed = _allowed(scene, rules)
    for at in range(len(scene.groups)):
        sight = look_around(scene, at)
        for number in sight.group.numbers:
            case = Case(number, sight, rules)
            claim = _claim(case, before, allowed)
            before.append(claim)
            found.append((case, claim))
    return tuple(found)


def _allowed(scene: Scene, rules: Rules) -> Allowed:
    """What the words of a sentence let its numbers be, by unit, and the vetoes that may hold there, by kind."""
    hits = (*scene.hits, *scene.label_hits, *scene.heading.hits)
    nouns, words = {hit.word for hit in hits if hit.noun}, {hit.word for hit in hits}
    numbers = [number for group in scene.groups for number in group.numbers]
    units = {unit for number in numbers for unit in units_of(number)}
    return Allowed(
        {unit: rules.phrases.find(unit, nouns, words) for unit in units},
        {kind: rules.vetoes.open(kind, scene) for kind in {number.kind for number in numbers}},
    )


def _handed_on(scene: Scene, last: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims that a sentence goes on from: all for 其中, the first (the whole) for 同期 and 按来源分."""
    if scene.text.startswith("其中", scene.sentence.start):
        return last
    return last[:1] if _GOES_ON.match(scene.text, scene.sentence.start) else ()


_GOES_ON = re.compile(r"同期|按[^,。0-9]{1,4}分|分[^,。0-9]{1,4}看|从[^,。0-9]{1,6}看|里面|具体[是为]")


def _claim(case: Case, before: list[Claim], allowed: Allowed) -> Claim:
    number = case.number
    best = fit(case, tuple(meaning for unit in units_of(number) for meaning in allowed.meanings[unit]))
    best = part_of_whole(case, best, before) if best.how == "near" else from_afar(case, best, before)
    metric = best.metric
    reason = find_veto(case.sight, metric, allowed.bars[number.kind]) or best.reason
    return best if metric and not reason else Claim(number, rule=best.rule, reason=reason or Reason.NO_METRIC)
