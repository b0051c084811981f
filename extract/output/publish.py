"""Results put on the disk: the whole set of files or nothing, whenever the power fails.

    data/
      metrics.csv   -> .now/metrics.csv       what people open
      manifest.json -> .now/manifest.json
      changes.json  -> .now/changes.json      what changed since the versions before; not in the first set
      .now          -> .sets/3f9a1c02-1       one rename turns it, and every file is the new one
      .sets/3f9a1c02-1/                       the files themselves, never changed again
      .lock                                   one writer at a time

A set is complete and synced before ``.now`` turns to it. The set before stays, for readers in the middle of
it. Where links are not to be had (Windows), the files are moved one by one after the old manifest is gone and
before the new one comes: without a manifest there is no data. Reasons: docs/adr/0005-publishing.md.
"""

import errno
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from extract.errors import PublishError
from extract.output.changes import CHANGES, write_changes
from extract.output.disk import LOCK, Content, only_writer, remove, sync_folder, write_synced
from extract.output.manifest import MANIFEST, files_of, list_files, measure, read_manifest, write_down

SETS = ".sets"
NOW = ".now"
BEFORE = ".before.json"  # the old manifest while files are moved: what else there is to remove


def publish(folder: Path, files: Mapping[str, Content], about: Mapping[str, object]) -> str:
    """The data version of ``files``, which now stand in ``folder``, and a manifest with them.

    ``about`` is what else the manifest says, such as counts. Files of the set before that are not among
    ``files`` are gone; other files in the folder stay.

    Errors: PublishError for a folder that cannot be written, a full disk, or another writer at work.
    """
    with writing(folder):
        return replace_set(folder, files, about)


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """The only writer of ``folder``, which is made where it is not there; if that was for nothing, it is gone again.

    Errors: PublishError for all that goes wrong with the disk meanwhile, and where another writer is at work.
    """
    try:
        fresh = not folder.exists()
        folder.mkdir(parents=True, exist_ok=True)
        with only_writer(folder):
            try:
                yield
            finally:
                if fresh and _names_in(folder) == {LOCK}:
                    remove(folder)
    except OSError as error:
        raise _explain(error, folder) from error


def replace_set(
    folder: Path,
    files: Mapping[str, Content],
    about: Mapping[str, object],
    beside: Mapping[str, bytes] | None = None,
) -> str:
    """The same as ``publish`` for one who is the only writer already.

    ``beside`` are files that are no part of the data version, and which the manifest does not list.
    """
    for unfinished in (*folder.glob(f"{SETS}/*.part"), *folder.glob(".*.link")):
        remove(unfinished)
    fresh, version = _write_set(folder, files, about, beside or {})
    if not _has_links(folder):
        _move(folder, fresh)
        return version
    before = _set_in_use(folder, files)
    names = {*_names_in(fresh), *_names_in(folder / SETS / before)}
    for name in sorted(names, key=lambda name: name == MANIFEST):
        _make_way(folder, name)  # a name that is new leads nowhere yet, one that goes soon will
        _point(folder / name, f"{NOW}/{name}")
    _point(folder / NOW, f"{SETS}/{fresh.name}")
    sync_folder(folder)
    _clear(folder, {fresh.name, before})
    return version


def _write_set(
    folder: Path, files: Mapping[str, Content], about: Mapping[str, object], beside: Mapping[str, bytes]
) -> tuple[Path, str]:
    """A new set of the files with their manifest and what changed since the set before; and its data version."""
    partial = _new_folder(folder / SETS)
    with _no_crumbs(partial):
        for name, content in {**files, **beside}.items():
            (partial / name).parent.mkdir(exist_ok=True)
            write_synced(partial / name, content)
        manifest = list_files({name: measure(partial, name) for name in files}, about)
        version = str(manifest["data_version"])
        write_synced(partial / MANIFEST, write_down(manifest))
        history = write_changes(folder, partial, version)
        if history:
            write_synced(partial / CHANGES, history)
        return _finish(partial, version[:8]), version


