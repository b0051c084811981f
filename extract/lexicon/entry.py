"""Files of the lexicon read, and their entries held to a shape: a typo is an error with its place, never passed over."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extract.errors import LexiconError


@dataclass(frozen=True, slots=True)
class Field:
    """What may stand in one field: a value of a kind (see ``KINDS``), of some known ones where ``known`` lists them."""

    kind: str = "text"
    known: frozenset[str] = frozenset()
    needed: bool = True


MANY = 30  # more than a sentence can list
Shape = Mapping[str, Field]


def read_file(path: Path) -> dict[str, Any]:
    """The entries of a TOML file.

    Errors: LexiconError for a file that is missing, unreadable or no TOML.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"cannot be read: {error}", path.name, "mend the file") from error


@contextmanager
def told_of(where: str) -> Iterator[None]:
    """What goes wrong while an entry is used becomes a LexiconError that says where the entry stands."""
    try:
        yield
    except (KeyError, ValueError, TypeError, AttributeError, ArithmeticError, re.error) as error:
        raise LexiconError(f"{error} is missing or wrong", where, "mend the entry") from error


def check(entry: Any, shape: Shape, where: str) -> None:
    """Nothing, for an entry that has what the shape asks for and nothing else.

    >>> check({"side": "left"}, {"side": Field(known=frozenset({"before", "after"}))}, "area.toml")
    Traceback (most recent call last):
    extract.errors.LexiconError: area.toml: side is 'left'; write one of after, before

    Errors: LexiconError with the field that is missing, unknown, or holds something else.
    """
    if not isinstance(entry, dict):
        raise LexiconError(f"{entry!r} is no entry", where, "write its fields")
    for name in entry:
        if name not in shape:
            raise LexiconError(f"there is no field {name!r}", where, f"use one of {', '.join(shape)}")
    for name, field in shape.items():
        if name in entry:
            _check_value(name, entry[name], field, where)
        elif field.needed:
            raise LexiconError(f"{name} is missing", where, "add it to the entry")


def _check_value(name: str, value: Any, field: Field, where: str) -> None:
    advice, fits = KINDS[field.kind]
    if not fits(value):
        raise LexiconError(f"{name} is {value!r}", where, f"write {advice}")
    said = [value] if field.kind == "text" else value
    if field.known and (unknown := [word for word in said if word not in field.known]):
        some = "one of " + ", ".join(sorted(field.known)) if len(field.known) <= MANY else "a known one"
        raise LexiconError(f"{name} is {unknown[0]!r}", where, f"write {some}")


def _are_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


def _are_entries(value: Any) -> bool:
    return isinstance(value, list) and value != [] and all(isinstance(entry, dict) for entry in value)


def _is_range(value: Any) -> bool:
    numbers = isinstance(value, list) and all(type(number) in (int, float) for number in value)
    return numbers and len(value) == 2 and value[0] < value[1]


KINDS: dict[str, tuple[str, Callable[[Any], bool]]] = {
    "text": ("a text in quotes", lambda value: isinstance(value, str) and value != ""),
    "words": ("a list of texts", _are_words),
    "tables": ("it as [tables]", lambda value: isinstance(value, dict)),
    "lists": (
        "lists of texts",
        lambda value: isinstance(value, dict) and all(map(_are_words, value.values())),
    ),
    "groups": (
        "a list of lists of texts",
        lambda value: isinstance(value, list) and all(map(_are_words, value)),
    ),
    "flag": ("true or false", lambda value: isinstance(value, bool)),
    "count": ("a whole number", lambda value: type(value) is int),
    "range": ("a list of two numbers, the lower first", _is_range),
    "entries": ("it as [[entries]]", _are_entries),
}
