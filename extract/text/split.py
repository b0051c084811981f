"""Where sentences, clauses and headings begin and end in a readable text."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from extract.text.tables import Table

# an ASCII full stop ends a sentence where Chinese stands before it and a gap behind
_END = re.compile(r"(?:[。!\n]|\?(?![0-9])|(?<=[\u4e00-\u9fff%)\"”])\.(?=\s|$))+[”’」』)\]\"]*")
_CLAUSE = re.compile(r"[,;。!?\n]")
_LEAD = re.compile(r"[^,。;:!?\n]{2,14}[:。]")
HEADING_LENGTH = 40
Outline = tuple[tuple[str, tuple[int, int]], ...]
# how a heading is marked: 第一章, 一、, (一), 1., (1), 【, ★
_MARKED = re.compile(
    r"""(?P<part>第[一二三四五六七八九十]{1,3}[部章篇节编]) | (?P<first>[一二三四五六七八九十]{1,3}[、.:])
    | (?P<second>\([一二三四五六七八九十]{1,3}\)) | (?P<third>[0-9]{1,2}(?:[、:)]|\.(?![0-9])))
    | (?P<fourth>\([0-9]{1,2}\)|[①-⑳]) | (?P<sign>[^\w\s(])""",
    re.VERBOSE,
)
LONGEST = 1000  # characters of a sentence; the longest of the reports known has 704
# a year, but not the date that a document carries: (2020年1月8日)
_YEAR = re.compile(
    "(?:20[0-9]{2}|二[〇○零]一[〇○零一二三四五六七八九]|二[〇○零]二[〇○零一])年(?!前|版|[0-9]{1,2}月[0-9])"
)


class Sentence(NamedTuple):
    """A sentence of the readable text: ``start`` to ``end``, its paragraph's ``lead`` and the ``heading`` above.

    ``lead`` is the span of the label that opens the paragraph (``资金投入:``, ``在饮水安全方面。``); ``heading`` the
    span of the nearest heading line before it, ``dated`` of the nearest one that names a year; all are empty spans
    where there is none. ``outline`` are the headings under which it stands, the widest first, the nearest last.
    """

    start: int
    end: int
    paragraph: int
    lead: tuple[int, int]
    heading: tuple[int, int]
    dated: tuple[int, int]
    outline: tuple[tuple[int, int], ...] = ()


def find_sentences(text: str, tables: tuple[Table, ...] = ()) -> tuple[Sentence, ...]:
    """The sentences of a readable text in order; together they cover all of it but blank space.

    No line of a table is a heading of what follows.

    >>> [text[s.start:s.end] for text in ["累计脱贫2510户。今年拟脱贫10户!"] for s in find_sentences(text)]
    ['累计脱贫2510户。', '今年拟脱贫10户!']
    """
    found: list[Sentence] = []
    spans = tuple((table.head, table.end) for table in tables)
    heading = dated = (0, 0)
    outline: Outline = ()
    start = 0
    for number, line in enumerate(text.splitlines(keepends=True)):
        end = start + len(line)
        body = line.strip()
        if body:
            lead = _lead(text, start, end)
            above = tuple(span for _, span in outline)
            found.extend(
                Sentence(a, b, number, lead, heading, dated, above) for a, b in _pieces(text, start, end)
            )
            if _is_heading(body) and not _is_inside(start, spans):
                heading = (start, end)
                outline = _deepen(outline, body, heading)
                dated = heading if _YEAR.search(body) else dated
        start = end
    return tuple(found)


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the sentences of one line, without the blank space around them."""
    spans: list[tuple[int, int]] = []
    at = start
    for stop in _END.finditer(text, start, end):
        spans.extend(_cut(text, at, stop.end()))
        at = stop.end()
    spans.extend(_cut(text, at, end))
    return [(a, b) for a, b in (_trim(text, *span) for span in spans) if a < b]


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence; one that is longer than any, in pieces: so what it costs to read grows no faster than the text."""
    while end - start > LONGEST:
        mark = max(text.rfind(mark, start, start + LONGEST) for mark in ",;")
        piece = mark + 1 if mark > start else start + LONGEST
        yield start, piece
        start = piece
    yield start, end


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the blank space at both ends."""
    piece = text[start:end]
    return start + _blank(piece), start + len(piece.rstrip())


def _blank(piece: str) -> int:
    return len(piece) - len(piece.lstrip())


def _lead(text: str, start: int, end: int) -> tuple[int, int]:
    first = start + _blank(text[start:end])
    lead = _LEAD.match(text, first, end)
    return (first, lead.end()) if lead else (first, first)


def _deepen(outline: Outline, body: str, span: tuple[int, int]) -> Outline:
    """The headings over what follows: one with the mark of an earlier one ends that and all below it."""
    marked = _MARKED.match(body)
    mark = marked.lastgroup or "" if marked else ""
    mark = body[0] if mark == "sign" else mark
    same = next((at for at, (other, _) in enumerate(outline) if other == mark), len(outline))
    return (*outline[:same], (mark, span))


def _is_inside(position: int, spans: tuple[tuple[int, int], ...]) -> bool:
    at = bisect_right(spans, (position, position)) if spans else 0
    return any(start <= position < end for start, end in spans[max(at - 1, 0) : at + 1])


def _is_heading(body: str) -> bool:
    """Whether a line stands above what follows: short, and without a sentence's end."""
    return len(body) <= HEADING_LENGTH and body[-1] not in "。!?;,"


def find_clauses(text: str, start: int, end: int) -> tuple[int, ...]:
    """Positions after each mark that ends a clause between ``start`` and ``end``."""
    return tuple(mark.end() for mark in _CLAUSE.finditer(text, start, end))
