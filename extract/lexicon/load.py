"""Reads the lexicon's files into frozen values, and says what is wrong with an entry that cannot be used."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from extract.errors import LexiconError
from extract.lexicon.entry import Field, check, read_file, told_of
from extract.lexicon.metric import Example, Metric, Phrase, TimeWords, Veto, Words
from extract.lexicon.shapes import EXAMPLE, METRIC, PHRASE, veto_shape
from extract.lexicon.units import read_units

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
    """The lexicon of a folder: ``metrics/*.toml``, ``words.toml``, ``vetoes.toml``, ``glue.toml``, ``times.toml``.

    >>> load_lexicon().metric("poverty_rate").zh
    '贫困发生率'

    Errors: LexiconError names the file and the field of the first entry that cannot be used.
    """
    words = read_file(folder / "words.toml")
    check(words, {"group": Field("lists"), "blocked": Field("lists")}, "words.toml")
    check(words["blocked"], {"words": Field("words")}, "words.toml: blocked")
    groups = {name: tuple(group) for name, group in words["group"].items()}
    metrics = _metrics(folder / "metrics", groups)
    vetoes = _vetoes(folder / "vetoes.toml", [metric.id for metric in metrics])
    glue = tuple(word for part in _lists(folder / "glue.toml").values() for word in part)
    with told_of("times.toml"):
        times = TimeWords(**_lists(folder / "times.toml"))
    return Lexicon(metrics, vetoes, tuple(words["blocked"]["words"]), glue, times)


def load_metrics(folder: Path = HERE) -> tuple[Metric, ...]:
    """The metrics alone, in the order of their ids: names, units and definitions for whoever shows them."""
    return load_lexicon(folder).metrics


def _lists(path: Path) -> dict[str, Words]:
    """A file that has nothing but lists of words."""
    lists = read_file(path)
    check(lists, dict.fromkeys(lists, Field("words")), path.name)
    return {name: tuple(words) for name, words in lists.items()}


def _metrics(folder: Path, groups: Groups) -> tuple[Metric, ...]:
    entries = {path.stem: read_file(path) for path in sorted(folder.glob("*.toml"))}
    return tuple(_metric(name, entry, entries, groups) for name, entry in entries.items())


def _metric(name: str, entry: Mapping[str, Any], entries: Mapping[str, Any], groups: Groups) -> Metric:
    """One entry as a value; ``like`` borrows the phrases of another entry."""
    where = f"{name}.toml"
    check(entry, {**METRIC, "counts": Field("words", _counted())}, where)
    if entry["id"] != name:
        raise LexiconError(f"its id is {entry['id']}", where, "give file and entry the same name")
    if "like" not in entry and "phrase" not in entry:
        raise LexiconError("phrase is missing", where, "add it to the entry")
    with told_of(where):
        borrowed = entries[entry["like"]]["phrase"] if "like" in entry else ()
        phrases = enumerate([*entry.get("phrase", ()), *borrowed], 1)
        low, high = entry["range"]
        return Metric(
            **{field: entry[field] for field in _TEXTS},
            counts=tuple(entry["counts"]),
            low=Decimal(str(low)),
            high=Decimal(str(high)),
            phrases=tuple(_phrase(f"{name}#{at}", phrase, groups) for at, phrase in phrases),
            examples=_examples(entry["example"], where),
            counters=_examples(entry["counter"], where),
        )


_TEXTS = ("id", "unit", "family", "zh", "en", "short_en", "definition_zh", "definition_en", "rise", "basis")


@cache
def _counted() -> frozenset[str]:
    """What may stand behind a number that a metric counts; nothing as well."""
    return frozenset({"", *(unit.unit for unit in read_units().by_word.values())})


def _phrase(name: str, phrase: Mapping[str, Any], groups: Groups) -> Phrase:
    check(phrase, PHRASE, name.replace("#", ".toml: phrase "))

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
        tight=phrase.get("tight", False),
        never=_words(phrase.get("never", ()), groups),
    )


def _words(names: Any, groups: Groups) -> Words:
    """The words of a list in which ``@name`` stands for a group of ``words.toml``."""
    found: list[str] = []
    for name in names:
        found.extend(_words(groups[name[1:]], groups) if name.startswith("@") else (name,))
    return tuple(dict.fromkeys(found))


def _examples(entries: Any, where: str) -> tuple[Example, ...]:
    for entry in entries:
        check(entry, EXAMPLE, f"{where}: example")
    return tuple(Example(entry["text"], tuple(entry["numbers"])) for entry in entries)


def _vetoes(path: Path, metrics: Iterable[str]) -> tuple[Veto, ...]:
    """The vetoes of a file in their order; no two have one name."""
    listed = read_file(path)
    check(listed, {"veto": Field("entries")}, path.name)
    vetoes: dict[str, Veto] = {}
    for at, entry in enumerate(listed["veto"], 1):
        where = f"{path.name}: {entry.get('name', f'veto {at}')}"
        check(entry, veto_shape(str(entry.get("where")), metrics), where)
        with told_of(where):
            re.compile(entry.get("pattern", ""))
        if entry["name"] in vetoes:
            raise LexiconError("another veto has this name", where, "rename one of the two")
        vetoes[entry["name"]] = _veto(entry)
    return tuple(vetoes.values())


def _veto(entry: Mapping[str, Any]) -> Veto:
    values: dict[str, Any] = {
        field: tuple(entry.get(field, ()))
        for field in ("units", "words", "unless", "spared", "only", "yes", "no")
    }
    values |= {field: entry.get(field, "") for field in ("name", "reason", "where", "pattern")}
    return Veto(**values)
