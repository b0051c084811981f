"""The quick look for words never hides what the slow search would find."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.lexicon.events import EventRule, load_events
from extract.lexicon.gate import find_keys

RULES = load_events()
PATTERNS = [
    "出列?户",
    "(?:脱贫|摘)[户村]{0,2}帽",
    "[户村]脱贫(?!户)",
    "脱贫|出列",
    "(?:脱|贫)?户",
    "脱{0,2}贫",
    "村(?:户)+",
]


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.id)
def test_an_event_holds_a_key_of_its_rule(rule: EventRule) -> None:
    assert rule.keys
    for text in rule.yes:
        assert rule.gate.search(text), text
        assert RULES.gate.search(text), text


@given(st.sampled_from(PATTERNS), st.text("脱贫出列摘帽户村", max_size=12))
def test_what_a_pattern_matches_holds_one_of_its_keys(pattern: str, text: str) -> None:
    match = re.search(pattern, text)
    keys = find_keys(pattern)
    assert not match or not keys or any(key in match[0] for key in keys)


@pytest.mark.parametrize("pattern", ["脱贫|出列", "[户村]", "(?:脱|贫)?", "户?"])
def test_a_pattern_that_cannot_tell_has_no_keys(pattern: str) -> None:
    assert find_keys(pattern) == ()
