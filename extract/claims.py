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
PEOPLE = ("poor", "lifted")
WHOLES = ("people", "poor", "lifted")
MORE = 0.2  # by so much words in sight must outweigh what the number before says
LINKED = 0.15  # the least that a word in sight weighs
DERIVED = (Reason.GROWTH, Reason.SHARE)  # said of the number before, so passed over when one inherits from it


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
    inherited = _handed_on(scene, before)
    for at, group in enumerate(scene.groups):
        sight = look_around(scene, at)
        heirs = (*inherited, *found)
        found.extend(_claim(scene, sight, number, rules, heirs) for number in group.numbers)
    return tuple(found)


def _handed_on(scene: Scene, before: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims that a sentence goes on from: all for 其中, the first (the whole) for 同期."""
    if scene.text.startswith("其中", scene.sentence.start):
        return before
    return before[:1] if scene.text.startswith("同期", scene.sentence.start) else ()


def _claim(scene: Scene, sight: Sight, number: Number, rules: Rules, heirs: tuple[Claim, ...]) -> Claim:
    candidates = _candidates(number, rules)
    best = max((_fit(scene, sight, number, metric) for metric in candidates), key=_rank, default=None)
    if best is None or best.metric is None or best.how != "near":
        best = _from_afar(scene, sight, best, rules, heirs)
    elif best.metric.family in PEOPLE and "其中" in scene.text[sight.left : sight.group.start]:
        best = _part(number, best, heirs)
    if best is None or best.metric is None:
        return Claim(number, None, "", 0.0, "", (best.reason if best else "") or Reason.NO_METRIC)
    reason = _veto(scene, sight, number, best.metric, rules)
    return Claim(number, None, best.rule, best.weight, best.how, reason) if reason else best


def _rank(claim: Claim) -> tuple[bool, float]:
    """Words beside the number go before words in sight, whatever these weigh."""
    return claim.how in ("near", "weak"), claim.weight


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
        weight, how = _measure(scene, sight, phrase, near)
        claim = Claim(number, metric, phrase.name, weight, "weak" if phrase.weak and how == "near" else how)
        if _rank(claim) > _rank(best):
            best = claim
    return best


def _measure(scene: Scene, sight: Sight, phrase: Phrase, near: str) -> tuple[float, str]:
    """How well a phrase fits: the weight of its noun, and half of each word that must stand with it."""
    noun, touches = max((_noun_weight(sight, hit, weight, phrase) for hit, weight in sight.weights), default=(0.0, False))
    if noun < LINKED or (any(word in near for word in phrase.unless) and not _is_whole(scene.text, sight)):
        return 0.0, ""
    if not all(_is_about(scene, sight, group) for group in phrase.about):
        return 0.0, ""
    needed = (
        *((_best(sight, group), NEAR) for group in phrase.near),
        *((_best(sight, group, before=True), NEAR) for group in phrase.before),
        *((_best(sight, group), LINKED) for group in phrase.marks),
        *((_best(sight, group, before=True) if _is_bare(scene, sight) else 0.0, LINKED) for group in phrase.carried),
    )
    if any(weight < least for weight, least in needed):
        return 0.0, ""
    return noun + sum(weight for weight, _ in needed) / 2, "near" if touches and noun >= NEAR else "sight"


def _is_about(scene: Scene, sight: Sight, words: tuple[str, ...]) -> bool:
    """Whether the subject is in sight, or else what the whole document is about."""
    return scene.on_poverty or _best(sight, words) > 0


def _is_bare(scene: Scene, sight: Sight) -> bool:
    """Whether no verb of its own stands before a number (退出贫困村73个,贫困人口31658人)."""
    own = scene.text[sight.left : sight.group.start]
    return not any(word in own for word in _OWN_VERBS)


_OWN_VERBS = ("有", "剩", "余", "识别", "纳入", "带动", "达", "为", "占", "帮", "降", "增")


def _noun_weight(sight: Sight, hit: Hit, weight: float, phrase: Phrase) -> tuple[float, bool]:
    """What a hit weighs as the phrase's noun, and whether it stands beside the number."""
    if not hit.head or hit.word not in phrase.noun:
        return 0.0, False
    if phrase.side != "both" and (hit.end <= sight.group.start) != (phrase.side == "before"):
        return 0.0, False
    return weight + len(hit.word) / 100, sight.touches(hit)


def _best(sight: Sight, words: tuple[str, ...], before: bool = False) -> float:
    """The weight of the best of some words, on either side or only before the number; there they say more."""
    start = sight.group.start
    more = 1.2 if before else 1.0
    return more * max((w for hit, w in sight.weights if hit.word in words and not (before and hit.end > start)), default=0.0)


def _from_afar(scene: Scene, sight: Sight, best: Claim | None, rules: Rules, heirs: tuple[Claim, ...]) -> Claim | None:
    """What a number counts that has no words of its own: what the number before does, or what words in sight say."""
    if best is None:
        return None
    heir = _inherit(scene, sight, best.number, rules, heirs)
    if best.metric is None or (heir and (best.how == "weak" or heir.weight + MORE > best.weight)):
        return heir
    return best if best.how == "weak" or _is_thin(scene, sight, rules) else heir


def _inherit(scene: Scene, sight: Sight, number: Number, rules: Rules, heirs: tuple[Claim, ...]) -> Claim | None:
    """The metric of the number before it, where nothing but glue stands between (其中中央130万元)."""
    for heir in reversed(heirs):
        if heir.number.unit == number.unit or heir.number.kind is number.kind is Kind.MONEY:
            if heir.reason in DERIVED:
                continue
            if not _is_thin(scene, sight, rules):
                return None
            return Claim(number, heir.metric, heir.rule, heir.weight * 0.9, "chain", heir.reason)
    return None


def _part(number: Number, best: Claim, heirs: tuple[Claim, ...]) -> Claim:
    """What 其中贫困户1.1万户 counts: a part of what the number before counts, not the register's total.

    Of a whole population, or of the poor themselves, the part is a figure of its own.
    """
    whole = next((heir for heir in reversed(heirs) if heir.number.unit in (number.unit, "")), None)
    if whole is None or (whole.metric and whole.metric.family in WHOLES):
        return best
    if whole.metric and best.metric and whole.metric.unit == best.metric.unit:
        return Claim(number, whole.metric, whole.rule, whole.weight * 0.9, "chain")
    return Claim(number, None, best.rule, best.weight, best.how, Reason.SUBSET)


# a number that inherits its meaning ends its phrase: no noun follows that it could count
_CLOSED = re.compile(r"[^\u4e00-\u9fff]|$|(?:于|均|全部|已|以上|左右|和|及|与|降|减|提高|增加|下降|上升|的[0-9]|的标准|整)")


def _is_thin(scene: Scene, sight: Sight, rules: Rules) -> bool:
    """Whether nothing beside the number says what it counts."""
    if not _CLOSED.match(scene.text, sight.group.end):
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
    if any(word in _clause(scene, group) for word in veto.unless):
        return False
    if veto.where == "pattern":
        return re.search(veto.pattern, _masked(scene, group)) is not None
    piece = text[sight.left : group.start] if veto.where == "before" else _clause(scene, group)
    if veto.where == "topic":
        piece += text[slice(*scene.sentence.lead)]
    return any(word in piece for word in veto.words) and not _is_whole(text, sight)


def _clause(scene: Scene, group: Group) -> str:
    """The whole clause around a group, other numbers included."""
    return scene.text[scene.clause_start(group.start) : scene.clause_end(group.end)]


def _masked(scene: Scene, group: Group) -> str:
    """The clause with ``#`` for the group."""
    start, end = scene.clause_start(group.start), scene.clause_end(group.end)
    return f"{scene.text[start : group.start]}#{scene.text[group.end : end]}"


_WHOLE = re.compile(r"(?:全县|全旗|全市|全区|全州|我县|我市|我旗)(?:共有|共)?(?:[^,;。]{0,20}、)?$")


def _is_whole(text: str, sight: Sight) -> bool:
    """Whether 全县 stands directly before: then all are meant, not some that met with something."""
    return _WHOLE.search(text, max(sight.group.start - 30, 0), sight.group.start) is not None
