"""Moments in lanes: where each stands on an axis of years, and how few rows hold them without touching."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

NARROW = 350.0
FULL_WIDTH = 13.0
HALF_WIDTH = 7.0
MARKER = 10
BAR_PAD = 9  # px around the words in a bar, and to the next bar


@dataclass(frozen=True, slots=True)
class Moment:
    """One mark: what kind of thing, from when to when in years (2020.5), how exactly, the hover.

    ``exactness`` is ``year`` (also a span of years), ``month`` or ``day``; ``label`` and
    ``hover`` are free of markup; ``facts`` are ids of what it stands for, with ``~`` between them.
    """

    label: str
    start: float
    end: float
    exactness: str
    plan: bool = False
    hover: str = ""
    facts: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """A place's line of time: its name, its colour, its dated moments, and words on what has no date."""

    name: str
    colour: str
    moments: tuple[Moment, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class Axis:
    """The years shown, first and one past the last, and the least ``width`` in pixels that they have."""

    first: int
    last: int
    width: float = NARROW

    @classmethod
    def over(cls, lanes: Sequence[Lane], width: float = NARROW) -> "Axis":
        moments = [moment for lane in lanes for moment in lane.moments]
        if not moments:
            return cls(2014, 2021, width)
        return cls(int(min(m.start for m in moments)), _ceiling(max(m.end for m in moments)), width)

    def extent(self, moment: Moment) -> tuple[float, float]:
        """From where to where the moment takes room, its label included, at the least width."""
        pixel = (self.last - self.first) / self.width
        if moment.exactness == "year":
            words = (_text_width(moment.label) + BAR_PAD) * pixel
            if self.label_left(moment):
                return min(moment.start, moment.end - words), moment.end
            return moment.start, max(moment.end, moment.start + words)
        words = (_text_width(moment.label) + MARKER + 6) * pixel
        mark = MARKER * pixel
        if self.label_left(moment):
            return moment.start - words, moment.end + mark
        return moment.start - mark, moment.end + words

    def label_left(self, moment: Moment) -> bool:
        """Whether the label stands left of the mark because right of it there is no room.

        That of a bar stands in it and runs on over the page where it is longer; in the last year it ends with it.
        """
        if moment.exactness == "year":
            return moment.start >= self.last - 1
        return moment.end > self.last - max(1.25, (self.last - self.first) * 0.18)


def pack(moments: Sequence[Moment], axis: Axis) -> tuple[tuple[Moment, ...], ...]:
    """The moments in as few rows as hold them without touching, earliest first.

    >>> rows = pack((Moment("a", 2016, 2017, "year"), Moment("b", 2016, 2017, "year")), Axis(2016, 2018))
    >>> [len(row) for row in rows]
    [1, 1]
    """
    rows: list[list[Moment]] = []
    ends: list[float] = []
    for moment in sorted(moments, key=lambda m: (m.exactness != "year", m.start, -m.end, m.label)):
        left, right = axis.extent(moment)
        free = next((i for i, end in enumerate(ends) if end <= left), len(rows))
        if free == len(rows):
            rows.append([])
            ends.append(0.0)
        rows[free].append(moment)
        ends[free] = right
    return tuple(tuple(row) for row in rows)


def year_of(day: date) -> float:
    """The day as a point on the axis of years.

    >>> year_of(date(2020, 1, 1)), round(year_of(date(2020, 7, 2)), 1)
    (2020.0, 2020.5)
    """
    length = (date(day.year + 1, 1, 1) - date(day.year, 1, 1)).days
    return day.year + (day - date(day.year, 1, 1)).days / length


def _text_width(text: str) -> float:
    return sum(FULL_WIDTH if ord(c) > 0x2E7F else HALF_WIDTH for c in text)


def _ceiling(value: float) -> int:
    return int(value) if value == int(value) else int(value) + 1
