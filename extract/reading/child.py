"""One file read in a process of its own: ``python -m extract.reading.child KIND < FILE``, then it ends.

Files come from strangers, and what opens them is large. So the process has little memory and time, and once
it has read its input it can open nothing more: no file, no network, no other process. What it writes is one
line of JSON, then the text; of an archive a line and the content for each member.
"""

import codecs
import json
import sys
from collections.abc import Callable, Iterable, Iterator

from extract.reading.archive import read_archive
from extract.reading.limits import MEMORY, OUT_OF_MEMORY, SECONDS, close_doors, set_limits
from extract.reading.pdf import read_pdf
from extract.reading.refusal import Refusal, RefusedError
from extract.reading.webpage import read_page
from extract.reading.word import read_word

LARGEST = 32 * 2**20  # bytes of text that any report may have
PREPARED = ("gb18030", "cp950", "cp437", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")


def main(kind: str, endings: Iterable[str] = ()) -> int:
    """The exit status: 0 where the answer is whole, a refusal included."""
    set_limits(MEMORY, SECONDS)
    _prepare(kind)
    raw = sys.stdin.buffer.read()
    close_doors()
    read = _members(raw, frozenset(endings)) if kind == "zip" else _text(READERS[kind], raw)
    try:
        for part in read:
            sys.stdout.buffer.write(part)
        sys.stdout.buffer.flush()
    except MemoryError:
        return OUT_OF_MEMORY
    return 0


def _prepare(kind: str) -> None:
    """Loads what would be loaded at the first need, when nothing can be opened any more."""
    for encoding in PREPARED:
        codecs.lookup(encoding)
    if kind == "pdf":
        import pypdfium2  # noqa: F401, PLC0415 - takes a while, and is for one kind only


def _text(read: Callable[[bytes], tuple[str, str, str]], raw: bytes) -> Iterator[bytes]:
    """The answer for a file with one text."""
    try:
        text, encoding, note = read(raw)
    except RefusedError as refused:
        yield _head(refused)
        return
    content = text.encode("utf-8", errors="replace")
    if len(content) > LARGEST:
        values = {"size": str(len(content) >> 20), "limit": str(LARGEST >> 20)}
        yield _head(RefusedError(Refusal.LARGE, values=values))
    elif not text.strip():
        yield _head(RefusedError(Refusal.WORDLESS))
    else:
        yield _head(None, encoding=encoding, note=note)
        yield content


def _members(raw: bytes, endings: frozenset[str]) -> Iterator[bytes]:
    """The answer for an archive; a fault of the whole archive is a member without a name."""
    try:
        for member in read_archive(raw, endings):
            yield _head(member.refused, name=member.name, bytes=len(member.content))
            yield member.content
    except RefusedError as refused:
        yield _head(refused, name="", bytes=0)


def _head(refused: RefusedError | None, **about: str | int) -> bytes:
    said = {"refusal": refused.refusal, "values": refused.values} if refused else {}
    return json.dumps({**about, **said}).encode() + b"\n"


def _word(raw: bytes) -> tuple[str, str, str]:
    return read_word(raw), "docx", ""


def _pdf(raw: bytes) -> tuple[str, str, str]:
    pages = read_pdf(raw)
    return pages.text, "pdf", pages.note


def _page(raw: bytes) -> tuple[str, str, str]:
    decoded = read_page(raw)
    return decoded.text, decoded.encoding, decoded.note


READERS = {"docx": _word, "pdf": _pdf, "html": _page}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
