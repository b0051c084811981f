"""The units that may stand behind a number, and the patterns that find them."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from extract.lexicon.entry import Field, check, read_file, told_of
from extract.lexicon.shapes import UNIT
from extract.mention import Kind

UNITS = Path(__file__).with_name("units.toml")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as printed, the unit it is counted in with the factor to it (角 is 0.1 元), and its kind."""

    word: str
    unit: str
    kind: Kind
    factor: Decimal | None


@dataclass(frozen=True, slots=True)
class Units:
    """All units by their printed word, and patterns for the longest of them.

    ``after_chinese`` leaves out the units that make words with a Chinese numeral (十分, 三级).
    """

    by_word: dict[str, Unit]
    pattern: str
    after_chinese: str


@cache
def read_units(path: Path = UNITS) -> Units:
    """The units of the lexicon file.

    >>> read_units().by_word["平方公里"].kind.value
    'count'

    Errors: LexiconError names the file and the group of units that cannot be used.
    """
    groups = read_file(path)
    check(groups.get("after_chinese"), {"barred": Field()}, f"{path.name}: after_chinese")
    barred = groups.pop("after_chinese")["barred"]
    for name, group in groups.items():
        check(group, UNIT, f"{path.name}: {name}")
    with told_of(path.name):
        return _units(groups, barred)


def _units(groups: dict[str, dict[str, Any]], barred: str) -> Units:
    by_word = {word: _unit(word, group) for group in groups.values() for word in group["words"]}
    unless = {word: group.get("not_before", "") for group in groups.values() for word in group["words"]}
    spoken = [word for word in by_word if word not in barred]
    return Units(by_word, _tree(sorted(by_word), unless), _tree(sorted(spoken), unless))


def _unit(word: str, group: dict[str, Any]) -> Unit:
    factor = Decimal(group["factor"]) if "factor" in group else None
    return Unit(word, group.get("unit", word), Kind(group["kind"]), factor)


def _tree(words: list[str], unless: dict[str, str]) -> str:
    """A pattern for the longest of the words that match, one branch for each first character."""
    single: dict[str, list[str]] = {}
    branches = []
    for first in sorted({word[0] for word in words}):
        tails = sorted((w[1:] for w in words if w[0] == first), key=len, reverse=True)
        if tails == [""]:
            single.setdefault(unless[first], []).append(first)
        else:
            rest = "|".join(re.escape(tail) + ("" if tail else _unless(unless[first])) for tail in tails)
            branches.append(f"{re.escape(first)}(?:{rest})")
    branches += [
        f"[{re.escape(''.join(chars))}]{_unless(bar)}" for bar, chars in sorted(single.items(), reverse=True)
    ]
    return "(?:" + "|".join(branches) + ")"


def _unless(barred: str) -> str:
    return f"(?![{re.escape(barred)}])" if barred else ""
