"""What each number counts: the metric whose words stand best around it, or the reason why there is none."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from .lexicon import Lexicon, Metric, Phrase
from .lexicon.metric import Veto
from .mention import Kind, Number
from .reason import Reason
from .context import Group, Scene
from .sight import NEAR, Sight, look_around
from .vocabulary import Hit, trie_pattern

THIN = 2  # at most so many characters of other words where a number inherits its meaning
LINKED = 0.15  # the least that a word in sight weighs


@dataclass(frozen=True, slots=True)
class Claim:
    """A number and the metric it is a figure of; ``reason`` instead of ``metric`` where it is none.

    ``rule`` is the lexicon's phrase that tied them; ``weight`` says how well it fits, ``how`` on what ground:
    ``near`` (the words stand beside the number), ``sight`` (in the same sentence), ``chain`` (from the number before),
    ``echo`` (the same figure was told before).
    """

    number: Number
    metric: Metric | None
    rule: str
    weight: float
    how: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Rules:
    """The lexicon, made ready for look-up by printed unit."""

    by_unit: Mapping[str, tuple[Metric, ...]]
    vetoes: tuple[Veto, ...]
    glue: re.Pattern[str]


@cache
def open_rules(lexicon: Lexicon) -> Rules:
    """The rules of a lexicon; made once."""
    units = {unit for metric in lexicon.metrics for unit in metric.counts}
    by_unit = {unit: tuple(m for m in lexicon.metrics if unit in m.counts) for unit in units}
    return Rules(by_unit, lexicon.vetoes, re.compile(trie_pattern(lexicon.glue)))


def find_claims(scene: Scene, rules: Rules, before: tuple[Claim, ...] = ()) -> tuple[Claim, ...]:
    """A claim for each quantity of the scene, in order; ``before`` are those of the sentence before it.

    A sentence that opens with 其中 goes on where the one before it stopped.
    """
    found: list[Claim] = []
    inherited = before if scene.text.startswith(("其中", "同期"), scene.sentence.start) else ()
    for at, group in enumerate(scene.groups):
        sight = look_around(scene, at)
        heirs = (*inherited, *found)
        found.extend(_claim(scene, sight, number, rules, heirs) for number in group.numbers)
    return tuple(found)


def _claim(scene: Scene, sight: Sight, number: Number, rules: Rules, heirs: tuple[Claim, ...]) -> Claim:
    candidates = _candidates(number, rules)
    best = max((_fit(scene, sight, number, metric) for metric in candidates), key=_weight, default=None)
    if best is None or best.metric is None or best.how != "near":
        heir = _inherit(scene, sight, number, rules, heirs)
        best = heir or (best if best and best.metric and _is_thin(scene, sight, rules) else None)
    if best is None or best.metric is None:
        return Claim(number, None, "", 0.0, "", Reason.NO_METRIC)
    reason = _veto(scene, sight, number, best.metric, rules)
    return Claim(number, None, best.rule, best.weight, best.how, reason) if reason else best


def _weight(claim: Claim) -> float:
    return claim.weight


def _candidates(number: Number, rules: Rules) -> tuple[Metric, ...]:
    """The metrics that a number with this unit can be a figure of."""
    if number.kind is Kind.MONEY:
        return rules.by_unit.get("元", ())
    if number.kind is Kind.PERCENT or number.kind is Kind.COUNT:
        return rules.by_unit.get("%" if number.kind is Kind.PERCENT else number.unit, ())
    return ()


def _fit(scene: Scene, sight: Sight, number: Number, metric: Metric) -> Claim:
    """The best phrase of a metric for a number; a claim of weight 0 where none fits."""
    best = Claim(number, None, "", 0.0, "")
    if number.value is None or not metric.low <= number.value <= metric.high:
        return best
    near = sight.near(scene.text)
    for phrase in metric.phrases:
        weight, how = _measure(sight, phrase, near)
        if weight > best.weight:
            best = Claim(number, metric, phrase.name, weight, how)
    return best


def _measure(sight: Sight, phrase: Phrase, near: str) -> tuple[float, str]:
    """How well a phrase fits: the weight of its noun, and half of each word that must stand with it."""
    noun = max((_noun_weight(sight, hit, weight, phrase) for hit, weight in sight.weights), default=0.0)
    if noun < LINKED or any(word in near for word in phrase.unless):
        return 0.0, ""
    total = noun
    for group in phrase.near:
        weight = _best(sight, group)
        if weight < NEAR:
            return 0.0, ""
        total += weight / 2
    for group in phrase.marks:
        weight = _best(sight, group)
        if weight < LINKED:
            return 0.0, ""
        total += weight / 2
    return total, "near" if noun >= NEAR else "sight"


def _noun_weight(sight: Sight, hit: Hit, weight: float, phrase: Phrase) -> float:
    if not hit.head or hit.word not in phrase.noun:
        return 0.0
    if phrase.side != "both" and (hit.end <= sight.group.start) != (phrase.side == "before"):
        return 0.0
    return weight + len(hit.word) / 100


def _best(sight: Sight, words: tuple[str, ...]) -> float:
    return max((weight for hit, weight in sight.weights if hit.word in words), default=0.0)


def _inherit(scene: Scene, sight: Sight, number: Number, rules: Rules, heirs: tuple[Claim, ...]) -> Claim | None:
    """The metric of the number before it, where nothing but glue stands between (其中中央130万元)."""
    for heir in reversed(heirs):
        if heir.number.unit == number.unit or heir.number.kind is number.kind is Kind.MONEY:
            if heir.metric is None or not _is_thin(scene, sight, rules):
                return None
            return Claim(number, heir.metric, heir.rule, heir.weight * 0.9, "chain")
    return None


def _is_thin(scene: Scene, sight: Sight, rules: Rules) -> bool:
    """Whether nothing beside the number says what it counts."""
    if any(hit.head and sight.group.end <= hit.start <= sight.group.end + 2 for hit, _ in sight.weights):
        return False
    rest = rules.glue.sub("", _unnamed(scene, sight))
    return len(rest) <= THIN


def _unnamed(scene: Scene, sight: Sight) -> str:
    """The words before the group without the places and times among them."""
    start, piece = sight.left, []
    for a, b in sorted((named.start, named.end) for named in (*scene.places, *scene.periods)):
        if a >= sight.group.start:
            break
        if b > start:
            piece.append(scene.text[start : max(a, start)])
            start = max(start, b)
    piece.append(scene.text[start : sight.group.start])
    return "".join(piece)


def _veto(scene: Scene, sight: Sight, number: Number, metric: Metric, rules: Rules) -> str:
    """The reason that keeps a number from being a figure of any metric, or ''."""
    for veto in rules.vetoes:
        if metric.id in veto.spared or number.kind.value not in veto.units:
            continue
        if _is_vetoed(scene, sight, veto):
            return veto.reason
    return ""


def _is_vetoed(scene: Scene, sight: Sight, veto: Veto) -> bool:
    text, group = scene.text, sight.group
    if veto.where == "touching":
        return text[sight.left : group.start].rstrip("了约近超过达的逾 ").endswith(veto.words)
    if veto.where == "after":
        return text.startswith(veto.words, group.end)
    piece = text[sight.left : group.start] if veto.where == "before" else _clause(scene, group)
    return any(word in piece for word in veto.words) and not _is_whole(text, sight)


def _clause(scene: Scene, group: Group) -> str:
    """The whole clause around a group, other numbers included."""
    return scene.text[scene.clause_start(group.start) : scene.clause_end(group.end)]


_WHOLE = re.compile(r"(?:全县|全旗|全市|全区|全州|我县|我市|我旗)(?:共有|共)?$")


def _is_whole(text: str, sight: Sight) -> bool:
    """Whether 全县 stands directly before: then all are meant, not some that met with something."""
    return _WHOLE.search(text, max(sight.group.start - 6, 0), sight.group.start) is not None
