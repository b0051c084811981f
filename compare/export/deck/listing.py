"""A table on as many slides as it takes: nothing is cut, what does not fit goes on the next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches

from compare.export.deck.desk import (
    INNER,
    MARGIN,
    Desk,
    Place,
    Style,
    colour_of,
    count_lines,
    room,
    write_run,
)
from compare.theme import LIGHT

SIZE, PADDING = 12.0, 0.1
PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's own style "no style, no grid"


@dataclass(frozen=True, slots=True)
class Listing:
    """Columns, their shares of the width, and the lines."""

    columns: tuple[str, ...]
    shares: tuple[float, ...]
    lines: tuple[tuple[str, ...], ...]

    @property
    def widths(self) -> list[float]:
        """In inches."""
        return [share * INNER / sum(self.shares) for share in self.shares]


def leaf(listing: Listing, height: float) -> Iterator[Listing]:
    """The listing in parts that fit a height; a line that is higher than that has a part of its own."""
    head = _height(listing, listing.columns)
    lines: list[tuple[str, ...]] = []
    free = height - head
    for line in listing.lines:
        needed = _height(listing, line)
        if lines and needed > free:
            yield Listing(listing.columns, listing.shares, tuple(lines))
            lines, free = [], height - head
        lines.append(line)
        free -= needed
    yield Listing(listing.columns, listing.shares, tuple(lines))


def draw_listing(desk: Desk, listing: Listing) -> None:
    """The table under what stands on the slide."""
    rows = (listing.columns, *listing.lines)
    heights = [_height(listing, row) for row in rows]
    place = Place(MARGIN, desk.top, INNER, sum(heights))
    frame = desk.slide.shapes.add_table(len(rows), len(listing.columns), *place.lengths)
    table = frame.table
    frame._element.graphic.graphicData.tbl.tblPr.find(qn("a:tableStyleId")).text = PLAIN
    table.horz_banding = False
    for number, width in enumerate(listing.widths):
        table.columns[number].width = Inches(width)
    for number, (row, height) in enumerate(zip(rows, heights, strict=True)):
        table.rows[number].height = Inches(height)
        for column, words in enumerate(row):
            _fill(table.cell(number, column), words, desk.language, head=number == 0)
    desk.top += place.height


def _fill(cell: Any, words: str, language: str, head: bool) -> None:
    cell.margin_left = cell.margin_right = Inches(PADDING / 2)
    cell.margin_top = cell.margin_bottom = Inches(PADDING / 2)
    _underline(cell)
    cell.fill.solid()
    cell.fill.fore_color.rgb = colour_of(LIGHT.panel if head else LIGHT.page)
    warned = words.startswith(("▲", "!"))
    colour = LIGHT.muted if head else LIGHT.warn if warned else LIGHT.ink
    write_run(cell.text_frame.paragraphs[0], words, Style(SIZE, colour, bold=head), language)


def _underline(cell: Any) -> None:
    """A hairline under the cell and none at its other sides; the schema wants lines before the fill."""
    ink = f'<a:solidFill><a:srgbClr val="{LIGHT.line[1:]}"/></a:solidFill>'
    properties = cell._tc.get_or_add_tcPr()
    for side in ("lnL", "lnR", "lnT"):
        properties.append(parse_xml(f'<a:{side} {nsdecls("a")} w="0"><a:noFill/></a:{side}>'))
    properties.append(parse_xml(f'<a:lnB {nsdecls("a")} w="9525">{ink}</a:lnB>'))


def _height(listing: Listing, line: Sequence[str]) -> float:
    lines = [
        count_lines(words, width - PADDING, SIZE) for words, width in zip(line, listing.widths, strict=True)
    ]
    return room(max(lines), SIZE) + PADDING
