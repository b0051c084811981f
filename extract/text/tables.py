"""Tables turned into lines: rows as lines of cells, or every cell on a line of its own, as copied from a web page."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from extract.text.tablelines import LONGEST, PARTINGS, Cell, cut, find_lines

Row = tuple[Cell, ...]
LEAST = 2  # cells of a header; rows of a table, where its header does not name two years or more
LONGEST_ROW = 300  # characters of a line of cells
ASIDES = 3  # lines one after the other within a table that are no row of it
WIDEST = 12  # columns of a table whose cells stand on lines of their own
# some line must look like one of a table before lines are cut into cells
_GATE = re.compile(
    r"""\t | [|│┃] | [0-9%]\ *[/ ]\ *[0-9—–-] | [\n ][0-9][0-9.,]{0,12}%?\s*\n
    | \n[^\n,、]{1,12}(?:[,、][0-9.%]{1,10}){2,10}\s*(?:\n|$)""",
    re.VERBOSE,
)
_PROSE = re.compile("[。;!?]")
_DIGIT = re.compile("[0-9]")
_RULED = re.compile(r"[-—–:=+|│┃┼ \t]+")
_SERIAL = frozenset(("序号", "编号", "序"))
_REMARK = frozenset(("备注", "说明", "备 注", "数据来源", "责任单位", "责任人"))
_UNIT = re.compile(r"单位:?\s*(?P<units>[^()\s。]{1,20})")
_TITLE = re.compile(
    r"附?表\s*[0-9一二三四五六七八九十]{0,3}[:、.\s]"
    r"|[^。;!?]{0,40}(?:表|情况|统计|一览|明细|指标|数据|进度|进展|成效)(?:\([^)]{1,20}\))?$"
)
# what stands above a table rather than in its header
_ABOVE = re.compile(
    r"[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|附?表\s?[0-9一二三四五六七八九十]"
)
TITLE_LENGTH = 40


class Table(NamedTuple):
    """A table: what stands above it, the heads of its columns, and its rows, each as wide as the header.

    ``units`` are those said for all of it (``单位:万元、户``); ``labels`` the columns that name a row, the others hold
    figures. ``start`` to ``end`` is the table with its title, ``head`` where its header begins.
    """

    title: str
    units: str
    header: Row
    rows: tuple[Row, ...]
    labels: int
    start: int
    head: int
    end: int

    def moved(self, by: int) -> "Table":
        """The same table so many characters further on in its text."""
        if not by:
            return self
        header = tuple(cell.moved(by) for cell in self.header)
        rows = tuple(tuple(cell.moved(by) for cell in row) for row in self.rows)
        moved = self._replace(start=self.start + by, head=self.head + by, end=self.end + by)
        return moved._replace(header=header, rows=rows)


class _Grid(NamedTuple):
    """A header with rows, and how many lines they take."""

    header: Row
    rows: tuple[Row, ...]
    lines: int


_NOTHING = _Grid((), (), 0)


def find_tables(text: str) -> tuple[Table, ...]:
    """The tables of a text, in order.

    >>> table = find_tables("脱贫情况(单位:户)\\n年份 出列村(个) 脱贫户\\n2016 9 1283\\n2017 12 1841\\n")[0]
    >>> table.title, table.units, [cell.text for cell in table.header], len(table.rows)
    ('脱贫情况(单位:户)', '户', ['年份', '出列村(个)', '脱贫户'], 2)
    >>> lines = "指标\\n单位\\n2017年\\n2018年\\n贫困户\\n户\\n52\\n24\\n贫困村\\n个\\n3\\n1\\n"
    >>> [[cell.text for cell in row] for row in find_tables(lines)[0].rows]
    [['贫困户', '户', '52', '24'], ['贫困村', '个', '3', '1']]
    """
    if _GATE.search(text) is None:
        return ()
    lines = find_lines(text)
    found: list[Table] = []
    at = floor = 0
    while at < len(lines):
        grid = _open_at(lines, at)
        if grid:
            found.append(_table(lines, (floor, at), grid))
            at = floor = at + grid.lines
        else:
            at += 1
    return tuple(found)


def _open_at(lines: Row, at: int) -> _Grid | None:
    """The table whose header begins with line ``at``; most lines are seen at once to be none's."""
    following = lines[at + 1 : at + 2 * WIDEST]
    if not following or _is_prose(lines[at]) or _is_prose(following[0]):
        return None
    if len(lines[at].text) <= LONGEST and len(following[0].text) <= LONGEST:
        cells = takewhile(lambda line: len(line.text) <= LONGEST, following)
        if sum(cell.is_figure for cell in cells) >= LEAST:
            grid = _cells_as_lines(lines, at)
            if grid:
                return grid
    return (
        _rows_as_lines(lines, at) if any(map(_DIGIT.search, (line.text for line in following[:3]))) else None
    )


def _is_prose(line: Cell) -> bool:
    return len(line.text) > LONGEST_ROW or _PROSE.search(line.text) is not None


def _rows_as_lines(lines: Row, at: int) -> _Grid | None:
    """The table whose header is line ``at`` and whose rows are the lines behind it."""
    for parting in PARTINGS:
        if parting.search(lines[at].text) is None:
            continue
        header = cut(lines[at], parting)
        grid = _grid(header, _lines_of_cells(lines, at + 1, parting)) if _is_header(header) else _NOTHING
        if grid.rows:
            return grid._replace(lines=grid.lines + 1)
    return None


