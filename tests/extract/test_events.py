"""Events: each rule holds on its own examples, and small reports give all that a reader would name."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import LexiconError
from extract.events.events import Event
from extract.events.signs import find_clause_spans, find_sign
from extract.lexicon import load_lexicon
from extract.lexicon.events import PATH, EventRule, load_events
from extract.lexicon.gazetteer import load_gazetteer
from extract.pipeline import Reader, make_reader, read_text
from extract.times.periods import DocumentDate, find_periods

RULES = load_events()
EXAMPLES = [pytest.param(rule, text, id=f"{rule.id}-{text}") for rule in RULES.rules for text in rule.yes]
COUNTERS = [pytest.param(rule, text, id=f"{rule.id}-{text}") for rule in RULES.rules for text in rule.no]
CASES = Path(__file__).parent / "cases" / "events.toml"
REPORTS = tomllib.loads(CASES.read_text(encoding="utf-8"))["report"]
TEXT = "".join(report["text"] for report in REPORTS)


def told(text: str) -> list[str]:
    """The rules by which the clauses of a text tell an event."""
    clauses = find_clause_spans(text, 0, len(text))
    periods = find_periods(text, DocumentDate("2020"))
    signs = [find_sign(text, clauses[at:], periods, RULES) for at in range(len(clauses))]
    return [sign.rule.id for sign in signs if sign]


@cache
def reader() -> Reader:
    """What every report is read with."""
    return make_reader(load_lexicon(), load_gazetteer())


def events_of(text: str, place: str, date: str) -> tuple[Event, ...]:
    """The events of a report of a place and date."""
    return read_text(text, reader(), place, date).events


@pytest.mark.parametrize(("rule", "text"), EXAMPLES)
def test_example_is_told_by_its_rule(rule: EventRule, text: str) -> None:
    assert rule.id in told(text)


@pytest.mark.parametrize(("rule", "text"), COUNTERS)
def test_counter_example_is_not(rule: EventRule, text: str) -> None:
    assert rule.id not in told(text)


def test_every_rule_has_both() -> None:
    assert [rule.id for rule in RULES.rules if not (rule.yes and rule.no)] == []


@pytest.mark.parametrize("report", [pytest.param(report, id=report["about"]) for report in REPORTS])
def test_report_tells_these_events_and_no_others(report: dict[str, Any]) -> None:
    found = events_of(report["text"].strip("\n"), report["place"], report["date"])
    assert [[one.date, one.end_date, one.kind, one.place, one.title] for one in found] == report["events"]


@given(cut=st.integers(0, len(TEXT)), length=st.integers(0, 300))
def test_any_piece_of_text_gives_sound_events(cut: int, length: int) -> None:
    piece = TEXT[cut : cut + length]
    for one in events_of(piece, "平江县", "2021"):
        assert 0 <= one.start < one.end <= len(piece)
        assert one.title
        assert len(one.title) <= 24
        assert not one.end_date or one.date < one.end_date
        assert (one.date == "") == (one.date_source == "none")


def test_wrong_rule_is_named(tmp_path: Path) -> None:
    path = tmp_path / "events.toml"
    path.write_text(
        PATH.read_text(encoding="utf-8").replace(
            'id = "award.won"\nkind = "award"', 'id = "award.won"\nkind = "prize"'
        ),
        encoding="utf-8",
    )
    with pytest.raises(LexiconError, match=r"award\.won"):
        load_events(path)
