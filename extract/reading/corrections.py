"""What people found wrong in the table: ``corrections.toml``, read and checked before anything is changed by it."""

import hashlib
import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

from extract.errors import InputError

CORRECTIONS = "corrections.toml"  # a file of this name in a folder of reports is used unasked
SUFFIX = ".toml"
FIGURE = ("doc", "phrase", "metric")
TOLD = ("reason", "source", "date")
CHANGED = ("value", "high", "metric", "place", "period", "since", "basis", "qualifier")
EXPECTED = ("text", "value", "quote", "metric", "place", "period")
PERIOD = re.compile("(?:[0-9]{4}(?:-[0-9]{2}){0,2})?")
NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,6})?")
WORDS = {"basis": ("level", "flow", "cumulative", "plan"), "qualifier": ("exact", "about", "over", "under")}
ADVICE = "see docs/corrections.md"


class Action(StrEnum):
    """What is done to a figure."""

    CONFIRM = "confirm"  # nothing: only the guard
    FLAG = "flag"
    OVERRIDE = "override"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry: which figure (``fact``, or ``doc``, ``phrase`` and ``metric``), what is done to it, and why.

    ``expect`` is what the report and the extraction said when it was written; ``to`` what an override puts in place.
    """

    id: str
    action: Action
    expect: Mapping[str, str]
    to: Mapping[str, str] = field(default_factory=dict)
    fact: str = ""
    doc: str = ""
    phrase: str = ""
    metric: str = ""
    reason: str = ""
    source: str = ""
    date: str = ""
    where: str = field(default="", compare=False)  # file and entry, as faults name them


def find_corrections(inputs: tuple[Path, ...]) -> tuple[Correction, ...]:
    """The corrections among the inputs: files that end in ``.toml``, and ``corrections.toml`` in folders.

    Errors: InputError for a file that cannot be read or an entry that cannot be used: nothing is published then, for a
    table that silently lacks its corrections would be wrong.
    """
    named = [path for path in inputs if is_list(path)]
    beside = [path / CORRECTIONS for path in inputs if (path / CORRECTIONS).is_file()]
    known: dict[str, Correction] = {}
    for path in {path.resolve(): path for path in (*named, *beside)}.values():
        for entry in read_corrections(path):
            if entry.id in known:
                raise InputError(
                    f"says the same as {known[entry.id].where}", entry.where, "remove one of the two"
                )
            known[entry.id] = entry
    return tuple(known.values())


def is_list(path: Path) -> bool:
    """Whether an input is a list of corrections and no report."""
    return path.suffix.lower() == SUFFIX and not path.is_dir()


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """The entries of a file, in its order.

    Errors: InputError as for ``find_corrections``.
    """
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8-sig"), parse_float=Decimal)
    except OSError as error:
        raise InputError(
            f"cannot be read ({error.strerror})", str(path), "check path and permissions"
        ) from error
    except ValueError as error:
        raise InputError(f"is no proper TOML ({error})", str(path), ADVICE) from error
    entries = told.pop("correction", [])
    if told or not isinstance(entries, list):
        stray = next(iter(told), "correction")
        raise InputError(f"has {stray!r}, where only [[correction]] can stand", str(path), ADVICE)
    return tuple(_entry(entry, f"{path}, entry {n}") for n, entry in enumerate(entries, 1))


def _entry(told: object, where: str) -> Correction:
    """One entry; what is wrong with it is a fault."""
    faults = list(_faults(told)) if isinstance(told, dict) else ["is no table"]
    if faults or not isinstance(told, dict):
        raise InputError("; ".join(faults), where, ADVICE)
    plain = {name: _plain(value) for name, value in told.items() if not isinstance(value, dict)}
    action = Action(plain.pop("action"))
    expect, to = (_cells(told.get(name, {})) for name in ("expect", "to"))
    return Correction(id=_id(told), action=action, expect=expect, to=to, where=where, **plain)


def _faults(told: Mapping[str, object]) -> Iterator[str]:
    """What is wrong with an entry, in words."""
    unknown = set(told) - {"fact", *FIGURE, *TOLD, "action", "expect", "to"}
    if unknown:
        yield f"has unknown keys: {', '.join(sorted(unknown))}"
    if not told.get("fact") and not all(told.get(name) for name in FIGURE):
        yield "names no figure: give fact, or doc, phrase and metric"
    yield from (f"has no {name}" for name in TOLD if not told.get(name))
    if told.get("date") and not _is_day(_plain(told["date"])):
        yield f"{_plain(told['date'])!r} is no date: write 2020-09-30"
    action = told.get("action")
    if action not in tuple(Action):
        yield f"has the action {action!r}: write {', '.join(Action)}"
    if (action == Action.OVERRIDE) != bool(told.get("to")):
        yield "needs `to` for an override, and only for that"
    yield from _table_faults("expect", told.get("expect"), EXPECTED)
    if not told.get("expect"):
        yield "has no `expect`: say what the text or the table said when it was written"
    yield from _table_faults("to", told.get("to"), CHANGED)


def _table_faults(name: str, told: object, known: tuple[str, ...]) -> Iterator[str]:
    if not isinstance(told, dict):
        if told is not None:
            yield f"{name!r} is no table"
        return
    unknown = set(told) - set(known)
    if unknown:
        yield f"{name!r} has unknown keys: {', '.join(sorted(unknown))}; it may have {', '.join(known)}"
    for key, value in _cells(told).items():
        if not _fits(key, value):
            yield f"{name!r} has the {key} {value!r}, which is none"


def _fits(key: str, value: str) -> bool:
    """Whether a value can stand in the column of that name.

    >>> _fits("value", "7247"), _fits("value", "7,247户"), _fits("period", "2019-06"), _fits("basis", "总的")
    (True, False, True, False)
    """
    if key in ("value", "high"):
        return bool(NUMBER.fullmatch(value)) or (key == "high" and not value)
    if key in ("period", "since"):
        return bool(PERIOD.fullmatch(value))
    return value in WORDS.get(key, (value,)) and (bool(value) or key not in ("metric", "place"))


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _cells(told: object) -> dict[str, str]:
    return {str(key): _plain(value) for key, value in told.items()} if isinstance(told, dict) else {}


def _plain(value: object) -> str:
    """A value as the table writes it: no needless noughts.

    >>> _plain(7247), _plain(Decimal("0.70")), _plain(date(2020, 9, 30)), _plain("肥西县")
    ('7247', '0.7', '2020-09-30', '肥西县')
    """
    if isinstance(value, Decimal) and value.is_finite():
        text = format(value, "f")
        return text.rstrip("0").rstrip(".") if "." in text else text
    return str(value)


def _id(told: Mapping[str, object]) -> str:
    """The same for the same entry, wherever it stands."""
    said = json.dumps(told, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(said.encode(errors="replace")).hexdigest()[:12]
