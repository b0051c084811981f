"""What changed among the figures from one data version to another: ``changes.json`` beside the manifest.

    {"version": "5d1f…",                      the data version that stands beside it
     "since": [{"version": "a810…",           an older one, the newest first, at most KEPT
                "added": 3, "gone": 1, "changed": 2, "moved": 0,
                "facts": [{"change": "changed", "doc": "jd", "fact": "…", "was": "…",
                           "before": {"value": "356", …}, "after": {"value": "357", …}}]}]}

``fact`` is the id of today and ``was`` that of the older version; a fact that was added has no ``before``, one that
is gone no ``after``. Moved is a figure that says the same under another id, as its text changed around it. Where
more than MOST facts changed, ``facts`` is null; where that was so in a step on the way, the counts are null as well.
The file is history, not content: it is no part of the data version, and the first build has none.
"""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from extract.output.manifest import files_of, read_manifest
from extract.output.rows import Row, read_rows

CHANGES = "changes.json"
KEPT = 8  # data versions
MOST = 2000  # facts of one of them: a list for people to read, and a file of at most a few MB
TOLD = (
    "place", "adcode", "metric", "value", "high", "unit", "period", "since", "basis", "qualifier", "grade", "text",
)  # fmt: skip
SUBJECT = ("adcode", "metric", "period", "basis")  # two figures of one document that answer the same question
KINDS = ("added", "gone", "changed", "moved")

Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """One fact in an older and a newer version: its id and cells there, "" and None where it was not."""

    doc: str
    was: str
    fact: str
    before: Cells | None
    after: Cells | None

    @property
    def kind(self) -> str:
        """One of KINDS, or "" where nothing changed."""
        if self.before is None or self.after is None:
            return "added" if self.after else "gone" if self.before else ""
        if any(self.before.get(name) != self.after.get(name) for name in TOLD):
            return "changed"
        return "moved" if self.was != self.fact else ""


@dataclass(frozen=True, slots=True)
class Since:
    """What changed since a version; ``facts`` and ``counts`` are None where there is too much to tell."""

    version: str
    counts: Mapping[str, int] | None
    facts: tuple[Change, ...] | None


def write_changes(before: Path, after: Path, version: str) -> bytes | None:
    """The record for the set in ``after`` that follows the one in ``before``; None where nothing came before."""
    old = str((read_manifest(before) or {}).get("data_version", ""))
    if not old:
        return None
    if old == version:  # built again: what changed is what changed before
        return _as_json(version, read_changes(before))
    try:
        rows = (read_rows(folder, "metrics", without=_shared(before, after)) for folder in (before, after))
        step = _since(old, find_changes(next(rows), next(rows)))
    except (OSError, ValueError, csv.Error):  # what stood there cannot be read: the past is no reason to stop
        return None
    past = (_compose(told, step) for told in read_changes(before) if told.version != version)
    return _as_json(version, (step, *past))


def _shared(before: Path, after: Path) -> set[str]:
    """The hashes of the files that both sets have: parts of which nothing needs to be compared."""
    hashes = (set(files_of(read_manifest(folder)).values()) for folder in (before, after))
    return next(hashes) & next(hashes)


def read_changes(folder: Path) -> tuple[Since, ...]:
    """What changed up to the table in ``folder``, since each version that is remembered, the newest first."""
    try:
        told = json.loads((folder / CHANGES).read_bytes())["since"]
        return tuple(_parse(entry) for entry in told)
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def find_changes(old: Iterable[Row], new: Iterable[Row]) -> Iterator[Change]:
    """The changes between two tables of figures, document by document; both are sorted by document."""
    for doc, before, after in _side_by_side(old, new):
        yield from _pair(doc, before, after)


def _side_by_side(
    old: Iterable[Row], new: Iterable[Row]
) -> Iterator[tuple[str, dict[str, Cells], dict[str, Cells]]]:
    """Each document with its facts in both tables."""
    befores, afters = _by_document(old), _by_document(new)
    before, after = next(befores, None), next(afters, None)
    while before or after:
        doc = min(side[0] for side in (before, after) if side)
        there, here = bool(before and before[0] == doc), bool(after and after[0] == doc)
        yield doc, before[1] if before and there else {}, after[1] if after and here else {}
        before = next(befores, None) if there else before
        after = next(afters, None) if here else after


def _by_document(rows: Iterable[Row]) -> Iterator[tuple[str, dict[str, Cells]]]:
    for doc, group in groupby((row for row in rows if "fact" in row), key=lambda row: row.get("doc", "")):
        facts: dict[str, Cells] = {
            row["fact"]: {name: row.get(name, "") for name in (*TOLD, "quote")} for row in group
        }
        yield doc, facts


