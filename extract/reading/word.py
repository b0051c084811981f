"""Word files (.docx) to text, by a stream of XML events: nothing is held but the text.

A DOCTYPE is refused: a reader that passes over its entities loses the text around them without a word.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO
from xml.parsers import expat

from extract.reading.layout import Layout
from extract.reading.refusal import Refusal, RefusedError

MAIN = re.compile(r"word/document[0-9]{0,3}\.xml")
NOTES = ("word/footnotes.xml", "word/endnotes.xml")
LARGEST = 100  # MB of XML
PIECE = 1 << 16
SEPARATOR = "}"
# What is inside these is not in the document as it is printed, or stands there a second time.
UNSEEN = frozenset({"del", "moveFrom", "Fallback", "rPr"})
LINES = frozenset({"p", "br", "cr"})


def read_word(raw: bytes) -> str:
    """The text of a .docx file: paragraphs as lines, tables as lines of cells, notes at the end.

    Errors: RefusedError for a file that is no Word file, is damaged, has a DOCTYPE or unpacks to too much.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            return "".join(_read_part(package, name) for name in _parts(package))
    except (
        zipfile.BadZipFile,
        zlib.error,
        expat.ExpatError,
        EOFError,
        NotImplementedError,
        KeyError,
    ) as error:
        raise RefusedError(Refusal.DAMAGED, values={"reason": str(error)[:80]}) from error
    except RuntimeError as error:  # how zipfile says that a part is locked
        raise RefusedError(Refusal.PASSWORD) from error


def _parts(package: zipfile.ZipFile) -> Iterator[str]:
    names = package.namelist()
    main = next((name for name in names if MAIN.fullmatch(name)), None)
    if main is None:
        values = {"kind": "a zipped file without a Word document", "named": "a Word file"}
        raise RefusedError(Refusal.WRONG_TYPE, values=values)
    yield main
    yield from (name for name in NOTES if name in names)


def _read_part(package: zipfile.ZipFile, name: str) -> str:
    if package.getinfo(name).file_size > LARGEST * 2**20:
        raise RefusedError(Refusal.BOMB, values={"limit": str(LARGEST)})
    with package.open(name) as part:
        return _read_xml(part)


def _read_xml(part: IO[bytes]) -> str:
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=SEPARATOR)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.write
    while piece := part.read(PIECE):
        parser.Parse(piece, False)
    parser.Parse(b"", True)
    return reader.layout.text


def _refuse_doctype(*_: object) -> None:
    raise RefusedError(Refusal.DOCTYPE)


class _Reader:
    """Events of the XML to lines."""

    def __init__(self) -> None:
        self.layout = Layout()
        self._unseen = 0
        self._in_text = False
        self._span = 1

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(SEPARATOR)[2]
        if self._unseen or name in UNSEEN:
            self._unseen += 1
        elif name == "t":
            self._in_text = True
        elif name == "tbl":
            self.layout.open_table()
        elif name == "gridSpan":
            self._span = _whole(next((v for k, v in attributes.items() if k.endswith("val")), ""))
        elif name in ("tab", "noBreakHyphen"):
            self.layout.write(" " if name == "tab" else "-")

    def end(self, tag: str) -> None:
        name = tag.rpartition(SEPARATOR)[2]
        if self._unseen:
            self._unseen -= 1
        elif name == "t":
            self._in_text = False
        elif name in LINES:
            self.layout.end_line()
        elif name == "tc":
            self.layout.end_cell(self._span)
            self._span = 1
        elif name == "tr":
            self.layout.end_row()
        elif name == "tbl":
            self.layout.close_table()

    def write(self, text: str) -> None:
        if self._in_text and not self._unseen:
            self.layout.write(text)


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 1
