"""What was read so far, in chunks on the disk: a build that was killed goes on, and nothing is read twice.

    data/.chunks/
      4a0f61c2d9b3-77be01f3a2c4/    a chunk: named after its first document, and after what is in it
        metrics.parquet ...         a part of each table
        done.json                   the key of each document, the hash of each file

A document's key says of what its rows were made: content, what is known beforehand, program. A chunk gets its name
when all of it is on the disk, and never changes again; what is published are links to its files.
"""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from extract.output.disk import remove, sync_folder, write_synced
from extract.output.table import TABLES, join_part

ROOM = ".chunks"
DONE = "done.json"

Keys = Mapping[str, str]  # the key of each document
Part = tuple[Collection[str], Mapping[str, bytes]]  # documents, and a Parquet file of each table


@dataclass(frozen=True, slots=True)
class Chunk:
    """A chunk on the disk, and the keys of the documents in it."""

    folder: Path
    keys: Keys

    def file(self, table: str) -> Path:
        """Its part of a table."""
        return self.folder / f"{table}.parquet"


def find_chunk(room: Path, name: str, wanted: Keys) -> Chunk | None:
    """The chunk of this name with the most of the documents that are ``wanted``; None where there is none whole."""
    found = [chunk for folder in sorted(room.glob(f"{name}-*")) if (chunk := _open(folder))]
    return max(found, key=lambda chunk: len(kept_of(chunk, wanted)), default=None)


def kept_of(chunk: Chunk | None, wanted: Keys) -> set[str]:
    """The documents of a chunk that are still as they were; one without a key cannot be told."""
    return {doc for doc, key in chunk.keys.items() if key and wanted.get(doc) == key} if chunk else set()


def add_to_chunk(old: Chunk | None, place: tuple[Path, str], wanted: Keys, part: Part) -> Chunk | None:
    """The chunk with the documents of a new part among those of the old one that are still as they were.

    ``place`` is the room and the chunk's name. None where no document is in it.
    """
    docs, files = part
    kept = kept_of(old, wanted) - set(docs)
    if old and not docs and kept == set(old.keys):
        return old
    room, name = place
    if old and kept:
        files = {table: join_part(table, old.file(table), kept, content) for table, content in files.items()}
    keys = {doc: wanted[doc] for doc in sorted({*kept, *docs})}
    chunk = _write(room, name, keys, files) if keys else None
    for folder in room.glob(f"{name}-*"):
        if not chunk or folder != chunk.folder:
            remove(folder)
    return chunk


def clear_chunks(room: Path, used: Iterable[Chunk]) -> None:
    """Remove the chunks that are not used any more, and what a killed build left unfinished."""
    names = {chunk.folder.name for chunk in used}
    for folder in room.iterdir() if room.is_dir() else ():
        if folder.name not in names:
            remove(folder)


def _open(folder: Path) -> Chunk | None:
    """The chunk in a folder; None where it is unfinished, or where somebody changed it."""
    try:
        done = json.loads((folder / DONE).read_bytes())
        for table in TABLES:
            with (folder / f"{table}.parquet").open("rb") as handle:
                if hashlib.file_digest(handle, "sha256").hexdigest() != done["files"][table]:
                    return None
        return Chunk(folder, {str(doc): str(key) for doc, key in done["keys"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _write(room: Path, name: str, keys: Keys, files: Mapping[str, bytes]) -> Chunk:
    """A new chunk, safe on the disk before it gets its name."""
    hashes = {table: hashlib.sha256(content).hexdigest() for table, content in files.items()}
    done = json.dumps({"keys": dict(keys), "files": hashes}, ensure_ascii=False).encode()
    folder = room / f"{name}-{hashlib.sha256(done).hexdigest()[:12]}"
    if _open(folder):
        return Chunk(folder, keys)
    partial = room / "new.part"
    for stale in (partial, folder):
        remove(stale)
    partial.mkdir(parents=True)
    for table, content in files.items():
        write_synced(partial / f"{table}.parquet", content)
    write_synced(partial / DONE, done)
    sync_folder(partial)
    partial.rename(folder)
    sync_folder(room)
    return Chunk(folder, keys)
