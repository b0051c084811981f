"""Blocks and tables of a document, written as lines of plain text.

A paragraph is a line. A row of a table of short cells is a line of cells with tabs between them, as
``extract/text/tables.py`` reads it; a table of prose, laid out in cells, is lines of paragraphs.
"""

import re

SHORT = 30  # characters of a cell of figures or names; longer ones are prose
NOTHING = "-"  # stands in an empty cell, so that the columns stay in step
_BLANK = re.compile(r"[ \t\r\f\v\u00a0\u3000\n]+")
# between Chinese characters or digits blank space means nothing: 2016 年, 合 计
_WITHIN = re.compile(r"(?<=[\u4e00-\u9fff0-9%(（)）]) (?=[\u4e00-\u9fff0-9%(（)）])")


class Layout:
    """The lines of one document as it is read; ``text`` at the end.

    >>> page = Layout()
    >>> page.write("累计脱贫"); page.write("7247户。"); page.end_line()
    >>> page.open_table()
    >>> for cell in ("年份", "脱贫人数(人)"): page.write(cell); page.end_cell()
    >>> page.end_row()
    >>> page.close_table()
    >>> page.text
    '累计脱贫7247户。\\n年份\\t脱贫人数(人)\\n'
    """

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._line: list[str] = []
        self._tables: list[_Table] = []

    @property
    def text(self) -> str:
        """All lines, each with its end; blank ones are left out."""
        self.end_line()
        while self._tables:
            self.close_table()
        return "".join(f"{line}\n" for line in self._lines)

    def write(self, text: str) -> None:
        """Go on in the present line."""
        self._line.append(text)

    def end_line(self) -> None:
        """The present line is whole."""
        line = _BLANK.sub(" ", "".join(self._line)).strip()
        self._line = []
        if not line:
            return
        if self._tables:
            self._tables[-1].cell.append(line)
        else:
            self._lines.append(line)

    def open_table(self) -> None:
        """A table begins; one inside a cell is a table of its own."""
        self.end_line()
        self._tables.append(_Table())

    def end_cell(self, columns: int = 1) -> None:
        """The present cell is whole; it is ``columns`` wide."""
        self.end_line()
        if self._tables:
            table = self._tables[-1]
            table.row += [table.cell, *([] for _ in range(min(columns, 100) - 1))]
            table.cell = []

    def end_row(self) -> None:
        """The present row is whole."""
        if self._tables and self._tables[-1].cell:
            self.end_cell()
        if self._tables:
            table = self._tables[-1]
            table.lines += _row(table.row)
            table.row = []

    def close_table(self) -> None:
        """The table is whole."""
        self.end_row()
        if self._tables:
            lines = self._tables.pop().lines
            (self._tables[-1].cell if self._tables else self._lines).extend(lines)


class _Table:
    def __init__(self) -> None:
        self.lines: list[str] = []
        self.row: list[list[str]] = []
        self.cell: list[str] = []


def _row(cells: list[list[str]]) -> list[str]:
    """A row as one line, or as the paragraphs of its cells where one of them is prose."""
    joined = [_WITHIN.sub("", "".join(cell)) for cell in cells]
    if not any(joined):
        return []
    if len(cells) == 1 or any(len(cell) > SHORT for cell in joined):
        return [line for cell in cells for line in cell]
    return ["\t".join(cell or NOTHING for cell in joined)]
