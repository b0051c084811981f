"""One sheet of a workbook, written from the top down: text is text, numbers are numbers, nothing is computed."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from compare.export.sheet import Cell
from compare.export.spreadsheet import is_formula
from compare.theme import LIGHT
from extract.errors import XianbiError

A4 = 9  # as workbooks number paper
MOST_LINES = 1_048_576
LONGEST = 32_767  # characters that a cell holds
NARROWEST, WIDEST = 8, 60
LEADING = 1.6
SAMPLE = 500  # lines that a column's width is taken from
FACE: dict[str, Any] = {"font_name": "Microsoft YaHei", "font_size": 10, "valign": "top"}
STYLES: dict[str, dict[str, Any]] = {
    "plain": {},
    "quoted": {"quote_prefix": True},
    "head": {"bold": True, "bottom": 1, "bg_color": LIGHT.panel},
    "headline": {"bold": True, "font_size": 16},
    "title": {"bold": True, "font_size": 13},
    "soft": {"font_color": LIGHT.muted},
    "warning": {"font_color": LIGHT.warn},
}
# As marks write figures: commas from four digits on, so that a bare 2020 is a year and a bare 340123 a code.
FIGURE = re.compile(
    r"(?P<sign>¥?)(?P<digits>-?(?:0|[1-9][0-9]{0,2}(?:,[0-9]{3}){0,5})(?:\.[0-9]{1,6})?)(?P<letter>%|m|bn)?"
)


class ExportError(XianbiError):
    """Something that cannot be taken away in the form that was asked for."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number with the pattern by which it looks as it does on the page."""

    value: float
    pattern: str


Written = Cell | Number


@dataclass(slots=True)
class Grid:
    """A sheet that is being written; ``line`` is the next free one."""

    sheet: Any
    style: Callable[[str], Any]
    line: int = 0
    widths: dict[int, float] = field(default_factory=dict)

    def write_line(self, text: str, style: str) -> None:
        """A sentence over the columns; nothing where there is none."""
        if text:
            self.sheet.set_row(self.line, STYLES[style].get("font_size", FACE["font_size"]) * LEADING)
            self.sheet.write_string(self.line, 0, _cut(text), self.style(style))
            self.line += 1

    def write_pair(self, label: str, words: str) -> None:
        """A label and what it says, side by side."""
        self.sheet.write_string(self.line, 0, label, self.style("soft"))
        self.sheet.write_string(self.line, 1, _cut(words), self.style("plain"))
        self.line += 1

    def write_table(self, columns: Sequence[str], lines: Sequence[Sequence[Written]], fixed: bool) -> None:
        """The columns and their lines; with ``fixed`` the head stays in sight and filters the lines.

        Errors: ExportError where there are more lines than a sheet holds.
        """
        if self.line + len(lines) + 1 > MOST_LINES:
            what = f"{len(lines):,} lines are more than a sheet of a workbook holds"
            raise ExportError(what, todo="take the CSV or the ZIP, or choose fewer places")
        head = self.line
        for column, name in enumerate(columns):
            self.sheet.write_string(head, column, name, self.style("head"))
        for line, cells in enumerate(lines, start=head + 1):
            for column, cell in enumerate(cells):
                self._write_cell(line, column, cell)
        self.line = head + len(lines) + 1
        self._fit(columns, lines)
        if fixed:
            self.sheet.freeze_panes(head + 1, 1)
            self.sheet.autofilter(head, 0, max(self.line - 1, head + 1), len(columns) - 1)

    def _write_cell(self, line: int, column: int, cell: Written) -> None:
        if isinstance(cell, Number):
            self.sheet.write_number(line, column, cell.value, self.style(cell.pattern))
        elif isinstance(cell, int):
            self.sheet.write_number(line, column, cell, self.style("#,##0"))
        elif isinstance(cell, float):
            self.sheet.write_number(line, column, cell, self.style("plain"))
        elif cell:
            style = "quoted" if is_formula(cell) else "plain"
            self.sheet.write_string(line, column, _cut(cell), self.style(style))

    def _fit(self, columns: Sequence[str], lines: Sequence[Sequence[Written]]) -> None:
        """Each column as wide as its words, within reason; one under another table never narrower."""
        for column, name in enumerate(columns):
            words = [name, *(_say(line[column]) for line in lines[:SAMPLE])]
            wide = min(max(max(map(_width, words)) + 3, NARROWEST), WIDEST)
            self.widths[column] = max(self.widths.get(column, 0), wide)
            self.sheet.set_column(column, column, self.widths[column])


def open_grid(book: Any, name: str) -> Grid:
    """A new sheet of the workbook, empty."""
    known: dict[str, Any] = {}

    def style(wanted: str) -> Any:
        if wanted not in known:
            own = STYLES.get(wanted, {"num_format": wanted})
            known[wanted] = book.add_format({**FACE, **own})
        return known[wanted]

    sheet = book.add_worksheet(name)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    return Grid(sheet, style)


def read_figure(words: str) -> Written:
    """The words; where they are a figure as marks write it, the number that looks the same, in the same unit.

    >>> read_figure("36,900"), read_figure("8.4%"), read_figure("2020"), read_figure("约5,000")
    (Number(value=36900.0, pattern='#,##0'), Number(value=8.4, pattern='#,##0.0"%"'), '2020', '约5,000')
    >>> read_figure("¥56.5m")
    Number(value=56.5, pattern='"¥"#,##0.0"m"')
    """
    found = FIGURE.fullmatch(words)
    if found is None:
        return words
    decimals = len(found["digits"].partition(".")[2])
    pattern = f"#,##0{'.' + '0' * decimals if decimals else ''}"
    around = [f'"{text}"' if text else "" for text in (found["sign"], found["letter"])]
    return Number(float(found["digits"].replace(",", "")), f"{around[0]}{pattern}{around[1]}")


def _cut(words: str) -> str:
    """The words; of more than a cell holds the beginning, and how many there are."""
    if len(words) <= LONGEST:
        return words
    note = f" … [{len(words):,}]"
    return words[: LONGEST - len(note)] + note


def _say(cell: Written) -> str:
    if isinstance(cell, Number):
        return f"{cell.value:,}"
    return f"{cell:,}" if isinstance(cell, (int, float)) else cell or ""


def _width(words: str) -> float:
    """The room that words take, in widths of a digit.

    >>> _width("肥西县") > _width("Feixi")
    True
    """
    return sum(2.2 if unicodedata.east_asian_width(c) in "WF" else 1.0 for c in words[:WIDEST])
