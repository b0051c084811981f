"""A slide being laid out from the top down: words in two scripts, strips, lines, notes. Lengths are inches."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from compare.theme import LIGHT

WIDTH, HEIGHT, MARGIN = 13.333, 7.5, 0.6
INNER = WIDTH - 2 * MARGIN
FOOT = 6.62  # where the sources begin
LATIN, EAST_ASIAN = "Calibri", "Microsoft YaHei"
LEADING = 1.25

# What no XML may hold: a report can.
NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Style:
    """How a run of words looks."""

    size: float
    colour: str = LIGHT.ink
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle on the slide."""

    left: float
    top: float
    width: float
    height: float

    @property
    def lengths(self) -> tuple[int, int, int, int]:
        """The same in the units of the file."""
        return (Inches(self.left), Inches(self.top), Inches(self.width), Inches(self.height))


DECK, SMALL = Style(15, LIGHT.ink2), Style(11, LIGHT.muted)


@dataclass(slots=True)
class Desk:
    """A slide and the height down to which it is filled."""

    slide: Any
    language: str
    top: float = 0.45

    def write_title(self, text: str) -> None:
        """The headline, in the slide's own title, which outlines and screen readers know."""
        size = next((s for s in (26, 23, 20) if count_lines(text, INNER, s) <= 2), 17)
        height = room(count_lines(text, INNER, size), size)
        title = self.slide.shapes.title
        title.left, title.top, title.width, title.height = Place(MARGIN, self.top, INNER, height).lengths
        self._fill(title.text_frame, [text], Style(size, bold=True))
        title.text_frame.vertical_anchor = MSO_ANCHOR.TOP
        self.top += height + 0.05

    def write(self, text: str, style: Style, at: Place | None = None) -> None:
        """A paragraph under what stands there, or at a place of its own; nothing where there is no text."""
        if not text:
            return
        height = room(count_lines(text, at.width if at else INNER, style.size), style.size)
        place = at or Place(MARGIN, self.top, INNER, height)
        box = self.slide.shapes.add_textbox(*place.lengths)
        self._fill(box.text_frame, [text], style)
        if at is None:
            self.top += height + 0.05

    def write_within(self, text: str, style: Style, place: Place) -> None:
        """A paragraph at a place, smaller where it would not fit."""
        sizes = [size for size in (style.size, 10.0, 9.0, 8.0) if size <= style.size]
        fits = (s for s in sizes if room(count_lines(text, place.width, s), s) <= place.height)
        self.write(text, replace(style, size=next(fits, sizes[-1])), place)

    def write_strip(self, sentences: Sequence[str]) -> None:
        """The amber strip; its words shrink before they take more than a third of the slide."""
        if not sentences:
            return
        sizes = (13.0, 12.0, 11.0, 10.0, 9.0)
        size = next((s for s in sizes if _height(sentences, s) <= 1.5), sizes[-1])
        height = _height(sentences, size) + 0.12
        box = self.slide.shapes.add_textbox(*Place(MARGIN, self.top, INNER, height).lengths)
        box.fill.solid()
        box.fill.fore_color.rgb = colour_of(LIGHT.warnbg)
        self._fill(box.text_frame, sentences, Style(size, LIGHT.warn))
        box.text_frame.margin_left = Inches(0.12)
        self.top += height + 0.1

    def rule(self, top: float) -> None:
        """A dotted amber line over the whole width."""
        ends = (Inches(MARGIN), Inches(top), Inches(WIDTH - MARGIN), Inches(top))
        line = self.slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends)
        line.line.color.rgb = colour_of(LIGHT.warnline)
        line.line.width, line.line.dash_style = Pt(1.5), MSO_LINE.ROUND_DOT

    def write_notes(self, paragraphs: Sequence[str]) -> None:
        """What the speaker sees."""
        frame = self.slide.notes_slide.notes_text_frame
        self._fill(frame, [text for text in paragraphs if text], Style(11), wrap=False)

    def _fill(self, frame: Any, paragraphs: Sequence[str], style: Style, wrap: bool = True) -> None:
        if wrap:
            frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
            frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        for number, text in enumerate(paragraphs):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            paragraph.alignment = PP_ALIGN.LEFT
            write_run(paragraph, text, style, self.language)


def write_run(paragraph: Any, text: str, style: Style, language: str) -> None:
    """The words in a Latin and an East Asian face, told to be of their language."""
    run = paragraph.add_run()
    run.text = NO_XML.sub("\ufffd", text)
    run.font.size, run.font.bold = Pt(style.size), style.bold
    run.font.color.rgb = colour_of(style.colour)
    set_faces(run.font._rPr)
    run.font._rPr.set("lang", "zh-CN" if language == "zh" else "en-GB")
    run.font._rPr.set("altLang", "en-GB" if language == "zh" else "zh-CN")


def set_faces(properties: Any) -> None:
    """Names the Latin and the East Asian face of some words: a program that lacks one takes its own."""
    for tag, face in (("a:latin", LATIN), ("a:ea", EAST_ASIAN), ("a:cs", LATIN)):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
        element = properties.makeelement(qn(tag), {"typeface": face})
        properties.append(element)


def colour_of(colour: str) -> Any:
    """``#RRGGBB`` as the file has it."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    made: Any = RGBColor
    return made(red, green, blue)


def count_lines(text: str, width: float, size: float) -> int:
    """How many lines the words take in so many inches, reckoned on the safe side.

    >>> count_lines("肥西县", 5, 20), count_lines("肥" * 40, 5, 20)
    (1, 3)
    """
    em = size / 72
    return int(sum(-(-_ems(line) * em // width) or 1 for line in text.split("\n")))


def room(lines: int, size: float) -> float:
    """The height of so many lines.

    >>> round(room(2, 20), 2)
    0.69
    """
    return lines * size * LEADING / 72


def _ems(line: str) -> float:
    """The width of a line in ems, with the quarter that programs put between Chinese and Latin."""
    wide = [_em(character) > 1 for character in line]
    return sum(map(_em, line)) + sum(a != b for a, b in pairwise(wide)) / 4


def _em(character: str) -> float:
    return 1.03 if unicodedata.east_asian_width(character) in "WFA" else 0.6


def _height(sentences: Sequence[str], size: float) -> float:
    return sum(room(count_lines(text, INNER - 0.2, size), size) for text in sentences)
