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
    done: re.Pattern[str]
    cumulative: re.Pattern[str]
    flow: re.Pattern[str]


def open_signs(words: TimeWords) -> TimeSigns:
    """The signs of a lexicon's words."""
    lists = (words.condition, words.ahead, words.done, words.cumulative, words.flow)
    names = _NOW_THAT + "".join(f"(?<!{re.escape(word)})" for word in words.plan_not_after)
    plan = re.compile(names + trie_pattern(words.plan) + _OF_WHICH)
    return TimeSigns(plan, *(re.compile(trie_pattern(each)) for each in lists))


# 现将2019年资金安排情况公告如下: this 将 only brings its object forward
_NOW_THAT = "(?<!现(?=将))"
# 年度任务内的7个贫困村全部脱贫: those that the task held
_OF_WHICH = "(?![之以]?内的)"
