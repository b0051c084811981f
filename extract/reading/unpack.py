"""Archives unpacked beside the other inputs, for as long as a build takes."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from extract.errors import InputError, XianbiError
from extract.reading.apart import unpack_apart
from extract.reading.archive import Member
from extract.reading.read import ARCHIVE, ENDINGS, OTHER_REPORTS, read_bytes
from extract.reading.refusal import RefusedError

WANTED = (*ENDINGS, *OTHER_REPORTS, ARCHIVE, ".csv", ".toml")


@dataclass(frozen=True, slots=True)
class Unpacked:
    """Inputs with a folder for each archive among them, and what of the archives could not be taken."""

    inputs: tuple[Path, ...]
    faults: tuple[InputError, ...]
    archives: tuple[tuple[Path, Path], ...]  # folder, and the archive that it came from

    def as_given(self, fault: XianbiError) -> XianbiError:
        """The fault, told of the archive and the file inside it, not of where it was unpacked."""
        for folder, archive in self.archives:
            if fault.where.startswith(str(folder)):
                where = f"{archive}{fault.where[len(str(folder)) :]}"
                if isinstance(fault, RefusedError):
                    return RefusedError(fault.refusal, where, fault.values)
                return InputError(fault.what, where, fault.todo)
        return fault


@contextmanager
def unpacked(inputs: Sequence[Path]) -> Iterator[Unpacked]:
    """The inputs without their archives, and folders with what was in these; gone when it is left."""
    archives = [path for given in inputs for path in _archives(given)]
    with tempfile.TemporaryDirectory(prefix="xianbi-") as room:
        pairs = tuple((Path(room) / str(n) / "in", path) for n, path in enumerate(archives))
        faults = tuple(fault for folder, path in pairs for fault in _unpack(path, folder))
        folders = tuple(folder for folder, _ in pairs if folder.is_dir())
        kept = tuple(given for given in inputs if given not in archives)
        yield Unpacked((*kept, *folders), faults, pairs)


def _archives(given: Path) -> list[Path]:
    """The archive that is named, or those in the folder that is named."""
    if given.is_dir():
        return sorted(path for path in given.rglob(f"*{ARCHIVE}") if not path.name.startswith("."))
    return [given] if given.suffix.lower() == ARCHIVE and given.is_file() else []


def _unpack(archive: Path, folder: Path) -> Iterator[InputError]:
    """Writes the reports of an archive under ``folder``; what cannot be taken, as faults."""
    try:
        members = list(unpack_apart(read_bytes(archive), WANTED))
    except RefusedError as refused:
        yield RefusedError(refused.refusal, str(archive), refused.values)
        return
    top = _common_folder(members)
    for member in members:
        name = member.name.removeprefix(top)
        if member.refused:
            where = f"{archive}/{member.name}" if member.name else str(archive)
            yield RefusedError(member.refused.refusal, where, member.refused.values)
        else:
            _write(folder / name, member.content)
    if not folder.is_dir() and not any(member.refused for member in members):
        yield InputError("has no report in it", str(archive), f"reports end in {', '.join(ENDINGS)}")


def _common_folder(members: Sequence[Member]) -> str:
    """The one folder that holds all members, as most archives have it; empty where there is none."""
    tops = {member.name.partition("/")[0] for member in members if member.name}
    inside = all("/" in member.name for member in members if member.name)
    return f"{tops.pop()}/" if inside and len(tops) == 1 else ""


def _write(path: Path, content: bytes) -> None:
    """Writes a member; a second one of the same path gets a number."""
    path.parent.mkdir(parents=True, exist_ok=True)
    n = 2
    while path.exists():
        path = path.with_stem(f"{path.stem} ({n})")
        n += 1
    path.write_bytes(content)