def _new_folder(sets: Path) -> Path:
    sets.mkdir(exist_ok=True)
    partial = sets / "new.part"
    partial.mkdir()
    return partial


@contextmanager
def _no_crumbs(partial: Path) -> Iterator[None]:
    """Whatever is unfinished is removed when the disk fails: a full one needs the room."""
    try:
        yield
    except OSError:
        shutil.rmtree(partial, ignore_errors=True)
        raise


def _finish(partial: Path, name: str) -> Path:
    """The folder under its final name, safe on the disk."""
    for part in (path for path in partial.iterdir() if path.is_dir()):
        sync_folder(part)
    sync_folder(partial)
    fresh = next(path for n in count(1) if not (path := partial.with_name(f"{name}-{n}")).exists())
    partial.rename(fresh)
    sync_folder(partial.parent)
    return fresh


def _set_in_use(folder: Path, names: Iterable[str]) -> str:
    """The name of the published set. Plain files from elsewhere become a set first, to be kept as well."""
    if (folder / NOW).is_symlink():
        return (folder / NOW).readlink().name
    known = {*names, *files_of(read_manifest(folder)), CHANGES}
    plain = [name for name in sorted({*known, MANIFEST}) if (folder / name).is_file()]
    if not plain:
        return ""
    partial = _new_folder(folder / SETS)
    with _no_crumbs(partial):
        for name in plain:
            (partial / name).parent.mkdir(exist_ok=True)
            write_synced(partial / name, (folder / name).read_bytes())
        adopted = _finish(partial, "adopted")
    _point(folder / NOW, f"{SETS}/{adopted.name}")
    return adopted.name


def _names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} if folder.is_dir() else set()


def _make_way(folder: Path, name: str) -> None:
    """Remove a folder of plain parts from elsewhere: a link cannot take its place in one step, so no data meanwhile."""
    if (folder / name).is_dir() and not (folder / name).is_symlink():
        remove(folder / MANIFEST)
        remove(folder / name)


def _point(link: Path, target: str) -> None:
    """Make ``link`` lead to ``target`` in one step."""
    if link.is_symlink() and str(link.readlink()) == target:
        return
    passing = link.with_name(f".{link.name.lstrip('.')}.link")
    passing.symlink_to(target)
    passing.replace(link)


def _clear(folder: Path, kept: set[str]) -> None:
    """Remove older sets, and the names whose file is no longer among the published ones."""
    for entry in (folder / SETS).iterdir():
        if entry.name not in kept:
            remove(entry)
    for link in folder.iterdir():
        if link.is_symlink() and not link.exists() and link.readlink().parent == Path(NOW):
            link.unlink()


def _move(folder: Path, fresh: Path) -> None:
    """Publish without links: no manifest while the files change, so nobody takes a torn set for whole."""
    if (folder / MANIFEST).exists():
        (folder / MANIFEST).replace(folder / BEFORE)
    sync_folder(folder)
    names = {path.name for path in fresh.iterdir()}
    before = {name.partition("/")[0] for name in (*files_of(read_manifest(folder, BEFORE)), CHANGES)}
    for name in before - names:
        remove(folder / name)
    for name in sorted(names, key=lambda name: name == MANIFEST):
        _make_way(folder, name)
        (fresh / name).replace(folder / name)
    sync_folder(folder)
    remove(folder / BEFORE)
    remove(folder / SETS)


def _has_links(folder: Path) -> bool:
    """Whether links can be made here; that the folder can be written is known by now."""
    probe = folder / ".probe.link"
    try:
        probe.symlink_to(SETS)
    except OSError:
        return False
    probe.unlink()
    return True


def _explain(error: OSError, folder: Path) -> PublishError:
    """The fault of a disk as a sentence."""
    full = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
    if error.errno in full:
        return PublishError("the disk is full; what was there before is unchanged", str(folder), "make room")
    if error.errno in {errno.EEXIST, errno.ENOTDIR}:
        return PublishError("is no folder", str(folder), "name another folder for the results")
    advice = "check its permissions, and close its files in other programs"
    return PublishError(f"cannot be written ({error.strerror})", str(folder), advice)
