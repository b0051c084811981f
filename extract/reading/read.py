"""Files to texts: the only place where reports are read from the disk."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.errors import InputError
from extract.reading.apart import Opened, read_apart
from extract.reading.encoding import decode
from extract.reading.refusal import Refusal, RefusedError

PLAIN = (".txt", ".md")
KINDS = {".docx": "docx", ".pdf": "pdf", ".htm": "html", ".html": "html"}  # opened in a process of their own
ENDINGS = (*PLAIN, *KINDS)
ARCHIVE = ".zip"
OTHER_REPORTS = (".doc", ".wps", ".rtf", ".odt", ".xls", ".xlsx")  # named, so that none is passed over
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
NAMED = {"docx": "a Word file", "pdf": "a PDF file", "html": "a web page", "": "plain text"}
OWN_MAGIC = {"docx": b"PK\x03\x04", "pdf": b"%PDF"}
LOCKED = "EncryptedPackage".encode("utf-16-le")  # in a Word file with a password


@dataclass(frozen=True, slots=True)
class Source:
    """A report as it was read: offsets point into ``text``, ``sha256`` is that of the text in UTF-8.

    So a report keeps its ids when it is saved in another encoding, or as the plain text that was made of it.
    ``text`` is the file's own, line ends untouched; a byte-order mark belongs to the encoding, not to it. Of a
    Word file, a PDF or a web page it is what its reader made of it, a paragraph a line.
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

    Errors: RefusedError for a file that is missing, unreadable, empty, too large, locked, or no readable text.
    """
    try:
        raw = read_bytes(path)
        kind = KINDS.get(path.suffix.lower(), "")
        _refuse_other_formats(raw, kind)
        opened = read_apart(kind, raw) if kind else _read_plain(raw)
    except RefusedError as refused:
        raise RefusedError(refused.refusal, str(path), refused.values) from refused
    sha256 = hashlib.sha256(opened.text.encode("utf-8", errors="replace")).hexdigest()
    return Source(path.stem, path.name, sha256, opened.text, opened.encoding, opened.note)


def _read_plain(raw: bytes) -> Opened:
    decoded = decode(raw)
    if decoded is None:
        raise RefusedError(Refusal.ENCODING)
    if not decoded.text.strip():
        raise RefusedError(Refusal.EMPTY)
    return Opened(decoded.text, decoded.encoding, decoded.note)


def _duplicate(second: Path, first: Path) -> InputError:
    return RefusedError(Refusal.SAME_NAME, str(second), {"other": str(first)})


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
            yield RefusedError(Refusal.OTHER_FORMAT, str(entry), {"kind": f"a {entry.suffix} file"})
    if not any(entry.suffix.lower() in (*ENDINGS, ARCHIVE) for entry in visible):
        yield InputError("has no report in it", str(folder), f"reports end in {', '.join(ENDINGS)}")


def read_bytes(path: Path) -> bytes:
    """The bytes of a file that is neither missing, unreadable, too large nor empty."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise RefusedError(
                Refusal.LARGE, values={"size": str(size // 2**20), "limit": str(LARGEST // 2**20)}
            )
        raw = path.read_bytes()
    except OSError as error:
        raise RefusedError(Refusal.MISSING, values={"reason": str(error.strerror)}) from error
    if not raw:
        raise RefusedError(Refusal.EMPTY)
    return raw


def _refuse_other_formats(raw: bytes, kind: str) -> None:
    """Nothing, or a RefusedError that names the format."""
    if kind == "docx" and LOCKED in raw[: 2**16]:
        raise RefusedError(Refusal.PASSWORD)
    own = OWN_MAGIC.get(kind)
    if own and own in raw[:1024]:
        return
    other = next((name for magic, name in MAGIC if raw.startswith(magic)), "")
    if other or own:
        raise RefusedError(
            Refusal.WRONG_TYPE, values={"kind": other or "something else", "named": NAMED[kind]}
        )
    marked = raw.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff"))
    if not marked and raw.count(b"\x00") * 100 > len(raw):
        raise RefusedError(Refusal.BINARY)
