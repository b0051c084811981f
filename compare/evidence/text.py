"""A whole report as data: its paragraphs in pieces, each with the number and the words found that it belongs to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from compare.evidence.marks import Mark

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a paragraph; ``opens`` tells that its mark begins with it, ``opens_hit`` what was found."""

    text: str
    mark: Mark | None = None
    hit: int = -1
    opens: bool = False
    opens_hit: bool = False


Paragraph = tuple[Stretch, ...]


def cut_text(text: str, marks: Sequence[Mark], hits: Sequence[Span] = ()) -> tuple[Paragraph, ...]:
    """The paragraphs of a report that have words in them; together their stretches are the text but its line ends.

    >>> mark = Mark(2, 4, "row", "lifted.households", "")
    >>> [[(s.text, bool(s.mark), s.hit) for s in p] for p in cut_text("脱贫3户\\n完", (mark,), ((0, 3),))]
    [[('脱贫', False, 0), ('3', True, 0), ('户', True, -1)], [('完', False, -1)]]
    """
    paragraphs: list[Paragraph] = []
    current: list[Stretch] = []
    for stretch in (*_stretches(text, marks, hits), Stretch("\n")):
        if stretch.text != "\n":
            current.append(stretch)
            continue
        if "".join(one.text for one in current).strip():
            paragraphs.append(tuple(current))
        current = []
    return tuple(paragraphs)


def _stretches(text: str, marks: Sequence[Mark], hits: Sequence[Span]) -> Iterator[Stretch]:
    """The text from edge to edge of lines, marks and hits; marks and hits each stand in order, none over another."""
    lines = (edge for at, letter in enumerate(text) if letter == "\n" for edge in (at, at + 1))
    spans = (edge for mark in marks for edge in (mark.start, mark.end))
    edges = sorted({0, len(text), *lines, *spans, *(edge for hit in hits for edge in hit)})
    m = h = 0
    for start, end in pairwise(edges):
        while m < len(marks) and marks[m].end <= start:
            m += 1
        while h < len(hits) and hits[h][1] <= start:
            h += 1
        mark = marks[m] if m < len(marks) and marks[m].start <= start else None
        hit = h if h < len(hits) and hits[h][0] <= start else -1
        opens = mark is not None and mark.start == start
        yield Stretch(text[start:end], mark, hit, opens, hit >= 0 and hits[hit][0] == start)
