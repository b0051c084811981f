"""The words that tell a plan from a result and a total from a flow, made patterns."""

import re
from dataclasses import dataclass

from extract.lexicon import TimeWords
from extract.lexicon.vocabulary import trie_pattern


@dataclass(frozen=True, slots=True)
class TimeSigns:
    """A pattern for each list of times.toml."""

    plan: re.Pattern[str]
    condition: re.Pattern[str]
    ahead: re.Pattern[str]
    cumulative: re.Pattern[str]
    flow: re.Pattern[str]


def open_signs(words: TimeWords) -> TimeSigns:
    """The signs of a lexicon's words."""
    lists = (words.plan, words.condition, words.ahead, words.cumulative, words.flow)
    return TimeSigns(*(re.compile(trie_pattern(each)) for each in lists))