def _pair(doc: str, before: Mapping[str, Cells], after: Mapping[str, Cells]) -> Iterator[Change]:
    """What became of each fact of one document: by its id, else by what it says, else by what it answers."""
    gone, come = dict(before), dict(after)
    pairs = [(fact, fact) for fact in before if fact in after]
    for names in (TOLD, SUBJECT):
        for was, fact in pairs:
            gone.pop(was, None)
            come.pop(fact, None)
        pairs += _alike(gone, come, names)
    for was, fact in pairs:
        gone.pop(was, None)
        come.pop(fact, None)
        change = Change(doc, was, fact, before[was], after[fact])
        if change.kind:
            yield change
    yield from (Change(doc, was, "", cells, None) for was, cells in gone.items())
    yield from (Change(doc, "", fact, None, cells) for fact, cells in come.items())


def _alike(
    gone: Mapping[str, Cells], come: Mapping[str, Cells], names: Sequence[str]
) -> list[tuple[str, str]]:
    """The pairs of old and new facts with the same cells, where each is the only one that has them."""
    old, new = _alone(gone, names), _alone(come, names)
    return [(old[cells], new[cells]) for cells in old if cells in new]


def _alone(facts: Mapping[str, Cells], names: Sequence[str]) -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], list[str]] = {}
    for fact, cells in facts.items():
        found.setdefault(tuple(cells.get(name, "") for name in names), []).append(fact)
    return {cells: having[0] for cells, having in found.items() if len(having) == 1}


def _since(version: str, changes: Iterable[Change]) -> Since:
    """The changes counted, and listed as long as they are few."""
    counts = dict.fromkeys(KINDS, 0)
    facts: list[Change] = []
    for change in changes:
        counts[change.kind] += 1
        if len(facts) <= MOST:
            facts.append(change)
    return Since(version, counts, tuple(facts) if len(facts) <= MOST else None)


def _compose(told: Since, step: Since) -> Since:
    """What changed since an older version, now that one more step was taken."""
    if told.facts is None or step.facts is None:
        return Since(told.version, None, None)
    by_doc: dict[str, tuple[dict[str, Cells], dict[str, Cells]]] = {}
    for change in _joined(told.facts, step.facts):
        before, after = by_doc.setdefault(change.doc, ({}, {}))
        if change.before is not None:
            before[change.was] = change.before
        if change.after is not None:
            after[change.fact] = change.after
    found = (change for doc in sorted(by_doc) for change in _pair(doc, *by_doc[doc]))
    return _since(told.version, found)


def _joined(first: Iterable[Change], then: Iterable[Change]) -> Iterator[Change]:
    """Two steps as one: where a fact changed twice, from what it was first to what it is last."""
    passed = {change.fact: change for change in first if change.fact}
    yield from (change for change in first if not change.fact)
    for change in then:
        earlier = passed.pop(change.was, None) if change.was else None
        if earlier:
            change = Change(change.doc, earlier.was, change.fact, earlier.before, change.after)  # noqa: PLW2901
        yield change
    yield from passed.values()


def _as_json(version: str, since: Iterable[Since]) -> bytes | None:
    told = [_entry(entry) for entry in since][:KEPT]
    if not told:
        return None
    return (json.dumps({"version": version, "since": told}, ensure_ascii=False, indent=1) + "\n").encode()


def _entry(since: Since) -> dict[str, object]:
    counts = since.counts or dict.fromkeys(KINDS)
    facts = None if since.facts is None else [_as_record(change) for change in since.facts]
    return {"version": since.version, **counts, "facts": facts}


def _as_record(change: Change) -> dict[str, object]:
    return {
        "change": change.kind, "doc": change.doc, "fact": change.fact, "was": change.was,
        "before": change.before, "after": change.after,
    }  # fmt: skip


def _parse(entry: dict[str, object]) -> Since:
    facts, counts = entry["facts"], {kind: entry[kind] for kind in KINDS}
    listed = None if facts is None else tuple(map(_parse_change, _list(facts)))
    told = {kind: count for kind, count in counts.items() if isinstance(count, int)}
    return Since(str(entry["version"]), told if len(told) == len(KINDS) else None, listed)


def _list(value: object) -> list[dict[str, object]]:
    if not isinstance(value, list):
        raise TypeError(value)
    return value


def _parse_change(record: dict[str, object]) -> Change:
    before, after = (
        cells if isinstance(cells, dict) else None for cells in (record["before"], record["after"])
    )
    return Change(str(record["doc"]), str(record["was"]), str(record["fact"]), before, after)
