"""Lines of a text and the cells on them, and what a cell of a table may be: a figure, a time, words or nothing."""

import re
from typing import NamedTuple

# how the cells of a line are parted, surest first; in the first two an empty cell keeps its place
PARTINGS = tuple(map(re.compile, (r"\t", r"[|│┃]", r" {2,}", r"[ \t]+", r"[/ ]+", r"[,、]")))
EMPTY_KEPT = PARTINGS[:2]
LONGEST = 24  # characters of a cell
_FIGURE = re.compile(
    r"[0-9](?:[0-9,. ]{0,14}[0-9])?[余多]?[千百]?[万亿]?(?:%|‰|[户人名个村元项座支所]|美元)?"
)
_BLANK = re.compile(r"|[-—–―/\\.·…*]{1,4}|无")
_YEAR = r"(?:19|20)[0-9]{2}"
_MONTHS = r"[0-9]{1,2}(?:[-—–~至][0-9]{1,2})?月"
_TIME = re.compile(
    rf"""{_YEAR} (?: [-—–~至] {_YEAR} )? 年? (?: 底 | 末 | [上下]半年 | [一二三四1-4]季度 | {_MONTHS}[底末]? )?
    (?: \([^)]{{1,6}}\) )?
    | 第?[一二三四]季度 | [上下]半年 | 全年 | {_MONTHS}份? | [一二三四五六七八九十]{{1,2}}月份?""",
    re.VERBOSE,
)
_WORD = re.compile("[\u4e00-\u9fff%]")
_MARK = re.compile("[。,;:!?]")
_BRACKET = re.compile(r"\([^()]{0,16}\)")


class Cell(NamedTuple):
    """A piece of a line with its place in the text; empty where nothing stands between two marks."""

    text: str
    start: int
    end: int

    def moved(self, by: int) -> "Cell":
        """The same piece so many characters further on."""
        return Cell(self.text, self.start + by, self.end + by)

    @property
    def is_figure(self) -> bool:
        """Whether it is a number, with or without its unit (``12,830``, ``95.9%``)."""
        return _FIGURE.fullmatch(self.text) is not None

    @property
    def is_blank(self) -> bool:
        """Whether it holds no figure where one could be (``-``, ``/``)."""
        return _BLANK.fullmatch(self.text) is not None

    @property
    def is_time(self) -> bool:
        """Whether it is a year or a part of one (``2016``, ``2019年底``, ``一季度``)."""
        return _TIME.fullmatch(self.text) is not None

    @property
    def is_label(self) -> bool:
        """Whether it names a row or a column: words without a sentence's marks, or a time."""
        if len(self.text) > LONGEST:
            return False
        said = _BRACKET.sub("", self.text)
        return self.is_time or (
            _WORD.search(said) is not None and not _MARK.search(said) and not self.is_figure
        )


def find_lines(text: str) -> tuple[Cell, ...]:
    """The lines of a text that hold anything, without the blank space around them."""
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        body = line.strip()
        if body:
            first = start + line.index(body)
            found.append(Cell(body, first, first + len(body)))
        start += len(line)
    return tuple(found)


def cut(line: Cell, parting: re.Pattern[str]) -> tuple[Cell, ...]:
    """The cells of a line parted one way.

    >>> [cell.text for cell in cut(Cell("|年份|户|", 0, 6), PARTINGS[1])]
    ['年份', '户']
    """
    body = line.text.strip("|│┃")
    first = line.start + line.text.index(body)
    cells, at = [], 0
    for mark in (*parting.finditer(body), None):
        end = mark.start() if mark else len(body)
        piece = body[at:end].strip()
        if piece or parting in EMPTY_KEPT:
            start = first + at + (body[at:end].index(piece) if piece else 0)
            cells.append(Cell(piece, start, start + len(piece)))
        at = mark.end() if mark else end
    return tuple(cells)
