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
from extract.lexicon import Metric
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
    reason = find_veto(case.sight, metric, allowed.bars[number.kind]) or best.reason or _urban(case, metric)
    return best if metric and not reason else Claim(number, rule=best.rule, reason=reason or Reason.NO_METRIC)


def _urban(case: Case, metric: Metric | None) -> str:
    """Why the townspeople's income of 城镇、农村居民人均收入分别达到19824元、6700元 is none: the list tells which it is."""
    told = _TOWN_AND_COUNTRY.search(case.sight.before) if metric and metric.family == "income" else None
    if told is None or len(case.group.numbers) < len(("town", "country")):
        return ""
    town = case.group.numbers[0 if told["town"] else 1]
    return Reason.NO_METRIC if case.number is town else ""


_TOWN_AND_COUNTRY = re.compile(
    "(?P<town>城镇|城市)[^,;。0-9]{0,8}[、和及与](?:农村|农民|农牧)|(?:农村|农民|农牧民)[^,;。0-9]{0,8}[、和及与](?:城镇|城市)"
)
