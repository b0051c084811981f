"""The units that may stand behind a number, and the pattern that finds them."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extract.mention import Kind

UNITS = Path(__file__).with_name("units.toml")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as printed, the unit that it is counted in, and its kind."""

    word: str
    unit: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Units:
    """All units by their printed word, and a pattern for the longest of them."""

    by_word: dict[str, Unit]
    pattern: str


@cache
def read_units(path: Path = UNITS) -> Units:
    """The units of the lexicon file.

    >>> read_units().by_word["平方公里"].kind.value
    'count'
    """
    groups = tomllib.loads(path.read_text("utf-8")).values()
    by_word = {
        word: Unit(word, group.get("unit", word), Kind(group["kind"])) for group in groups for word in group["words"]
    }
    barred = {word: group.get("not_before", "") for group in groups for word in group["words"]}
    return Units(by_word, _tree(sorted(by_word), barred))


def _tree(words: list[str], barred: dict[str, str]) -> str:
    """A pattern for the longest of the words that match, one branch for each first character."""
    single: dict[str, list[str]] = {}
    branches = []
    for first in sorted({word[0] for word in words}):
        tails = sorted((w[1:] for w in words if w[0] == first), key=len, reverse=True)
        if tails == [""]:
            single.setdefault(barred[first], []).append(first)
        else:
            rest = "|".join(re.escape(tail) + ("" if tail else _unless(barred[first])) for tail in tails)
            branches.append(f"{re.escape(first)}(?:{rest})")
    branches += [f"[{re.escape(''.join(chars))}]{_unless(bar)}" for bar, chars in sorted(single.items(), reverse=True)]
    return "(?:" + "|".join(branches) + ")"


def _unless(barred: str) -> str:
    return f"(?![{barred}])" if barred else ""
