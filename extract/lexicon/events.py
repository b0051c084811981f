"""Reads what counts as an event (events.toml) into frozen values with their patterns made."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from extract.lexicon.entry import Field, check, read_file, told_of
from extract.lexicon.gate import find_keys
from extract.lexicon.shapes import DATES, EVENT
from extract.lexicon.vocabulary import trie_pattern

PATH = Path(__file__).parent / "events.toml"
Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class EventRule:
    """One way in which a clause tells an event: see the head of events.toml for the fields.

    Of ``keys`` a text must hold one for ``words`` to match; ``gate`` finds them quickly.
    """

    id: str
    kind: str
    keys: tuple[str, ...]
    gate: Pattern
    words: Pattern
    then: Pattern | None
    before: Pattern | None
    unless: Pattern | None
    number: bool
    plan: bool
    reach: int
    dates: tuple[str, ...]
    strong: bool
    yes: tuple[str, ...]
    no: tuple[str, ...]


class EventRules(NamedTuple):
    """All rules in order; ``gate`` holds for all of them, ``timeless`` for those that need no time."""

    rules: tuple[EventRule, ...]
    gate: Pattern
    timeless: Pattern
    blocked: Pattern
    plan: Pattern
    topic: Pattern


@cache
def load_events(path: Path = PATH) -> EventRules:
    """The rules of a file.

    >>> load_events().rules[0].kind
    'plan'

    Errors: LexiconError names the file and the rule that cannot be used.
    """
    entries = read_file(path)
    check(entries, {"rule": Field("entries"), "kind": Field("tables"), "common": Field("tables")}, path.name)
    for kind, about in entries["kind"].items():
        check(about, {"date": Field("words", DATES), "strong": Field("flag")}, f"{path.name}: kind.{kind}")
    check(entries["common"], dict.fromkeys(("blocked", "plan", "topic"), Field()), f"{path.name}: common")
    rules = tuple(_checked(entry, entries["kind"], path.name) for entry in entries["rule"])
    with told_of(f"{path.name}: common"):
        common = {part: re.compile(pattern) for part, pattern in entries["common"].items()}
    gate = _gate(key for rule in rules for key in rule.keys)
    timeless = _gate(key for rule in rules if rule.dates for key in rule.keys)
    return EventRules(rules, gate, timeless, **common)


def _checked(entry: Any, kinds: Mapping[str, Any], file: str) -> EventRule:
    where = f"{file}: {entry.get('id', 'a rule without id')}"
    check(entry, {**EVENT, "kind": Field(known=frozenset(kinds))}, where)
    with told_of(where):
        return _rule(entry, kinds[entry["kind"]])


def _rule(entry: Mapping[str, Any], kind: Mapping[str, Any]) -> EventRule:
    words, then, before, unless = (
        _either(entry.get(part, ())) for part in ("words", "then", "before", "unless")
    )
    if words is None:
        raise KeyError("words")
    # the empty word, which is everywhere, where a pattern does not tell
    keys = tuple(key for word in entry["words"] for key in find_keys(word) or ("",))
    return EventRule(
        entry["id"], entry["kind"], keys, _gate(keys), words, then, before, unless,
        entry.get("number", False), entry.get("plan", False), entry.get("reach", 1),
        tuple(entry.get("date", kind["date"])), kind["strong"], tuple(entry["yes"]), tuple(entry["no"]),
    )  # fmt: skip


def _gate(keys: Iterable[str]) -> Pattern:
    return re.compile(trie_pattern(keys))


def _either(words: Any) -> Pattern | None:
    return re.compile("|".join(words)) if words else None
