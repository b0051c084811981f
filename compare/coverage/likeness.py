"""Which metric a number left over looks like: its label held against the nouns of the lexicon."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from compare.record import Leftover
from extract.lexicon import load_metrics
from extract.lexicon.metric import Metric

OPEN = (
    "no metric",
    "no place",
    "damaged",
)  # all other reasons are a veto: the number was understood, and is none
SHORTEST = 3  # characters of a noun: 资金 and 项目 name too much
ANY = ""


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun of the lexicon, the metric that it names, and the words that its numbers are counted with."""

    word: str
    metric: str
    counts: tuple[str, ...]


def looks_like(left: Leftover) -> str:
    """The id of the metric that a number left over looks like; nothing where it looks like none, or like several.

    >>> def left(text, label, reason="no metric"):
    ...     return Leftover("甲", 0, len(text), text, text + label, reason, label)
    >>> looks_like(left("3支", "驻村工作队")), looks_like(left("1.2%", "贫困发生率"))
    ('teams.village', 'poverty_rate')
    >>> looks_like(left("3支", "驻村工作队", "subset")), looks_like(left("3公里", "驻村工作队"))
    ('', '')
    """
    if left.reason not in OPEN or not left.label:
        return ""
    found = list(_fitting(left))
    longest = max((len(noun.word) for noun in found), default=0)
    metrics = {noun.metric for noun in found if len(noun.word) == longest}
    return metrics.pop() if len(metrics) == 1 else ""


def _fitting(left: Leftover) -> Iterator[Noun]:
    printed = "".join(left.text.split())
    for noun in nouns():
        if noun.word in left.label and any(_ends(printed, count) for count in noun.counts):
            yield noun


def _ends(printed: str, count: str) -> bool:
    """Whether a number is counted with this word; a bare number fits a metric that may stand bare."""
    return printed[-1:].isdigit() if count == ANY else printed.endswith(count)


@cache
def nouns() -> tuple[Noun, ...]:
    """The nouns that name a metric by themselves, whatever else stands near."""
    return tuple(dict.fromkeys(noun for metric in load_metrics() for noun in _of_metric(metric)))


def _of_metric(metric: Metric) -> Iterator[Noun]:
    for phrase in metric.phrases:
        if phrase.near or phrase.before or phrase.marks or phrase.carried or phrase.about:
            continue
        yield from (Noun(word, metric.id, metric.counts) for word in phrase.noun if len(word) >= SHORTEST)