def _lines_of_cells(lines: Row, at: int, parting: re.Pattern[str]) -> Iterator[tuple[Row, int]]:
    """The lines from ``at`` on as rows, each a line long; one that is only ruled is passed over."""
    passed = 0
    for index in range(at, len(lines)):
        line = lines[index]
        if _RULED.fullmatch(line.text):
            passed += 1
            continue
        yield cut(line, parting), 1 + passed
        passed = 0


def _cells_as_lines(lines: Row, at: int) -> _Grid | None:
    """The table whose header begins with line ``at``, each cell a line: of all widths the one that gives most rows."""
    best = _NOTHING
    for width in range(LEAST, WIDEST + 1):
        for corner in (0, 1):  # an empty corner above the labels leaves no line
            header = lines[at : at + width - corner]
            if len(header) < max(width - corner, LEAST) or not _is_header(header):
                break
            if corner and not all(cell.is_time for cell in header):
                break
            grid = _grid(header, _stacks(lines, at + len(header), width))
            if len(grid.rows) >= LEAST and grid.lines > best.lines:
                best = grid._replace(lines=grid.lines + len(header))
    return best if best.rows else None


def _stacks(lines: Row, at: int, width: int) -> Iterator[tuple[Row, int]]:
    """The lines from ``at`` on as rows of cells; a lone label between two rows (二、资金) is passed over."""
    while at + width <= len(lines):
        row = lines[at : at + width]
        passed = 0
        if len(row) > 1 and row[0].is_label and row[1].is_label and not _holds_figures(row[2:]):
            row, passed = lines[at + 1 : at + 1 + width], 1
        yield row, width + passed
        at += width + passed


def _holds_figures(row: Row) -> bool:
    return bool(row) and row[-1].is_figure


def _is_header(header: Row) -> bool:
    """Whether cells name columns: words or times throughout; an empty one only at the corner."""
    return len(header) >= LEAST and all(
        (cell.is_label and not _ABOVE.match(cell.text)) or (not cell.text and not at)
        for at, cell in enumerate(header)
    )


def _grid(header: Row, rows: Iterator[tuple[Row, int]]) -> _Grid:
    """The header with those of the lines behind it that are its rows."""
    kept, used, taken, asides = [], 0, 0, 0
    for row, size in rows:
        shape = _fitted(header, row)
        taken += size
        asides = 0 if shape else asides + 1
        if shape:
            kept.append(shape)
            used = taken
        elif asides > ASIDES or not _is_aside(row, len(header)):
            break
    years = sum(cell.is_time for cell in header)
    if len(kept) < (1 if years >= LEAST else LEAST):
        return _NOTHING
    columns = _columns(header, len(kept[0]))
    labels = max(_labels(row) for row in kept)
    return _Grid(columns, tuple(row for row in kept if len(row) > labels), used)


def _is_aside(row: Row, width: int) -> bool:
    """Whether a line inside a table is no row of it: a heading for some, or a row that lacks a cell."""
    return row[0].is_label and len(row) < width and all(cell.is_figure or cell.is_blank for cell in row[1:])


def _fitted(header: Row, row: Row) -> Row | None:
    """The row without its number and its remark, where it is one: labels, then figures, as many as the heads."""
    first, last = header[0].text in _SERIAL, header[-1].text in _REMARK
    corner = bool(header[0].text) and all(cell.is_time for cell in header)
    if len(row) != len(header) + corner:
        return None
    body = row[int(first) : len(row) - int(last)]
    labels = _labels(body)
    whole = 0 < labels < len(body) and all(cell.is_figure or cell.is_blank for cell in body[labels:])
    return body if whole and any(cell.is_figure for cell in body[labels:]) else None


def _labels(row: Row) -> int:
    """How many cells of a row name it: the first, and all words behind it."""
    if not row[0].is_label:
        return 0
    return next(
        (at for at, cell in enumerate(row) if at and not (cell.is_label and not cell.is_time)), len(row)
    )


def _columns(header: Row, width: int) -> Row:
    """The heads of the columns kept; an empty one where the header lacks its corner."""
    if all(cell.is_time for cell in header):
        header = (Cell("", header[0].start, header[0].start), *header)
    first = int(header[0].text in _SERIAL)
    return header[first : first + width]


def _table(lines: Row, span: tuple[int, int], grid: _Grid) -> Table:
    """The table of a grid, with the lines above it that belong to it."""
    floor, at = span
    above = _above(lines[max(floor, at - 2) : at])
    title = " ".join(line.text for line in above)
    said = _UNIT.search(title)
    return Table(
        title=title,
        units=said["units"] if said else "",
        header=grid.header,
        rows=grid.rows,
        labels=max(_labels(row) for row in grid.rows),
        start=(above[0] if above else lines[at]).start,
        head=lines[at].start,
        end=lines[at + grid.lines - 1].end,
    )


def _above(lines: Row) -> Row:
    """Those of the two lines before a header that belong to its table: its title, and one that names units."""
    if not lines or not _is_short(lines[-1]):
        return ()
    if any(_UNIT.search(line.text) for line in lines) and _is_short(lines[0]):
        return lines
    return lines[-1:] if _TITLE.match(lines[-1].text) or _UNIT.search(lines[-1].text) else ()


def _is_short(line: Cell) -> bool:
    return len(line.text) <= TITLE_LENGTH and line.text[-1] not in "。;!?,"
