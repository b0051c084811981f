"""Steps on a disk that outlive a power cut, and the lock that keeps a second writer out."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from extract.errors import PublishError

LOCK = ".lock"


Content = (
    bytes | Path | Callable[[BinaryIO], None]
)  # as it is, a synced file that never changes, or how it is written


def write_synced(path: Path, content: Content) -> None:
    """Write a file and wait until it is on the disk; that of a path is linked, where the disk can do that."""
    if isinstance(content, Path):
        try:
            path.hardlink_to(content)
            return
        except OSError:
            source = content  # another disk, or one without links: copy it
            content = lambda handle: _copy(source, handle)  # noqa: E731
    with path.open("wb") as handle:
        if isinstance(content, bytes):
            handle.write(content)
        else:
            content(handle)
        handle.flush()
        os.fsync(handle.fileno())


def _copy(source: Path, handle: BinaryIO) -> None:
    with source.open("rb") as opened:
        shutil.copyfileobj(opened, handle)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk; Windows sees to that itself."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def remove(path: Path) -> None:
    """Remove a file, a link, or a folder with all that is in it."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


@contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """Hold the folder's lock. The system lets go of it when the process ends, however it ends.

    Errors: PublishError where another process holds it.
    """
    with (folder / LOCK).open("ab") as handle:
        try:
            _lock(handle)
        except (BlockingIOError, PermissionError) as error:
            what = "another build is writing here at this moment"
            raise PublishError(what, str(folder), "wait until it has ended, then start again") from error
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: BinaryIO) -> None:
        handle.seek(0)
        msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: BinaryIO) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
