"""The two ends of a change: where a rate stood at first, and where it stands by the latest figure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from compare.pick import Pick, Wish, pick_figure
from compare.record import Row
from compare.verdict import span

WHOLE = Decimal(100)  # no rate is higher, whatever it is over


@dataclass(frozen=True, slots=True)
class Ends:
    """The first and the latest figure of a place; one of them is None where its report gives one end only.

    ``picks`` are the choices of the dated ends, with what other reports say instead.
    """

    first: Row | None
    latest: Row | None
    picks: tuple[Pick, ...] = ()

    @property
    def fall(self) -> Decimal | None:
        """By how many points the figure fell (negative: rose); None where an end is missing."""
        return None if self.first is None or self.latest is None else self.first.value - self.latest.value

    @property
    def qualifier(self) -> str:
        """How exactly the change is known: from 5% to under 0.5% it fell by over 4.5 points."""
        fell = (self.fall or 0) >= 0
        lower, higher = {("under", False), ("over", True)}, {("over", False), ("under", True)}
        widens, narrows = (lower, higher) if fell else (higher, lower)
        ends = {(row.qualifier, row is self.first) for row in self.rows if row.qualifier != "exact"}
        if not ends:
            return "exact"
        if ends <= widens:
            return "over"
        return "under" if ends <= narrows else "about"

    @property
    def doubtful(self) -> bool:
        """Whether one of the ends is."""
        return any(row.grade == "doubtful" for row in self.rows)

    @property
    def range(self) -> tuple[Decimal, Decimal] | None:
        """The least and the most that the fall can be; None where that is not known: about, or doubtful."""
        if self.first is None or self.latest is None or self.doubtful:
            return None
        if "about" in (self.first.qualifier, self.latest.qualifier):
            return None
        (low, high), (least, most) = span(self.first), span(self.latest)
        return low - min(most, WHOLE), min(high, WHOLE) - least

    @property
    def share(self) -> Decimal | None:
        """The fall in percent of the first figure; None where there is none, where that was zero, or not exact."""
        if self.fall is None or self.first is None or not self.first.value:
            return None
        if self.qualifier != "exact" or self.doubtful:
            return None
        return (self.fall * 100 / self.first.value).quantize(Decimal("0.1"), ROUND_HALF_UP)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows behind the ends that there are."""
        return tuple(row for row in (self.first, self.latest) if row is not None)

    @property
    def place(self) -> Row:
        """A row that names the place."""
        return self.rows[0]


def find_ends(rows: Iterable[Row], dates: Mapping[str, str]) -> Ends | None:
    """The ends of one place's results; None where it has none. ``dates`` gives each document's date.

    The latest figure is the one of the latest year, the first the one of the earliest. A figure without a
    year is the first only where it stands before the latest in the same sentence (``由最初的8.4%下降为零``);
    elsewhere nobody knows when it was. One figure alone is the latest where it is of its report's own year,
    else the first.
    """
    results = [row for row in rows if row.basis != "plan" and row.high is None]
    dated = [row for row in results if row.year]
    undated = sorted((row for row in results if not row.year), key=lambda row: (row.doc, row.start))
    if dated:
        return _of_dated(dated, undated, dates)
    pairs = ((first, latest) for latest in undated for first in _before(latest, undated))
    first, latest = next(pairs, (None, undated[0] if undated else None))
    return Ends(first, latest) if latest else None


def _of_dated(dated: list[Row], undated: list[Row], dates: Mapping[str, str]) -> Ends:
    latest = _of_year(dated, max(row.year for row in dated))
    first = _of_year(dated, min(row.year for row in dated))
    if first.row.year != latest.row.year:
        return Ends(first.row, latest.row, (first, latest))
    before = _before(latest.row, undated)
    if before:
        return Ends(before[0], latest.row, (latest,))
    return _alone(latest, dates)


def _before(latest: Row, undated: list[Row]) -> list[Row]:
    """The undated figures that stand before the latest in its sentence."""
    return [
        row
        for row in undated
        if (row.doc, row.quote_start) == (latest.doc, latest.quote_start)
        and row.start < latest.start
        and row.value != latest.value
    ]


def _alone(pick: Pick, dates: Mapping[str, str]) -> Ends:
    row = pick.row
    written = dates.get(row.doc, "")[:4]
    return Ends(row, None, (pick,)) if written and row.year < written else Ends(None, row, (pick,))


def _of_year(rows: list[Row], year: str) -> Pick:
    return pick_figure(rows, Wish(year)) or Pick(rows[0], ())
