"""What a number is said to count, before place and time are known."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from .context import Group, Scene
from .lexicon import Lexicon, Metric, Veto
from .mention import Number
from .sight import Sight
from .vocabulary import trie_pattern


@dataclass(frozen=True, slots=True)
class Claim:
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
    def rank(self) -> tuple[bool, float]:
        """Words beside the number go before words in sight, whatever these weigh."""
        return self.how in ("near", "weak"), self.weight


@dataclass(frozen=True, slots=True)
class Rules:
    """The lexicon, made ready for look-up by printed unit."""

    by_unit: Mapping[str, tuple[Metric, ...]]
    vetoes: tuple[Veto, ...]
    glue: re.Pattern[str]
    blocked: frozenset[str]


@cache
def open_rules(lexicon: Lexicon) -> Rules:
    """The rules of a lexicon; made once."""
    units = {unit for metric in lexicon.metrics for unit in metric.counts}
    by_unit = {unit: tuple(m for m in lexicon.metrics if unit in m.counts) for unit in units}
    return Rules(by_unit, lexicon.vetoes, re.compile(trie_pattern(lexicon.glue)), frozenset(lexicon.blocked))


@dataclass(frozen=True, slots=True)
class Case:
    """One number to be judged, with its sentence and what stands around its group."""

    scene: Scene
    sight: Sight
    number: Number
    rules: Rules

    @property
    def group(self) -> Group:
        """The numbers told in one breath with it."""
        return self.sight.group

    @property
    def before(self) -> str:
        """The words between the clause's beginning, or the number before, and the group."""
        return self.scene.text[self.sight.left : self.group.start]

    @property
    def near(self) -> str:
        """The words beside the group on both sides."""
        return f"{self.before}|{self.scene.text[self.group.end : self.sight.right]}"

    @property
    def clause(self) -> str:
        """The whole clause, with ``#`` for the group."""
        start, end = self.scene.clause_start(self.group.start), self.scene.clause_end(self.group.end)
        return f"{self.scene.text[start : self.group.start]}#{self.scene.text[self.group.end : end]}"

    @property
    def is_whole(self) -> bool:
        """Whether 全县 stands directly before: then all are meant, not some that met with something."""
        start = max(self.group.start - REACH, 0)
        return _WHOLE.search(self.scene.text, start, self.group.start) is not None


REACH = 30
_WHOLE = re.compile(r"(?:全县|全旗|全市|全区|全州|我县|我市|我旗)(?:共有|共)?(?:[^,;。]{0,20}、)?$")
