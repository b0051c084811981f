"""Reads the lexicon's files into frozen values, and says what is wrong with an entry that cannot be used."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from ..errors import LexiconError
from .metric import Example, Metric, Phrase, TimeWords, Veto, Words

HERE = Path(__file__).parent
Groups = Mapping[str, Words]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that is known about words: the metrics, what keeps a number from being one, and words that mislead."""

    metrics: tuple[Metric, ...]
    vetoes: tuple[Veto, ...]
    blocked: Words
    glue: Words
    times: TimeWords

    def metric(self, name: str) -> Metric:
        """The metric with this id."""
        return next(metric for metric in self.metrics if metric.id == name)


@cache
def load_lexicon(folder: Path = HERE) -> Lexicon:
    """The lexicon of a folder: ``metrics/*.toml``, ``words.toml``, ``vetoes.toml``.

    >>> load_lexicon().metric("poverty_rate").zh
    '贫困发生率'

    Errors: LexiconError names the file and the field of the first entry that cannot be used.
    """
    words = _read(folder / "words.toml")
    groups = {name: tuple(group) for name, group in words["group"].items()}
    vetoes = tuple(Veto(**_veto(veto)) for veto in _read(folder / "vetoes.toml")["veto"])
    glue = tuple(word for part in _read(folder / "glue.toml").values() for word in part)
    times = TimeWords(**{name: tuple(part) for name, part in _read(folder / "times.toml").items()})
    return Lexicon(
        _metrics(folder / "metrics", groups), vetoes, tuple(words["blocked"]["words"]), glue, times
    )


def load_metrics(folder: Path = HERE) -> tuple[Metric, ...]:
    """The metrics alone, in the order of their ids: names, units and definitions for whoever shows them."""
    return load_lexicon(folder).metrics


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"cannot be read: {error}", path.name, "mend the file") from error


def _metrics(folder: Path, groups: Groups) -> tuple[Metric, ...]:
    entries = {path.stem: _read(path) for path in sorted(folder.glob("*.toml"))}
    return tuple(_metric(name, entry, entries, groups) for name, entry in entries.items())


def _metric(name: str, entry: Mapping[str, Any], entries: Mapping[str, Any], groups: Groups) -> Metric:
    """One entry as a value; ``like`` borrows the phrases of another entry."""
    try:
        if entry["id"] != name:
            raise LexiconError(
                f"its id is {entry['id']}", f"{name}.toml", "give file and entry the same name"
            )
        phrases = (
            [*entry.get("phrase", ()), *entries[entry["like"]]["phrase"]]
            if "like" in entry
            else entry["phrase"]
        )
        low, high = entry["range"]
        return Metric(
            **{field: entry[field] for field in _TEXTS},
            counts=tuple(entry["counts"]),
            low=Decimal(str(low)),
            high=Decimal(str(high)),
            phrases=tuple(_phrase(f"{name}#{at}", phrase, groups) for at, phrase in enumerate(phrases, 1)),
            examples=_examples(entry.get("example", ())),
            counters=_examples(entry.get("counter", ())),
        )
    except KeyError as error:
        raise LexiconError(f"{error} is missing or unknown", f"{name}.toml", "add it to the entry") from error


_TEXTS = ("id", "unit", "family", "zh", "en", "short_en", "definition_zh", "definition_en", "rise", "basis")


def _phrase(name: str, phrase: Mapping[str, Any], groups: Groups) -> Phrase:
    def together(kind: str) -> tuple[Words, ...]:
        return tuple(_words(group, groups) for group in phrase.get(kind, ()))

    return Phrase(
        name=name,
        noun=_words(phrase["noun"], groups),
        near=together("near"),
        before=together("before"),
        marks=together("marks"),
        carried=together("carried"),
        about=together("about"),
        unless=_words(phrase.get("unless", ()), groups),
        side=phrase.get("side", "both"),
        basis=phrase.get("basis", ""),
        weak=phrase.get("weak", False),
    )


def _words(names: Any, groups: Groups) -> Words:
    """The words of a list in which ``@name`` stands for a group of ``words.toml``."""
    found: list[str] = []
    for name in names:
        found.extend(_words(groups[name[1:]], groups) if name.startswith("@") else (name,))
    return tuple(dict.fromkeys(found))


def _examples(entries: Any) -> tuple[Example, ...]:
    return tuple(Example(entry["text"], tuple(entry["numbers"])) for entry in entries)


def _veto(entry: Mapping[str, Any]) -> dict[str, Any]:
    lists = {
        field: tuple(entry.get(field, ())) for field in ("units", "words", "unless", "spared", "yes", "no")
    }
    return {"reason": entry["reason"], "where": entry["where"], "pattern": entry.get("pattern", ""), **lists}
