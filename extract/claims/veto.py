"""What keeps a number from being a figure at all: growth, shares, standards, subsets, misuse (lexicon/vetoes.toml)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from extract.claims.scene import Scene
from extract.claims.sight import Sight
from extract.lexicon import Lexicon, Metric, Veto
from extract.lexicon.metric import Words
from extract.lexicon.vocabulary import trie_pattern
from extract.mention import Kind

AT_THE_NUMBER = ("touching", "after", "pattern")


@dataclass(frozen=True, slots=True)
class Bar:
    """A veto with its words made one pattern: those that hold at the number itself, or somewhere in its sentence."""

    reason: str
    where: str
    words: Words
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    spared: frozenset[str]
    only: frozenset[str]


@dataclass(frozen=True, slots=True)
class Vetoes:
    """The vetoes for each kind of number in their order, and a pattern that finds a word of any of them."""

    bars: Mapping[Kind, tuple[Bar, ...]]
    gates: Mapping[Kind, re.Pattern[str]]

    def open(self, kind: Kind, scene: Scene) -> tuple[Bar, ...]:
        """Those that may hold for numbers of a kind in a sentence: the others have no word in it or in its label."""
        bars = self.bars[kind]
        if not _is_said(self.gates[kind], scene):
            return tuple(bar for bar in bars if bar.where in AT_THE_NUMBER)
        return tuple(bar for bar in bars if bar.where in AT_THE_NUMBER or _is_said(bar.pattern, scene))


def open_vetoes(lexicon: Lexicon) -> Vetoes:
    """The vetoes of a lexicon."""
    bars = {kind: tuple(_bar(veto) for veto in lexicon.vetoes if kind in veto.units) for kind in Kind}
    said = {
        kind: {word for bar in bars[kind] if bar.where not in AT_THE_NUMBER for word in bar.words}
        for kind in Kind
    }
    return Vetoes(bars, {kind: re.compile(trie_pattern(said[kind]) or _NEVER) for kind in Kind})


_NEVER = "(?!)"


def _bar(veto: Veto) -> Bar:
    pattern = veto.pattern if veto.where == "pattern" else trie_pattern(veto.words)
    unless = re.compile(trie_pattern(veto.unless)) if veto.unless else None
    return Bar(
        veto.reason,
        veto.where,
        veto.words,
        re.compile(pattern),
        unless,
        frozenset(veto.spared),
        frozenset(veto.only),
    )


def _is_said(words: re.Pattern[str], scene: Scene) -> bool:
    sentence = scene.sentence
    return bool(
        words.search(scene.text, scene.opened, sentence.end) or words.search(scene.text, *sentence.lead)
    )


def find_veto(sight: Sight, metric: Metric | None, bars: tuple[Bar, ...]) -> str:
    """The reason that forbids a number in this place to be the metric's, or ''."""
    return next((bar.reason for bar in bars if _concerns(bar, metric) and _holds(sight, bar)), "")


def _concerns(bar: Bar, metric: Metric | None) -> bool:
    """Whether a veto speaks of such a metric; one that is limited to families does not of a number without any."""
    if metric is None:
        return not bar.only
    return metric.id not in bar.spared and (not bar.only or metric.family in bar.only)


def _holds(sight: Sight, bar: Bar) -> bool:
    where = bar.where
    if where == "touching":
        return sight.lead.endswith(bar.words)
    if where == "after":
        return sight.scene.text.startswith(bar.words, sight.group.end)
    if where == "pattern":
        return bar.pattern.search(sight.clause) is not None and not _is_excused(sight, bar)
    said = bar.pattern.search(_piece(sight, where))
    return said is not None and not sight.is_whole and not _is_excused(sight, bar)


def _is_excused(sight: Sight, bar: Bar) -> bool:
    return bar.unless is not None and bar.unless.search(sight.clause) is not None


def _piece(sight: Sight, where: str) -> str:
    """The text that a veto looks at."""
    if where == "before":
        return sight.before
    if where == "sentence":
        return sight.statement
    return sight.clause + sight.scene.label if where == "topic" else sight.clause
