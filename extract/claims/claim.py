"""What a number is said to count, before place and time are known."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from extract.claims.context import Group
from extract.claims.phrasebook import Phrasebook, open_phrasebook
from extract.claims.scene import Scene
from extract.claims.sight import Sight
from extract.claims.timesigns import TimeSigns, open_signs
from extract.claims.veto import Vetoes, open_vetoes
from extract.lexicon import Lexicon, Metric
from extract.lexicon.vocabulary import trie_pattern
from extract.mention import Number

GROUNDS = {"near": 2, "weak": 1}


class Claim(NamedTuple):
    """A number and the metric it is a figure of; ``reason`` where it is a figure of none.

    ``rule`` is the lexicon's phrase that tied them; ``weight`` says how well it fits, ``how`` on what ground: ``near``
    (the words stand beside the number), ``weak`` (so do words that give way to others), ``sight`` (words in the same
    sentence), ``chain`` (the number before), ``echo`` (the same figure told before).
    """

    number: Number
    metric: Metric | None = None
    rule: str = ""
    weight: float = 0.0
    how: str = ""
    reason: str = ""

    @property
    def rank(self) -> tuple[int, float]:
        """Words beside the number go before words in sight, whatever these weigh; weak ones stand between."""
        return GROUNDS.get(self.how, 0), self.weight


@dataclass(frozen=True, slots=True)
class Rules:
    """The lexicon, made ready for look-up."""

    by_unit: Mapping[str, tuple[Metric, ...]]
    phrases: Phrasebook
    vetoes: Vetoes
    glue: re.Pattern[str]
    blocked: frozenset[str]
    signs: TimeSigns


@cache
def open_rules(lexicon: Lexicon) -> Rules:
    """The rules of a lexicon; made once."""
    units = {unit for metric in lexicon.metrics for unit in metric.counts}
    return Rules(
        by_unit={unit: tuple(m for m in lexicon.metrics if unit in m.counts) for unit in units},
        phrases=open_phrasebook(lexicon),
        vetoes=open_vetoes(lexicon),
        glue=re.compile(trie_pattern(lexicon.glue)),
        blocked=frozenset(lexicon.blocked),
        signs=open_signs(lexicon.times),
    )


class Case(NamedTuple):
    """One number to be judged, with what stands around its group."""

    number: Number
    sight: Sight
    rules: Rules

    @property
    def scene(self) -> Scene:
        """The sentence that it stands in."""
        return self.sight.scene

    @property
    def group(self) -> Group:
        """The numbers told in one breath with it."""
        return self.sight.group
