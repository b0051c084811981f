"""Which figures compare, which do not, and why.

Figures compare when they are of the same year, of the same basis (a state and a running total up to a year
are both totals as of that year; a year's flow is not; a plan is not a result) and, where the size of the
place counts, of places of the same level. A figure without a year or with damage compares with nothing. Of
the groups that come out, the one with most places is the one that is ranked; a bound that could be passed
by another figure of its group leaves it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from compare.pick import Pick
from compare.record import Row
from compare.words.names import level_of

INFINITE = Decimal("Infinity")


class Reason(StrEnum):
    """Why a figure does not compare with the others."""

    LEVEL = "level"
    YEAR = "year"
    NO_YEAR = "no year"
    BASIS = "basis"
    PLAN = "plan"
    DOUBTFUL = "doubtful"
    BOUND = "bound"


@dataclass(frozen=True, slots=True)
class Unlike:
    """A figure that does not compare, and why."""

    pick: Pick
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """``alike`` from the largest down, ``unlike`` as chosen, ``missing`` the places without a figure.

    Of one place alone, or of figures none of which compare, there is no order: then ``ranked`` is False.
    """

    alike: tuple[Pick, ...]
    unlike: tuple[Unlike, ...]
    missing: tuple[str, ...]

    @property
    def ranked(self) -> bool:
        """Whether there are two or more figures to put in order."""
        return len(self.alike) > 1

    @property
    def picks(self) -> tuple[Pick, ...]:
        """All figures in the order in which they are shown."""
        return self.alike + tuple(unlike.pick for unlike in self.unlike)


def judge(picks: Sequence[tuple[str, Pick | None]], size: bool) -> Verdict:
    """The verdict on one figure (or none) for each place; ``size`` where bigger places have more."""
    missing = tuple(adcode for adcode, pick in picks if pick is None)
    found = [pick for _, pick in picks if pick is not None]
    group = _reference(found, size)
    if len(found) == 1 or len(group) < 2:
        alone = tuple(found) if len(found) == 1 else ()
        rest = [] if alone else found
        return Verdict(alone, tuple(Unlike(pick, _own_reasons(pick.row)) for pick in rest), missing)
    alike = tuple(sorted(group, key=lambda pick: -pick.row.value))
    unlike = tuple(Unlike(p, _reasons(p.row, alike[0].row, size)) for p in found if p not in group)
    return Verdict(alike, unlike, missing)


def _reference(found: list[Pick], size: bool) -> list[Pick]:
    """The largest group of figures that compare: of equal ones results before plans, then the later."""
    groups: dict[tuple[str, ...], list[Pick]] = {}
    for pick in found:
        if pick.row.year and pick.row.grade != "doubtful":
            groups.setdefault(_key(pick.row, size), []).append(pick)
    sure = {key: _certain(members) for key, members in groups.items()}
    best = max(sure, key=lambda key: (len(sure[key]), key[1] != "plan", key), default=None)
    return sure[best] if best is not None else []


def _key(row: Row, size: bool) -> tuple[str, ...]:
    return (row.year, _sort(row), level_of(row.adcode) if size else "")


def _sort(row: Row) -> str:
    """Total, flow or plan; a total with a start of its own and a month's flow are kinds apart."""
    if row.basis == "cumulative" and row.since:
        return f"total since {row.since[:4]}"
    if row.basis == "flow" and "-" in row.period:
        return f"flow of {row.period[:7]}"
    return "total" if row.basis in ("level", "cumulative") else row.basis


def _certain(members: list[Pick]) -> list[Pick]:
    """The members without the bounds and ranges whose place in the order is open."""
    return [pick for pick in members if _is_point(pick.row) or not _overlaps(pick, members)]


def _is_point(row: Row) -> bool:
    low, high = span(row)
    return low == high


def _overlaps(pick: Pick, members: list[Pick]) -> bool:
    low, high = span(pick.row)
    return any(
        other is not pick and span(other.row)[0] <= high and low <= span(other.row)[1] for other in members
    )


def span(row: Row) -> tuple[Decimal, Decimal]:
    """The least and the most that a figure can mean."""
    if row.qualifier == "over":
        return row.value, INFINITE
    if row.qualifier == "under":
        return Decimal(0), row.high if row.high is not None else row.value
    return row.value, row.high if row.high is not None else row.value


def _reasons(row: Row, like: Row, size: bool) -> tuple[Reason, ...]:
    own = tuple(r for r in _own_reasons(row) if not (r is Reason.PLAN and like.basis == "plan"))
    wanted: Iterable[tuple[bool, Reason]] = (
        (size and level_of(row.adcode) != level_of(like.adcode), Reason.LEVEL),
        (bool(row.year) and row.year != like.year, Reason.YEAR),
        (Reason.PLAN not in own and _sort(row) != _sort(like), Reason.BASIS),
    )
    found = tuple(reason for holds, reason in wanted if holds) + own
    return found or (Reason.BOUND,)


def _own_reasons(row: Row) -> tuple[Reason, ...]:
    """What keeps a figure from comparing with anything."""
    wanted = (
        (row.basis == "plan", Reason.PLAN),
        (not row.year, Reason.NO_YEAR),
        (row.grade == "doubtful", Reason.DOUBTFUL),
    )
    return tuple(reason for holds, reason in wanted if holds)
