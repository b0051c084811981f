"""Whether a table holds its laws: found = kept + left, nothing twice, every number where its text has it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from math import isfinite
from pathlib import Path

from extract.errors import InputError
from extract.output.account import kind_of
from extract.output.manifest import files_of, measure, read_manifest
from extract.output.rows import Row, read_rows

KINDS = ("ok", "partial", "refused", "failed")
TELL = 20  # faults of one kind; the first ones say enough


@dataclass(frozen=True, slots=True)
class Checked:
    """What was counted, and what is wrong, in words."""

    counts: Counter[str]
    faults: tuple[str, ...]


def check_table(folder: Path) -> Checked:
    """The counts and faults of the table in a folder. Memory: one document at a time, however long the table.

    Errors: InputError where there is no table.
    """
    manifest = read_manifest(folder)
    if manifest is None:
        raise InputError("there is no table here", str(folder), "build one with python -m extract build")
    whole = (folder / "manifest.json").resolve().parent
    counts = Counter[str]()
    faults = [*_torn(whole, manifest)]
    for fault in _documents(whole, counts):
        counts["faults"] += 1
        if len(faults) < TELL:
            faults.append(fault)
    faults += _sums(manifest, counts)
    return Checked(counts, tuple(faults))


def _torn(folder: Path, manifest: dict[str, object]) -> Iterator[str]:
    """The files that are not what the manifest says."""
    for name, expected in files_of(manifest).items():
        try:
            if measure(folder, name).sha256 != expected:
                yield f"{name} is not the one that was published"
        except OSError as error:
            yield f"{name} cannot be read ({error.strerror})"


def _documents(folder: Path, counts: Counter[str]) -> Iterator[str]:
    """What is wrong with any document; what is right is counted."""
    texts, metrics, leftovers = (_by_doc(folder, name) for name in ("texts", "metrics", "leftovers"))
    for about in read_rows(folder, "documents"):
        doc = about["doc"]
        text = "".join(row["text"] for row in texts.of(doc))
        kept, left = metrics.of(doc), leftovers.of(doc)
        counts.update({"documents": 1, kind_of(about): 1, "numbers": int(about["numbers"])})
        counts.update({"rows": len(kept), "leftovers": len(left)})
        yield from (f"{doc}: {fault}" for fault in _faults(about, text, kept, left))
    yield from (
        f"{name} has rows of no document" for name, rows in _named(texts, metrics, leftovers) if rows.rest()
    )


class _Rows:
    """The rows of one table, a document after the other."""

    def __init__(self, rows: Iterator[Row]) -> None:
        self._groups = groupby(rows, key=lambda row: row["doc"])
        self._next = next(self._groups, None)

    def of(self, doc: str) -> list[Row]:
        """Those of the document whose turn it is."""
        if self._next is None or self._next[0] != doc:
            return []
        found = list(self._next[1])
        self._next = next(self._groups, None)
        return found

    def rest(self) -> bool:
        """Whether any were left over."""
        return self._next is not None


def _by_doc(folder: Path, name: str) -> _Rows:
    return _Rows(read_rows(folder, name))


def _named(*rows: _Rows) -> Iterator[tuple[str, _Rows]]:
    return zip(("texts", "metrics", "leftovers"), rows, strict=True)


def _faults(about: Row, text: str, kept: list[Row], left: list[Row]) -> Iterator[str]:
    """What is wrong with one document."""
    spans = [(int(row["start"]), int(row["end"])) for row in (*kept, *left)]
    if (int(about["kept"]), int(about["left"])) != (len(kept), len(left)):
        yield f"says {about['kept']} kept and {about['left']} left, has {len(kept)} and {len(left)}"
    if int(about["numbers"]) != len(kept) + len(left):
        yield f"found {about['numbers']} numbers, kept and left {len(kept) + len(left)}"
    if len(set(spans)) != len(spans):
        yield "has a number twice"
    for row, (start, end) in zip((*kept, *left), spans, strict=True):
        if text[start:end] != row["text"]:
            yield f"{row['text']!r} does not stand at {start}"
    for row in kept:
        if not (row["unit"] and isfinite(float(row["value"]))):
            yield f"{row['text']!r} has no finite value or no unit"


def _sums(manifest: dict[str, object], counts: Counter[str]) -> Iterator[str]:
    """Where the manifest counts otherwise; each file is of one kind."""
    for name in ("documents", "rows", "leftovers"):
        if manifest.get(name) != counts[name]:
            yield f"the manifest says {manifest.get(name)} {name}, there are {counts[name]}"
    if counts["numbers"] != counts["rows"] + counts["leftovers"]:
        yield f"{counts['numbers']} numbers found, {counts['rows']} kept, {counts['leftovers']} left"
    account = manifest.get("account")
    told = (
        {kind: int(account.get(kind, 0)) for kind in ("files", *KINDS)} if isinstance(account, dict) else {}
    )
    counts.update(files=told.get("files", 0), refused=told.get("refused", 0), failed=told.get("failed", 0))
    if told and told["files"] != sum(told[kind] for kind in KINDS):
        yield f"{told['files']} files given, of which {told}"
    if told and (told["ok"], told["partial"]) != (counts["ok"], counts["partial"]):
        yield f"the manifest says {told['ok']} ok, {told['partial']} partial, there are {counts['ok']}, {counts['partial']}"
