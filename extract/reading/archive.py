"""Archives (.zip) to the reports inside them; archives inside archives are opened as well, two deep."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from extract.reading.names import harmless, read_name
from extract.reading.refusal import Refusal, RefusedError

MOST_FILES = 5000
LARGEST = 64  # MB of one file
ALL = 128  # MB of all files
RATIO = 200  # how much smaller a file may be in the archive; reports are 2 to 20 times smaller
SMALL = 2**20  # bytes below which the ratio says nothing
DEEPEST = 3
LOCKED = 1
PASSED_OVER = "__MACOSX"


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive with its harmless name, or the reason why it is not taken."""

    name: str
    content: bytes = b""
    refused: RefusedError | None = None


@dataclass
class Budget:
    """How much may still be unpacked."""

    files: int
    left: int
    endings: frozenset[str]


def read_archive(raw: bytes, endings: frozenset[str]) -> Iterator[Member]:
    """The members of an archive whose names end in one of ``endings``, in its order.

    Errors: RefusedError for an archive that is damaged, locked, or too much to unpack.
    """
    yield from _members(raw, Budget(MOST_FILES, ALL * 2**20, endings), "", 1)


def _members(raw: bytes, budget: Budget, above: str, depth: int) -> Iterator[Member]:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            budget.files -= len(infos)
            if budget.files < 0:
                values = {"files": str(MOST_FILES - budget.files), "limit": str(MOST_FILES)}
                raise RefusedError(Refusal.MANY, values=values)
            for info in infos:
                yield from _open_member(archive, info, budget, (above, depth))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise RefusedError(Refusal.DAMAGED, values={"reason": str(error)[:80]}) from error


def _open_member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget, around: tuple[str, int]
) -> Iterator[Member]:
    """A member, or the members of the archive that it is; nothing of what is no report."""
    above, depth = around
    parts = harmless(read_name(info.orig_filename, info.flag_bits))
    if not parts or parts[0] == PASSED_OVER or any(part.startswith(".") for part in parts):
        return
    name = "/".join((above, *parts) if above else parts)
    ending = PurePosixPath(name).suffix.lower()
    if ending not in budget.endings:
        return
    try:
        content = _content(archive, info, budget)
        if ending != ".zip":
            yield Member(name, content)
        elif depth == DEEPEST:
            yield Member(name, refused=RefusedError(Refusal.DEEP))
        else:
            yield from _members(content, budget, name, depth + 1)
    except RefusedError as refused:
        if budget.left < 0:
            raise
        yield Member(name, refused=refused)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        yield Member(name, refused=RefusedError(Refusal.DAMAGED, values={"reason": str(error)[:80]}))


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> bytes:
    """What a member unpacks to, never more than is left of the budget."""
    if info.flag_bits & LOCKED:
        raise RefusedError(Refusal.PASSWORD)
    if info.file_size > SMALL and info.file_size > RATIO * max(info.compress_size, 1):
        times = info.file_size // max(info.compress_size, 1)
        raise RefusedError(Refusal.SWOLLEN, values={"times": str(times)})
    if info.file_size > LARGEST * 2**20:
        values = {"size": str(info.file_size // 2**20), "limit": str(LARGEST)}
        raise RefusedError(Refusal.LARGE, values=values)
    with archive.open(info) as member:
        content = member.read(budget.left + 1)
    budget.left -= len(content)
    if budget.left < 0:
        raise RefusedError(Refusal.BOMB, values={"limit": str(ALL)})
    return content
