"""The list of what was published: with sizes and hashes, by which a whole set is told from a torn one."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

MANIFEST = "manifest.json"


def describe(files: Mapping[str, bytes], about: Mapping[str, object]) -> dict[str, object]:
    """The manifest of ``files``: ``data_version``, what ``about`` says, and size and hash of each file."""
    return list_files({name: Size(len(content), _sha256(content)) for name, content in files.items()}, about)


def list_files(sizes: Mapping[str, "Size"], about: Mapping[str, object]) -> dict[str, object]:
    """The same of files that are only known by size and hash."""
    listed = {name: {"bytes": size.length, "sha256": size.sha256} for name, size in sorted(sizes.items())}
    hashes = {name: size.sha256 for name, size in sizes.items()}
    return {"data_version": version_of_hashes(hashes), **about, "files": listed}


@dataclass(frozen=True, slots=True)
class Size:
    """Length and hash of a file."""

    length: int
    sha256: str


def measure(folder: Path, name: str) -> Size:
    """Length and hash of a file on the disk."""
    with (folder / name).open("rb") as handle:
        digest = hashlib.file_digest(handle, "sha256").hexdigest()
    return Size((folder / name).stat().st_size, digest)


def version_of(files: Mapping[str, bytes]) -> str:
    """The data version: 16 hex digits of the content, the same on every machine and day.

    >>> version_of({"metrics.csv": b"1", "events.csv": b"2"})
    '8e70892f7a2a45bb'
    >>> version_of({"events.csv": b"2", "metrics.csv": b"1"})
    '8e70892f7a2a45bb'
    """
    return version_of_hashes({name: _sha256(content) for name, content in files.items()})


def version_of_hashes(hashes: Mapping[str, str]) -> str:
    """The same of the files' hashes."""
    told = "\n".join(f"{name} {digest}" for name, digest in sorted(hashes.items()))
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def write_down(manifest: Mapping[str, object]) -> bytes:
    """The manifest as JSON text, the same bytes for the same content."""
    return (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode()


def read_manifest(folder: Path, name: str = MANIFEST) -> dict[str, object] | None:
    """The manifest in a folder, or None where there is none that can be read."""
    try:
        found = json.loads((folder / name).read_bytes())
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def files_of(manifest: Mapping[str, object] | None) -> dict[str, str]:
    """The hash of each file that a manifest lists; nothing for a manifest without a list.

    >>> files_of(describe({"a.csv": b""}, {}))["a.csv"][:8]
    'e3b0c442'
    """
    listed = (manifest or {}).get("files")
    if not isinstance(listed, dict):
        return {}
    return {
        name: str(entry.get("sha256", ""))
        for name, entry in listed.items()
        if isinstance(entry, dict) and _is_inside(name)
    }


def _is_inside(name: str) -> bool:
    """Whether a name is that of a file of the folder, or of a part of a table in it."""
    path = PurePosixPath(name)
    return (
        path.as_posix() == name and len(path.parts) <= 2 and ".." not in path.parts and not path.is_absolute()
    )
