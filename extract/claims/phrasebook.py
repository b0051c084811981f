"""The lexicon's phrases, looked up by a number's unit and the words of its sentence."""

import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cache

from extract.lexicon import Lexicon, Metric, Phrase
from extract.lexicon.metric import Words
from extract.lexicon.vocabulary import trie_pattern, words_of
from extract.mention import Kind, Number

Group = frozenset[str]
PEOPLE = 100  # fewer, without a unit, are list marks and the like
LARGE = 10**6


@dataclass(frozen=True, slots=True, eq=False)
class Meaning:
    """One way to tell a metric: a phrase with its words as sets, and all ``words`` that it asks for."""

    metric: Metric
    phrase: Phrase
    noun: Group
    near: tuple[Group, ...]
    before: tuple[Group, ...]
    marks: tuple[Group, ...]
    carried: tuple[Group, ...]
    about: tuple[Group, ...]
    unless: re.Pattern[str] | None
    never: re.Pattern[str] | None
    words: Group

    def is_told(self, words: Set[str]) -> bool:
        """Whether a word of each group that must stand with the noun is among these."""
        return not any(
            group.isdisjoint(words)
            for groups in (self.near, self.before, self.marks, self.carried)
            for group in groups
        )


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """All meanings in the lexicon's order, and for each unit and noun which of them it may tell."""

    meanings: tuple[Meaning, ...]
    by_unit: Mapping[str, Mapping[str, tuple[int, ...]]]

    def find(self, unit: str, nouns: Set[str], words: Set[str]) -> tuple[Meaning, ...]:
        """What a number with a unit can mean in a sentence with these nouns and words."""
        by_noun = self.by_unit.get(unit, {})
        told = {at for noun in nouns for at in by_noun.get(noun, ())}
        return tuple(self.meanings[at] for at in sorted(told) if self.meanings[at].is_told(words))


@cache
def open_phrasebook(lexicon: Lexicon) -> Phrasebook:
    """The phrasebook of a lexicon; made once."""
    meanings = tuple(_meaning(metric, phrase) for metric in lexicon.metrics for phrase in metric.phrases)
    units = {unit for metric in lexicon.metrics for unit in metric.counts}
    by_unit = {unit: _by_noun(meanings, unit) for unit in units}
    return Phrasebook(meanings, by_unit)


def _meaning(metric: Metric, phrase: Phrase) -> Meaning:
    return Meaning(
        metric=metric,
        phrase=phrase,
        noun=frozenset(phrase.noun),
        near=_sets(phrase.near),
        before=_sets(phrase.before),
        marks=_sets(phrase.marks),
        carried=_sets(phrase.carried),
        about=_sets(phrase.about),
        unless=re.compile(trie_pattern(phrase.unless)) if phrase.unless else None,
        never=re.compile(trie_pattern(phrase.never)) if phrase.never else None,
        words=frozenset(words_of(phrase)),
    )


def _sets(groups: Iterable[Words]) -> tuple[Group, ...]:
    return tuple(frozenset(group) for group in groups)


def _by_noun(meanings: tuple[Meaning, ...], unit: str) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for at, meaning in enumerate(meanings):
        if unit in meaning.metric.counts:
            for word in meaning.noun:
                found.setdefault(word, []).append(at)
    return {word: tuple(places) for word, places in found.items()}


def units_of(number: Number) -> tuple[str, ...]:
    """The units under which a number is looked up; none for what is no metric's kind.

    A number without a unit counts people (人口15万) or, where it is large, yuan (资金1.52亿).
    """
    if number.kind is Kind.MONEY:
        return ("元",)
    if number.kind is Kind.PERCENT:
        return ("%",)
    if number.kind is not Kind.COUNT:
        return ()
    if number.unit:
        return (number.unit,)
    value = number.value or 0
    return ("", "元") if value >= LARGE else ("",) if value >= PEOPLE else ()
