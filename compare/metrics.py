"""What the interface must know of each metric; names and definitions come from the lexicon alone."""

from dataclasses import dataclass
from functools import cache

from compare.language import Language
from extract.lexicon import Metric as Entry
from extract.lexicon import load_metrics


@dataclass(frozen=True, slots=True)
class Metric:
    """A metric as the interface shows it.

    ``basis`` is what is compared first (of people and villages lifted the running total); ``size``
    tells whether a bigger place has more of it (people, money), so that a county and a prefecture do
    not compare.
    """

    id: str
    unit: str
    zh: str
    en: str
    short_en: str
    definition_zh: str
    definition_en: str
    family: str
    basis: str
    rise: str = "neutral"  # better, worse or neutral: what more of it means for the poor
    derived: bool = False  # worked out here from two figures of a report, not printed in it

    @property
    def size(self) -> bool:
        """Whether the figure grows with the place: not so for rates and averages."""
        return self.family not in ("rate", "income")

    def name(self, language: Language) -> str:
        """The full name, for decks and pickers."""
        return self.zh if language.code == "zh" else self.en

    def phrase(self, language: Language) -> str:
        """The name inside a sentence: lower case in English, but not for an abbreviation."""
        if language.code == "zh" or self.en[1:2].isupper():
            return self.name(language)
        return self.en[:1].lower() + self.en[1:]

    def short(self, language: Language) -> str:
        """The name where there is little room (at most 16 characters in English)."""
        return self.zh if language.code == "zh" else self.short_en

    def definition(self, language: Language) -> str:
        """What counts, in one sentence."""
        return self.definition_zh if language.code == "zh" else self.definition_en


@cache
def known_metrics() -> dict[str, Metric]:
    """Every metric of the lexicon by id, in the order of families."""
    found = [_of_entry(m) for m in load_metrics()]
    return {metric.id: metric for metric in found}


def _of_entry(m: Entry) -> Metric:
    names = (m.zh, m.en, m.short_en, m.definition_zh, m.definition_en)
    return Metric(m.id, m.unit, *names, m.family, _basis(m), m.rise)


def _basis(metric: Entry) -> str:
    return "cumulative" if metric.family == "lifted" else metric.basis
