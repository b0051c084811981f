"""How well the words around a number fit the metrics that they may mean."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from extract.claims.claim import Case, Claim
from extract.claims.phrasebook import Group, Meaning
from extract.claims.sight import NEAR

LINKED = 0.15  # the least that a word in sight weighs
CARRIED = 0.55  # the least for a verb that is carried over from the clause before
IN_FRONT = 1.2  # a word before the number (剩余18个) says more than one beside it
PER_LETTER = 0.01  # of two nouns at one place the longer says more
Noun = tuple[float, bool]
NO_NOUN: Noun = (0.0, False)


class Weights(NamedTuple):
    """The most that each word weighs for a number: anywhere, in front of it, and as its noun on each side.

    A noun comes with whether it stands beside the number.
    """

    best: Mapping[str, float]
    front: Mapping[str, float]
    nouns: Mapping[str, Mapping[str, Noun]]


def fit(case: Case, meanings: tuple[Meaning, ...]) -> Claim:
    """The claim of the best of the meanings; one without a metric where none fits or the value is out of range."""
    number = case.number
    best = Claim(number)
    if number.value is None or not meanings:
        return best
    weights = _weigh(case, frozenset().union(*(meaning.words for meaning in meanings)))
    for meaning in meanings:
        metric = meaning.metric
        if not metric.low <= number.value <= metric.high:
            continue
        weight, how = _measure(case, meaning, weights)
        if weight:
            best = max(best, Claim(number, metric, meaning.phrase.name, weight, how), key=_rank)
    return best


def _rank(claim: Claim) -> tuple[int, float]:
    return claim.rank


def _weigh(case: Case, words: Group) -> Weights:
    """The weights of a number's words, without the units of the group's other numbers (镇 in 10镇68个)."""
    sight, number = case.sight, case.number
    group, alone = sight.group, len(sight.group.numbers) == 1
    best: dict[str, float] = {}
    front: dict[str, float] = {}
    nouns: dict[str, dict[str, Noun]] = {"both": {}, "before": {}, "after": {}}
    own = _own_noun(case)
    for hit, weight in sight.weigh(words):
        word, ahead = hit.word, hit.end <= group.start
        if weight <= 0 or not (
            alone or ahead or hit.start >= group.end or number.start <= hit.start < number.end
        ):
            continue
        best[word] = max(weight, best.get(word, 0.0))
        if ahead:
            front[word] = max(weight, front.get(word, 0.0))
        if hit.noun:
            noun = weight + len(word) * PER_LETTER, sight.touches(hit) and not (own and hit.start > own)
            for side in ("both", "before" if ahead else "after"):
                nouns[side][word] = max(noun, nouns[side].get(word, NO_NOUN))
    return Weights(best, front, nouns)


def _own_noun(case: Case) -> int:
    """Where the villages end that a number counts (40个贫困村实施产业项目): no noun further on is what it counts."""
    if case.number.unit != "个":
        return 0
    noun = _VILLAGES.match(case.scene.text, case.group.end)
    return noun.end() if noun else 0


_VILLAGES = re.compile("(?:[省市县]级|省定|深度|建档立卡|重点|扶贫){0,2}贫困(?:行政|嘎查)?(?:村|嘎查)")


def _measure(case: Case, meaning: Meaning, weights: Weights) -> tuple[float, str]:
    """The weight of a phrase's noun and half of each word that must stand with it; 0 where one is missing."""
    phrase, nouns = meaning.phrase, weights.nouns[meaning.phrase.side]
    noun, touches = max((nouns[word] for word in nouns if word in meaning.noun), default=NO_NOUN)
    if noun < LINKED:
        return 0.0, ""
    total = 0.0
    for weight, least in _needed(case, meaning, weights):
        if weight < least:
            return 0.0, ""
        total += weight
    if not _is_allowed(case, meaning, weights) or (phrase.tight and not _is_tight(case, meaning)):
        return 0.0, ""
    how = ("weak" if phrase.weak else "near") if touches and noun >= NEAR else "sight"
    return noun + total / 2, how


def _needed(case: Case, meaning: Meaning, weights: Weights) -> Iterator[tuple[float, float]]:
    """For each group of words that must stand with the noun: the weight of its best, and the least that counts."""
    for group in meaning.near:
        yield _best(weights.best, group), NEAR
    for group in meaning.before:
        yield IN_FRONT * _best(weights.front, group), NEAR
    for group in meaning.marks:
        yield _best(weights.best, group), LINKED
    for group in meaning.carried:
        yield IN_FRONT * _best(weights.front, group) if _is_bare(case) else 0.0, CARRIED


def _best(weights: Mapping[str, float], words: Group) -> float:
    return max((weights[word] for word in weights if word in words), default=0.0)


def _is_bare(case: Case) -> bool:
    """Whether no verb of its own stands before a number (退出贫困村73个,贫困人口31658人), nor 由, which opens a change."""
    before = case.sight.before
    return not before.endswith(_OPENS) and not any(word in before for word in _OWN_VERBS)


_OPENS = ("由", "从")


_OWN_VERBS = ("有", "剩", "余", "识别", "纳入", "带动", "达", "为", "占", "帮", "降", "增")


def _is_tight(case: Case, meaning: Meaning) -> bool:
    """Whether the noun is what the number counts: directly behind it, or before it with nothing but glue between."""
    text, group, before = case.scene.text, case.group, case.sight.before
    if any(text.startswith(word, group.end) for word in meaning.noun):
        return True
    at = max((before.rfind(word) + len(word) for word in meaning.noun if word in before), default=-1)
    return at < 0 or len(case.rules.glue.sub("", _TIMES.sub("", before[at:]))) <= LOOSE


_TIMES = re.compile("[0-9]+[年月日]?[底末初]?")
LOOSE = 1  # characters of other words between a noun and its number


def _is_allowed(case: Case, meaning: Meaning, weights: Weights) -> bool:
    """Whether no word stands near that makes it something else, and the subject is the phrase's."""
    sight, scene = case.sight, case.scene
    if meaning.unless and not sight.is_whole and sight.holds_near(meaning.unless):
        return False
    if meaning.never and sight.holds_near(meaning.never):
        return False
    return scene.context.on_poverty or not any(group.isdisjoint(weights.best) for group in meaning.about)
