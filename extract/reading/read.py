"""Files to texts: the only place where reports are read from the disk."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.errors import InputError
from extract.reading.encoding import decode

ENDINGS = (".txt", ".md")
OTHER_REPORTS = (
    ".doc",
    ".docx",
    ".wps",
    ".pdf",
    ".rtf",
    ".htm",
    ".html",
)  # named, so that none is passed over
LARGEST = 64 * 2**20  # bytes; the longest report known has 0.2 MB
MAGIC = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a zipped file (Word, Excel, WPS or ZIP)"),
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or WPS file"),
    (b"{\\rtf", "a rich-text file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
AS_TEXT = "save it as plain text (.txt, UTF-8)"


@dataclass(frozen=True, slots=True)
class Source:
    """A report as it was read: offsets point into ``text``, ``sha256`` is that of the file's bytes.

    ``text`` is the file's own, line ends untouched; a byte-order mark belongs to the encoding, not to it.
    """

    doc: str
    name: str
    sha256: str
    text: str
    encoding: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Inputs:
    """The files to read, in the order of their document ids, and what could not be taken, as errors.

    ``folders`` tells whether any of them were looked for in a folder.
    """

    files: tuple[Path, ...]
    faults: tuple[InputError, ...]
    folders: bool = False


def find_inputs(paths: Sequence[Path]) -> Inputs:
    """The reports among files and folders (with their sub-folders); a wrong path leaves the others alone.

    Two files of one name would be one document id, so the second is a fault.
    """
    files: dict[str, Path] = {}
    faults: list[InputError] = []
    for found in (entry for path in paths for entry in _expand(path)):
        if isinstance(found, InputError):
            faults.append(found)
        elif found.stem not in files:
            files[found.stem] = found
        elif found.resolve() != files[found.stem].resolve():
            faults.append(_duplicate(found, files[found.stem]))
    listed = tuple(files[doc] for doc in sorted(files))
    return Inputs(listed, tuple(faults), any(path.is_dir() for path in paths))


def read_document(path: Path) -> Source:
    """The report in ``path``.

    Errors: InputError for a file that is missing, unreadable, empty, too large, or no readable text.
    """
    raw = _read_bytes(path)
    _refuse_other_formats(raw, path)
    decoded = decode(raw)
    if decoded is None:
        raise InputError("is in none of the encodings UTF-8, GB18030 and Big5", str(path), AS_TEXT)
    if not decoded.text.strip():
        raise InputError("is empty", str(path), "put the report's text into it, or leave it out")
    sha256 = hashlib.sha256(raw).hexdigest()
    return Source(path.stem, path.name, sha256, decoded.text, decoded.encoding, decoded.note)


def _duplicate(second: Path, first: Path) -> InputError:
    return InputError(f"has the same name as {first}", str(second), "rename one of the two")


def _expand(path: Path) -> Iterator[Path | InputError]:
    """The reports under a path, or the reason why there are none."""
    if path.is_file():
        yield _named(path)
    elif path.is_dir():
        yield from _walk(path)
    else:
        yield InputError("there is no such file or folder", str(path), "check the spelling of the path")


def _named(path: Path) -> Path | InputError:
    """The path, or a fault where its name is no text: it is the document's id in the table."""
    shown = str(path).encode(errors="replace").decode()
    return path if shown == str(path) else InputError("has a name that is not UTF-8", shown, "rename it")


def _walk(folder: Path) -> Iterator[Path | InputError]:
    """The visible reports in a folder, sorted; reports in a format that cannot be read are faults."""
    try:
        inside = sorted(entry for entry in folder.rglob("*") if entry.is_file())
    except OSError as error:
        yield InputError(f"cannot be listed ({error.strerror})", str(folder), "check the permissions")
        return
    visible = [
        entry for entry in inside if not any(part.startswith(".") for part in entry.relative_to(folder).parts)
    ]
    for entry in visible:
        if entry.suffix.lower() in ENDINGS:
            yield _named(entry)
        elif entry.suffix.lower() in OTHER_REPORTS:
            yield InputError(f"is a {entry.suffix} file, which cannot be read", str(entry), AS_TEXT)
    if not any(entry.suffix.lower() in ENDINGS for entry in visible):
        yield InputError("has no .txt or .md file in it", str(folder), "name the folder with the reports")


def _read_bytes(path: Path) -> bytes:
    """The bytes of a file that is neither missing, unreadable, too large nor empty."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            limit = f"{LARGEST // 2**20} MB"
            raise InputError(f"has {size // 2**20} MB, more than the {limit} allowed", str(path), "split it")
        raw = path.read_bytes()
    except OSError as error:
        raise InputError(
            f"cannot be read ({error.strerror})", str(path), "check path and permissions"
        ) from error
    if not raw:
        raise InputError("is empty", str(path), "put the report's text into it, or leave it out")
    return raw


def _refuse_other_formats(raw: bytes, path: Path) -> None:
    """Nothing, or an InputError that names the format."""
    for magic, kind in MAGIC:
        if raw.startswith(magic):
            raise InputError(f"is {kind}, not plain text", str(path), AS_TEXT)
    marked = raw.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff"))
    if not marked and raw.count(b"\x00") * 100 > len(raw):
        raise InputError("is a binary file, not plain text", str(path), AS_TEXT)
