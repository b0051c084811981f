"""How well the words around a number fit a metric of the lexicon."""

from collections.abc import Iterator

from .claim import Case, Claim
from .lexicon import Metric, Phrase
from .lexicon.metric import Words
from .sight import NEAR
from .vocabulary import Hit

LINKED = 0.15  # the least that a word in sight weighs
CARRIED = 0.55  # the least for a verb that is carried over from the clause before
IN_FRONT = 1.2  # a word before the number (剩余18个) says more than one beside it
PER_LETTER = 0.01  # of two nouns at one place the longer says more


def fit(case: Case, metric: Metric) -> Claim:
    """The claim of a metric's best phrase; one without a metric where none fits or the value is out of range."""
    number = case.number
    best = Claim(number)
    if number.value is None or not metric.low <= number.value <= metric.high:
        return best
    for phrase in metric.phrases:
        weight, how = _measure(case, phrase)
        claim = Claim(number, metric, phrase.name, weight, how)
        if weight and claim.rank > best.rank:
            best = claim
    return best


def _measure(case: Case, phrase: Phrase) -> tuple[float, str]:
    """The weight of a phrase's noun and half of each word that must stand with it; 0 where one is missing."""
    noun, touches = _noun(case, phrase)
    if noun < LINKED or not _is_allowed(case, phrase):
        return 0.0, ""
    needed = tuple(_needed(case, phrase))
    if any(weight < least for weight, least in needed):
        return 0.0, ""
    how = ("weak" if phrase.weak else "near") if touches and noun >= NEAR else "sight"
    return noun + sum(weight for weight, _ in needed) / 2, how


def _noun(case: Case, phrase: Phrase) -> tuple[float, bool]:
    """The weight of the phrase's best noun, and whether it stands beside the number."""
    return max(
        (_noun_weight(case, hit, weight, phrase) for hit, weight in case.sight.weights), default=(0.0, False)
    )


def _noun_weight(case: Case, hit: Hit, weight: float, phrase: Phrase) -> tuple[float, bool]:
    if not hit.head or hit.word not in phrase.noun or _is_denied(case, hit):
        return 0.0, False
    if phrase.side != "both" and (hit.end <= case.group.start) != (phrase.side == "before"):
        return 0.0, False
    return weight + len(hit.word) * PER_LETTER, case.sight.touches(hit)


def _is_denied(case: Case, hit: Hit) -> bool:
    """Whether 没有 or 未 stands before a word: 没有越过贫困线 is not lifted."""
    return case.scene.text.endswith(("没有", "没", "未", "尚未", "还没"), 0, hit.start)


def _is_allowed(case: Case, phrase: Phrase) -> bool:
    """Whether no word stands near that makes it something else, and the subject is the phrase's."""
    if any(word in case.near for word in phrase.unless) and not case.is_whole:
        return False
    return all(case.scene.on_poverty or _best(case, group) > 0 for group in phrase.about)


def _needed(case: Case, phrase: Phrase) -> Iterator[tuple[float, float]]:
    """For each group of words that must stand with the noun: the weight of its best, and the least that counts."""
    yield from ((_best(case, group), NEAR) for group in phrase.near)
    yield from ((_best_before(case, group), NEAR) for group in phrase.before)
    yield from ((_best(case, group), LINKED) for group in phrase.marks)
    yield from ((_best_before(case, group) if _is_bare(case) else 0.0, CARRIED) for group in phrase.carried)


def _best(case: Case, words: Words) -> float:
    return max((weight for hit, weight in case.sight.weights if hit.word in words), default=0.0)


def _best_before(case: Case, words: Words) -> float:
    start = case.group.start
    found = (weight for hit, weight in case.sight.weights if hit.end <= start and hit.word in words)
    return IN_FRONT * max(found, default=0.0)


def _is_bare(case: Case) -> bool:
    """Whether no verb of its own stands before a number (退出贫困村73个,贫困人口31658人)."""
    return not any(word in case.before for word in _OWN_VERBS)


_OWN_VERBS = ("有", "剩", "余", "识别", "纳入", "带动", "达", "为", "占", "帮", "降", "增")
