"""Whether published results are still those of the present reports and the present program."""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from extract.output.manifest import files_of, measure, read_manifest

PROGRAM = Path(__file__).parents[1]
CODE_AND_LEXICON = (".py", ".toml", ".csv")


def fingerprint(inputs: Iterable[Path]) -> str:
    """A hash of the reports, the list of documents and the program; the manifest keeps it as ``inputs``."""
    digest = hashlib.sha256(program().encode())
    for label, path in _inside(inputs):
        content = _content(path)
        told = "unreadable" if content is None else len(content)
        digest.update(f"{label} {told}\n".encode(errors="surrogateescape"))
        digest.update(content or b"")
    return digest.hexdigest()[:16]


def is_current(folder: Path, inputs: Iterable[Path]) -> bool:
    """Whether ``folder`` holds, whole and unchanged, what a build from ``inputs`` would write."""
    manifest = read_manifest(folder)
    if manifest is None or manifest.get("inputs") != fingerprint(inputs):
        return False
    return all(_has_hash(folder, name, expected) for name, expected in files_of(manifest).items())


def program() -> str:
    """A hash of the program and its lexicon, as they were when this process first asked: other rules, other figures."""
    return _hash_of(PROGRAM)


@cache
def _hash_of(root: Path) -> str:
    digest = hashlib.sha256()
    for label, path in _program(root):
        digest.update(f"{label} ".encode() + hashlib.sha256(_content(path) or b"").digest())
    return digest.hexdigest()[:16]


def _content(path: Path) -> bytes | None:
    """The bytes of a file, or None: the build itself says which file cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def _program(root: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(root.rglob("*")):
        if path.suffix in CODE_AND_LEXICON and path.is_file():
            yield path.relative_to(root).as_posix(), path


def _inside(inputs: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    """Every visible file of the inputs, by its name below the given folder, wherever that stands."""
    for given in inputs:
        if given.is_file():
            yield given.name, given
        for path in sorted(given.rglob("*")):
            if path.is_file() and not path.name.startswith("."):
                yield path.relative_to(given).as_posix(), path


def _has_hash(folder: Path, name: str, expected: str) -> bool:
    try:
        return measure(folder, name).sha256 == expected
    except OSError:
        return False
