"""What one metric is: the value of a lexicon entry."""

from dataclasses import dataclass
from decimal import Decimal

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way in which a text ties a number to a metric.

    ``noun`` are the words that name what the number counts, near it. Every group of ``near`` must have a word near
    the number too, every group of ``marks`` one anywhere in sight (same sentence, label or heading). No word of
    ``unless`` may stand near. ``side`` says where the noun stands: ``before``, ``after`` or ``both``.
    """

    name: str
    noun: Words
    near: tuple[Words, ...]
    marks: tuple[Words, ...]
    unless: Words
    side: str


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of the lexicon and the printed numbers in it that are, or are not, of the metric."""

    text: str
    numbers: Words


@dataclass(frozen=True, slots=True)
class Metric:
    """One metric: what it means, how texts say it, and the examples that hold it to that."""

    id: str
    unit: str
    family: str
    zh: str
    en: str
    short_en: str
    definition_zh: str
    definition_en: str
    rise: str
    basis: str
    counts: Words
    low: Decimal
    high: Decimal
    phrases: tuple[Phrase, ...]
    examples: tuple[Example, ...]
    counters: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Veto:
    """A reason why a number is no metric's, told by words at one place around it (see vetoes.toml)."""

    reason: str
    where: str
    units: Words
    words: Words
    spared: Words
    yes: Words
    no: Words


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Words that tell a plan from a result and a total from a flow (see times.toml)."""

    plan: Words
    condition: Words
    ahead: Words
    cumulative: Words
