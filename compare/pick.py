"""Which figure stands for a place: the report prints many, a chart shows one.

The rule, in this order:

1. a result before a plan;
2. the metric's usual basis before another (a running total for people lifted, a year's flow for funds);
3. the latest year; a figure without a year last;
4. sound before doubtful, but a doubtful whole before its own sound parts;
5. within the year the latest date, where a year alone is its end (for a flow: the whole year before a month);
6. the whole before its parts: the larger figure; but 9,999 before a rounded 1万;
7. of the same figure printed twice: the place in its own sentence (stated), exact, first in the document.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from compare.record import Row

LATEST = "latest"
_GRADES = {"stated": 0, "carried": 1, "doubtful": 2}


@dataclass(frozen=True, slots=True)
class Wish:
    """What is looked for: a year or the latest, and the basis that is usual for the metric."""

    period: str = LATEST
    basis: str = ""
    only: tuple[str, ...] = ()

    def allows(self, row: Row) -> bool:
        """Whether the row is of the wished year and of a basis that may stand here."""
        return self.period in (LATEST, row.year) and (not self.only or row.basis in self.only)


@dataclass(frozen=True, slots=True)
class Pick:
    """The row that stands for a place, and the other figures of the same year and basis that do not.

    ``rivals`` are figures of the same date that other reports of the place give instead, one of each report.
    ``parts`` are, where ``row`` is worked out, the two printed rows that were divided: part and whole.
    """

    row: Row
    others: tuple[Row, ...]
    parts: tuple[Row, ...] = ()
    rivals: tuple[Row, ...] = ()

    @property
    def whole(self) -> Row | None:
        """What the figure was divided by."""
        return self.parts[1] if self.parts else None

    @property
    def printed(self) -> tuple[Row, ...]:
        """The rows that answer for the figure, as the reports print them."""
        return self.parts or (self.row,)


def pick_figure(rows: Iterable[Row], wish: Wish) -> Pick | None:
    """The row that stands for a place among its rows of one metric; None where none fits the wish."""
    fitting = [row for row in rows if wish.allows(row)]
    if not fitting:
        return None
    first = min(_rank(row, wish) for row in fitting)
    alike = [row for row in fitting if _rank(row, wish) == first]
    sound = _sound(alike)
    dated = [row for row in sound if _date(row) == max(map(_date, sound))]
    value = _whole(dated)
    chosen = min((row for row in dated if row.value == value), key=_plainness)
    others = tuple(row for row in alike if row.value != chosen.value)
    return Pick(chosen, others, rivals=_rivals(chosen, dated))


def previous_figure(rows: Iterable[Row], pick: Pick) -> Pick | None:
    """The figure of the year before, of the same basis: the pale bar under a place's own."""
    if not pick.row.year:
        return None
    wish = Wish(str(int(pick.row.year) - 1), pick.row.basis, (pick.row.basis,))
    return pick_figure(rows, wish)


def _rank(row: Row, wish: Wish) -> tuple[int, int, int]:
    unusual = bool(wish.basis) and row.basis != wish.basis
    return (int(row.basis == "plan"), int(unusual), -int(row.year or 0))


def _sound(rows: list[Row]) -> list[Row]:
    """The rows without the doubtful ones, unless a doubtful one is the whole of which others are parts."""
    sound = [row for row in rows if row.grade != "doubtful"]
    wholes = [row for row in rows if row.grade == "doubtful" and _is_whole(row, sound)]
    return wholes or sound or rows


def _is_whole(row: Row, others: list[Row]) -> bool:
    """Whether every other figure of the same document is smaller and one stands in the same sentence."""
    return any(row.quote == other.quote for other in others) and all(
        other.value < row.value for other in others if other.doc == row.doc
    )


def _rivals(chosen: Row, rows: list[Row]) -> tuple[Row, ...]:
    """What each report says that does not give the chosen figure, nor its rounding."""
    alike = [r for r in rows if (r.period, r.since, r.basis) == (chosen.period, chosen.since, chosen.basis)]
    found = []
    for doc in dict.fromkeys(row.doc for row in alike):
        told = [row for row in alike if row.doc == doc]
        if not any(_agree(row.value, chosen.value) for row in told):
            value = _whole(told)
            found.append(min((row for row in told if row.value == value), key=_plainness))
    return tuple(sorted(found, key=lambda row: (row.doc, row.start)))


def _agree(one: Decimal, other: Decimal) -> bool:
    return one == other or _rounds_to(one, other) or _rounds_to(other, one)


def _date(row: Row) -> tuple[int, int]:
    """Month and day; a year alone is the end of the year, for a flow it is the whole of it."""
    parts = row.period.split("-")[1:]
    if not parts:
        return (99, 99)
    return (int(parts[0]), int(parts[1]) if len(parts) > 1 else 99)


def _whole(rows: list[Row]) -> Decimal:
    """The largest value, or the more exact one of which it is only a rounding."""
    top = max(row.value for row in rows)
    exact = [row.value for row in rows if _rounds_to(row.value, top)]
    return max(exact, default=top)


def _rounds_to(value: Decimal, rough: Decimal) -> bool:
    """Whether ``rough`` is ``value`` with fewer digits and within 2 %: 9,999 and 1万, not 182 and 200."""
    digits = len(rough.normalize().as_tuple().digits)
    if (
        value == rough
        or not value
        or rough - value > rough / 50
        or len(value.normalize().as_tuple().digits) <= digits
    ):
        return False
    return any(
        value.quantize(Decimal(1).scaleb(exponent)) == rough for exponent in range(rough.adjusted() + 1)
    )


def _plainness(row: Row) -> tuple[int, int, str, int]:
    return (int(row.qualifier != "exact"), _GRADES.get(row.grade, 3), row.doc, row.start)
