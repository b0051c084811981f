"""Events: each rule holds on its own examples, and whole reports give the events that a reader would name."""

import pytest

from extract.eventwords import find_clause_spans, find_sign
from extract.lexicon.events import EventRule, load_events
from extract.periods import DocumentDate, find_periods

RULES = load_events()
EXAMPLES = [pytest.param(rule, text, id=f"{rule.id}-{text}") for rule in RULES.rules for text in rule.yes]
COUNTERS = [pytest.param(rule, text, id=f"{rule.id}-{text}") for rule in RULES.rules for text in rule.no]


def told(text: str) -> list[str]:
    """The rules by which the clauses of a text tell an event."""
    clauses = find_clause_spans(text, 0, len(text))
    periods = find_periods(text, DocumentDate("2020"))
    signs = [find_sign(text, clauses[at:], periods, RULES) for at in range(len(clauses))]
    return [sign.rule.id for sign in signs if sign]


@pytest.mark.parametrize(("rule", "text"), EXAMPLES)
def test_example_is_told_by_its_rule(rule: EventRule, text: str) -> None:
    assert rule.id in told(text)


@pytest.mark.parametrize(("rule", "text"), COUNTERS)
def test_counter_example_is_not(rule: EventRule, text: str) -> None:
    assert rule.id not in told(text)
