"""Tables turned into lines: a header, then lines of as many cells, with years at the head or down the side."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

# cells are parted by tabs, bars, slashes or blank space; a blank inside a number is gone in the readable text
_CELL = re.compile(r"[^\s/|│]+")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?:[-—–~至](?:19|20)[0-9]{2})?年?(?:底|末|\([^)]{1,6}\))?")
_FIGURE = re.compile(r"[0-9][0-9,.]{0,14}(?:万|亿)?(?:%|户|人|个|村|元)?|[-—–/无]{1,2}")
_MARK = re.compile("[。,;:]")
_WORD = re.compile(r"[\u4e00-\u9fff]")
LEAST = 2  # cells of a header, lines of a body


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of a line with its place in the readable text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure of a table: its cell, the year and the words that stand for it, and the lines from header to its own."""

    cell: Cell
    year: str
    words: str
    start: int
    end: int


def find_entries(text: str) -> tuple[Entry, ...]:
    """The figures of all tables of a readable text, in order.

    >>> table = "年份 出列村(个) 脱贫人数(人)\\n2016 9 12830\\n2017 12 18416\\n"
    >>> [(entry.year, entry.words, entry.cell.text) for entry in find_entries(table)][:2]
    [('2016', '出列村(个)', '9'), ('2016', '脱贫人数(人)', '12830')]
    """
    lines = tuple(_lines(text))
    found: list[Entry] = []
    at = 0
    while at < len(lines):
        body = _body(lines, at) if _is_header(lines[at]) else ()
        if len(body) >= LEAST:
            found.extend(_entries(lines[at], body))
            at += len(body)
        at += 1
    return tuple(found)


def _body(lines: tuple[tuple[Cell, ...], ...], at: int) -> tuple[tuple[Cell, ...], ...]:
    """The lines after line ``at`` that have as many cells as it and hold figures."""
    width = len(lines[at])
    return tuple(takewhile(lambda line: _is_row(line, width), lines[at + 1 :]))


def _lines(text: str) -> Iterator[tuple[Cell, ...]]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield tuple(Cell(m.group(), start + m.start(), start + m.end()) for m in _CELL.finditer(line))
        start += len(line)


def _is_header(line: tuple[Cell, ...]) -> bool:
    """Whether a line names columns: words or years throughout, and no sentence."""
    return len(line) >= LEAST and all(
        (_WORD.search(cell.text) or _YEAR.fullmatch(cell.text)) and not _MARK.search(cell.text)
        for cell in line
    )


def _is_row(line: tuple[Cell, ...], width: int) -> bool:
    """Whether a line has the header's width: a label, then figures or dashes."""
    return len(line) == width and all(_FIGURE.fullmatch(cell.text) for cell in line[1:])


def _entries(header: tuple[Cell, ...], body: tuple[tuple[Cell, ...], ...]) -> Iterator[Entry]:
    years_across = all(_YEAR.fullmatch(cell.text) for cell in header[1:])
    for row in body:
        if not years_across and not _YEAR.fullmatch(row[0].text):
            continue
        for head, cell in zip(header[1:], row[1:], strict=True):
            year, words = (head, row[0]) if years_across else (row[0], head)
            if cell.text[0].isdigit():
                yield Entry(cell, year.text, words.text, header[0].start, row[-1].end)
