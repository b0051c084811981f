"""What one metric is: the value of a lexicon entry."""

from dataclasses import dataclass
from decimal import Decimal

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way in which a text ties a number to a metric.

    ``noun`` are the words that name what the number counts; ``side`` says where they stand (``before``, ``after`` or
    ``both``). Each of the groups below must have a word too: of ``near`` near the number, of ``before`` near and in
    front of it, of ``marks`` anywhere in sight (same sentence, label, heading), of ``carried`` earlier in the sentence
    where the number has no words of its own but the noun, of ``about`` in sight or else often in the document.
    No word of ``unless`` may stand near (but for figures of 全县), none of ``never`` in any case.
    ``basis`` is the phrase's own, '' for the metric's. ``weak``:
    it gives way to what the number before says (共安排资金 after 专项扶贫资金). ``tight``: where the noun stands before the
    number, nothing but glue stands between (not 在贫困村建成服务点160个).
    """

    name: str
    noun: Words
    near: tuple[Words, ...]
    before: tuple[Words, ...]
    marks: tuple[Words, ...]
    carried: tuple[Words, ...]
    about: tuple[Words, ...]
    unless: Words
    side: str
    basis: str
    weak: bool
    tight: bool
    never: Words


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

    name: str
    reason: str
    where: str
    units: Words
    words: Words
    pattern: str
    unless: Words
    spared: Words
    only: Words
    yes: Words
    no: Words


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Words that tell a plan from a result and a total from a flow (see times.toml)."""

    plan: Words
    plan_not_after: Words
    condition: Words
    ahead: Words
    done: Words
    cumulative: Words
    flow: Words
