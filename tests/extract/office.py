"""Reports in other formats, made here by the programs that people use, or by hand to break a reader."""

import io
import zipfile
from collections.abc import Iterable

import docx

HEADING = "旌德县2019年脱贫攻坚工作总结"
SENTENCE = "截至2019年底，旌德县累计脱贫2510户5639人，贫困发生率降至0.37%。"
TABLE = (("年份", "出列村（个）", "脱贫人数（人）"), ("2016", "9", "12830"), ("2017", "12", "18416"))
BODY = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'


def word_file(sentences: Iterable[str] = (SENTENCE,), table: Iterable[tuple[str, ...]] = TABLE) -> bytes:
    """A Word file with a heading, paragraphs and a table."""
    document = docx.Document()
    document.add_heading(HEADING, 1)
    for sentence in sentences:
        document.add_paragraph(sentence)
    rows = list(table)
    if rows:
        grid = document.add_table(rows=len(rows), cols=len(rows[0]))
        for cells, row in zip(rows, grid.rows, strict=True):
            for text, cell in zip(cells, row.cells, strict=True):
                cell.text = text
    return saved(document)


def saved(document: "docx.document.Document") -> bytes:
    """The bytes of a document of python-docx."""
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def bare_word_file(body: str, head: str = "") -> bytes:
    """A Word file of nothing but its main part, written by hand."""
    return zipped({"word/document.xml": (head + BODY.format(body)).encode()})


def zipped(files: dict[str, bytes], encoding: str = "") -> bytes:
    """An archive; with ``encoding`` its names are written as Windows in China writes them, unmarked."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (name, raw) in enumerate(files.items()):
            archive.writestr(f"{number:04}" if encoding else name, raw)
    made = content.getvalue()
    for number, name in enumerate(files if encoding else ()):
        made = _renamed(made, f"{number:04}".encode(), name.encode(encoding))
    return made


def _renamed(archive: bytes, old: bytes, new: bytes) -> bytes:
    """The archive with one name written anew, in its own header and in the list at the end."""
    out = bytearray(archive)
    for magic, length_at, name_at in ((b"PK\x03\x04", 26, 30), (b"PK\x01\x02", 28, 46)):
        at = -1
        while (at := out.find(magic, at + 1)) >= 0:
            if out[at + name_at : at + name_at + len(old)] == old:
                out[at + length_at : at + length_at + 2] = len(new).to_bytes(2, "little")
                out[at + name_at : at + name_at + len(old)] = new
                break
    return _moved(bytes(out))


def _moved(archive: bytes) -> bytes:
    """The archive with the places of its parts counted anew, after names grew."""
    out = bytearray(archive)
    starts = _all(out, b"PK\x03\x04")
    listed = _all(out, b"PK\x01\x02")
    for start, entry in zip(starts, listed, strict=True):
        out[entry + 42 : entry + 46] = start.to_bytes(4, "little")
    end = out.rindex(b"PK\x05\x06")
    out[end + 12 : end + 16] = (end - listed[0]).to_bytes(4, "little")
    out[end + 16 : end + 20] = listed[0].to_bytes(4, "little")
    return bytes(out)


def _all(archive: bytearray, magic: bytes) -> list[int]:
    found, at = [], -1
    while (at := archive.find(magic, at + 1)) >= 0:
        found.append(at)
    return found
