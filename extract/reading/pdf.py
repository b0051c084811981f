"""PDF files to text, by pdfium: the lines of a paragraph are joined again, page numbers are left out."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.reading.refusal import Refusal, RefusedError

MOST_PAGES = 3000
LEAST = 4  # characters of a page that has a text
FULL = 0.82  # of the widest lines' width: a line as long as this goes on in the next
NUMBER = re.compile(
    r"[-—–·\s]{0,4}(?:第\s?)?[0-9]{1,4}(?:\s?页)?(?:\s?[/共]\s?(?:共\s?)?[0-9]{1,4}\s?页?)?[-—–·\s]{0,4}"
)
ENDED = re.compile(r"[。!?！？:：;；][”’」』)）\]]*\Z")
BEGINS = re.compile(
    r"(?: [一二三四五六七八九十]{1,3}[、.] | [(（][一二三四五六七八九十0-9]{1,3}[)）]"
    r" | 第[一二三四五六七八九十]{1,3}[章节部条] | [0-9]{1,2}[、.．](?![0-9]) | [-—•●■◆▪·] | [①-⑳] )",
    re.VERBOSE,
)
WORDS = re.compile(r"[^\s]+")


@dataclass(frozen=True, slots=True)
class Pages:
    """The text of a PDF and what is to be said of it."""

    text: str
    note: str = ""


def read_pdf(raw: bytes) -> Pages:
    """The text of a PDF, a paragraph a line.

    Errors: RefusedError for a file that is damaged, locked, too long, or a scan without text.
    """
    pages = _page_texts(raw)
    wordless = sum(len("".join(page.split())) < LEAST for page in pages)
    if pages and wordless == len(pages):
        raise RefusedError(Refusal.SCAN, values={"pages": str(len(pages))})
    text = "".join(f"{line}\n" for line in join_lines([_lines(page) for page in pages]))
    note = f"{wordless} of {len(pages)} pages are pictures without text" if wordless else ""
    return Pages(text, note)


def _page_texts(raw: bytes) -> list[str]:
    import pypdfium2  # noqa: PLC0415 - in the process of its own only, where it cannot hurt

    try:
        document = pypdfium2.PdfDocument(raw)
        if len(document) > MOST_PAGES:
            values = {"files": str(len(document)), "limit": str(MOST_PAGES)}
            raise RefusedError(Refusal.MANY, values=values)
        return [page.get_textpage().get_text_range() for page in document]
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise RefusedError(Refusal.PASSWORD) from error
        raise RefusedError(Refusal.DAMAGED, values={"reason": str(error)[:80]}) from error


def _lines(page: str) -> list[str]:
    """The lines of a page without blank ones and page numbers; soft hyphens and lost characters are gone."""
    lines = [line.strip() for line in page.replace("\ufffe", "").replace("\x00", "").splitlines()]
    lines = [line for line in lines if line]
    if lines and NUMBER.fullmatch(lines[-1]):
        lines.pop()
    if lines and NUMBER.fullmatch(lines[0]):
        lines.pop(0)
    return lines


def join_lines(pages: Sequence[Sequence[str]]) -> list[str]:
    """The lines of all pages, each paragraph in one; a line that is full and not at an end goes on in the next.

    >>> join_lines([["全县累计脱贫7247户16386人，贫困发生率由", "14.2%降至0.37%。", "二、主要做法"]])
    ['全县累计脱贫7247户16386人，贫困发生率由14.2%降至0.37%。', '二、主要做法']
    """
    lines = [line for page in pages for line in page]
    full = FULL * _usual_width(lines)
    joined: list[str] = []
    goes_on = False
    for line in lines:
        if goes_on and not BEGINS.match(line):
            joined[-1] += _gap(joined[-1], line) + line
        else:
            joined.append(line)
        goes_on = _width(line) >= full and not ENDED.search(line) and not _is_row(line)
    return joined


def _usual_width(lines: Sequence[str]) -> float:
    """The width of the lines that fill the page: that of the longest tenth's shortest."""
    widths = sorted(map(_width, lines), reverse=True)
    return widths[len(widths) // 10] if widths else 0.0


def _width(line: str) -> int:
    """How wide a line is, in half characters; a line of one long word and one of Chinese alike."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def _is_row(line: str) -> bool:
    """Whether a line is a row of a table: three cells or more, no sentence."""
    return len(list(_cells(line))) > 2 and not re.search("[，。；]", line)


def _cells(line: str) -> Iterator[str]:
    return (match.group() for match in WORDS.finditer(line))


def _gap(before: str, after: str) -> str:
    """A blank between two words in Latin letters, nothing between other characters."""
    return (
        " "
        if before[-1].isascii() and after[0].isascii() and before[-1].isalpha() and after[0].isalpha()
        else ""
    )
