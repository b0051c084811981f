"""Tables turned into lines: a header, then lines of as many cells, with years at the head or down the side."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

# cells are parted by tabs, bars, slashes or blank space; a blank inside a number is gone in the readable text
_CELL = re.compile(r"[^\s/|│]+")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?:[-—–~至](?:19|20)[0-9]{2})?年?(?:底|末|\([^)]{1,6}\))?")
_FIGURE = re.compile(r"[0-9][0-9,.]{0,14}(?:万|亿)?(?:%|户|人|个|村|元)?|[-—–/无]{1,2}")
_MARK = re.compile("[。,;:]")
_RULE = re.compile("[-—:=+]{2,60}")  # the line under a header: |---|---|
# what a line above the table says of its units: (单位:万元、户、人)
_UNITS = re.compile(r"单位[::] {0,3}(?P<units>[^\s()。;]{1,30})")
_UNIT_COLUMN = frozenset(("单位", "计量单位"))
ABOVE = 2  # lines between such a line and its table
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
    """A figure of a table: its cell, the year and the words that stand for it, and the lines from header to its own.

    ``units`` are those that a line above the table names for all its columns (``万元、户、人``), else empty.
    """

    cell: Cell
    year: str
    words: str
    start: int
    end: int
    units: str = ""


def find_entries(text: str) -> tuple[Entry, ...]:
    """The figures of all tables of a readable text, in order.

    >>> table = "年份 出列村(个) 脱贫人数(人)\\n2016 9 12830\\n2017 12 18416\\n"
    >>> [(entry.year, entry.words, entry.cell.text) for entry in find_entries(table)][:2]
    [('2016', '出列村(个)', '9'), ('2016', '脱贫人数(人)', '12830')]
    """
    lines = tuple(line for line in _lines(text) if not (line and all(_RULE.fullmatch(c.text) for c in line)))
    found: list[Entry] = []
    at = 0
    while at < len(lines):
        body = _body(lines, at) if _is_header(lines[at]) else ()
        if len(body) >= LEAST:
            units = _units_above(text, lines[max(0, at - ABOVE) : at])
            found.extend(replace(entry, units=units) for entry in _entries(lines[at], body))
            at += len(body)
        at += 1
    return tuple(found)


def _body(lines: tuple[tuple[Cell, ...], ...], at: int) -> tuple[tuple[Cell, ...], ...]:
    """The lines after line ``at`` that have as many cells as it and hold figures."""
    header = lines[at]
    unit = _unit_column(header)
    following = (lines[below] for below in range(at + 1, len(lines)))
    return tuple(takewhile(lambda line: _is_row(line, len(header), unit), following))


def _unit_column(header: tuple[Cell, ...]) -> int:
    """Which column holds the unit of each line; 0 where none does."""
    return next((at for at, cell in enumerate(header) if at and cell.text in _UNIT_COLUMN), 0)


def _units_above(text: str, lines: tuple[tuple[Cell, ...], ...]) -> str:
    """The units that the nearest of some lines names."""
    for line in reversed(lines):
        named = _UNITS.search(text, line[0].start, line[-1].end) if line else None
        if named:
            return named["units"]
    return ""


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


def _is_row(line: tuple[Cell, ...], width: int, unit: int) -> bool:
    """Whether a line has the header's width: a label, then figures or dashes, and a unit in its column."""
    return len(line) == width and all(
        _FIGURE.fullmatch(cell.text) for at, cell in enumerate(line) if at and at != unit
    )


def _entries(header: tuple[Cell, ...], body: tuple[tuple[Cell, ...], ...]) -> Iterator[Entry]:
    unit = _unit_column(header)
    header = _without(header, unit)
    years_across = all(_YEAR.fullmatch(cell.text) for cell in header[1:])
    for line in body:
        row = _named(line, unit)
        if not years_across and not _YEAR.fullmatch(row[0].text):
            continue
        for head, cell in zip(header[1:], row[1:], strict=True):
            year, words = (head, row[0]) if years_across else (row[0], head)
            if cell.text[0].isdigit():
                yield Entry(cell, year.text, words.text, header[0].start, row[-1].end)


def _without(line: tuple[Cell, ...], column: int) -> tuple[Cell, ...]:
    return line[:column] + line[column + 1 :] if column else line


def _named(line: tuple[Cell, ...], unit: int) -> tuple[Cell, ...]:
    """A line whose label carries the unit of its own column: 资金(万元)."""
    if not unit:
        return line
    label = replace(line[0], text=f"{line[0].text}({line[unit].text})")
    return (label, *_without(line, unit)[1:])
