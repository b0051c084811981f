"""The list of what was published: with sizes and hashes, by which a whole set is told from a torn one."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

MANIFEST = "manifest.json"


def describe(files: Mapping[str, bytes], about: Mapping[str, object]) -> dict[str, object]:
    """The manifest of ``files``: ``data_version``, what ``about`` says, and size and hash of each file."""
    listed = {
        name: {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for name, content in sorted(files.items())
    }
    return {"data_version": version_of(files), **about, "files": listed}


def version_of(files: Mapping[str, bytes]) -> str:
    """The data version: 16 hex digits of the content, the same on every machine and day.

    >>> version_of({"metrics.csv": b"1", "events.csv": b"2"})
    '8e70892f7a2a45bb'
    >>> version_of({"events.csv": b"2", "metrics.csv": b"1"})
    '8e70892f7a2a45bb'
    """
    hashes = ((name, hashlib.sha256(content).hexdigest()) for name, content in sorted(files.items()))
    return hashlib.sha256("\n".join(f"{name} {digest}" for name, digest in hashes).encode()).hexdigest()[:16]


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
        if isinstance(entry, dict) and Path(name).name == name
    }
