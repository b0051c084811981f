"""Which figures compare, which do not, and why.

Figures compare when they are of the same year, of the same basis (a state and a running total up to a year
are both totals as of that year; a year's flow is not; a plan is not a result) and, where the size of the
place counts, of places of the same level. Totals since different years and flows of different months do not
compare, nor do shares of wholes of different years. A figure without a year or with damage compares with nothing. Of
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
    SPAN = "span"
    WHOLE = "whole"
    NO_WHOLE = "no year of the whole"
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

    Of one place alone, or of figures none of which compare, there is no order: then ``ranked`` is False, and
    ``apart`` says what keeps the figures from comparing.
    """

    alike: tuple[Pick, ...]
    unlike: tuple[Unlike, ...]
    missing: tuple[str, ...]
    apart: tuple[Reason, ...] = ()

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
    if len(found) == 1:
        return Verdict(tuple(found), (), missing)
    group = _reference(found, size)
    if len(group) < 2:
        unlike = tuple(Unlike(pick, _own_reasons(pick)) for pick in found)
        return Verdict((), unlike, missing, _apart(found, size))
    alike = tuple(sorted(group, key=lambda pick: -pick.row.value))
    unlike = tuple(Unlike(pick, _reasons(pick, alike[0], size)) for pick in found if pick not in group)
    return Verdict(alike, unlike, missing)


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """What must be the same of figures that compare; ``span`` is a total's first year or a flow's month."""

    year: str
    basis: str
    span: str
    level: str
    whole: str


def key_of(pick: Pick, size: bool) -> Key:
    """The key of a figure; a state and a running total are both totals."""
    row = pick.row
    basis = "total" if row.basis in ("level", "cumulative") else row.basis
    span = row.since[:4] if row.basis == "cumulative" else row.period[5:7] if row.basis == "flow" else ""
    return Key(
        row.year, basis, span, level_of(row.adcode) if size else "", pick.whole.year if pick.whole else ""
    )


def _reference(found: list[Pick], size: bool) -> list[Pick]:
    """The largest group of figures that compare: of equal ones results before plans, then the later."""
    sure = {key: _certain(members) for key, members in _groups(found, size).items()}
    best = max(sure, key=lambda key: (len(sure[key]), key.basis != "plan", key), default=None)
    return sure[best] if best is not None else []


def _groups(found: list[Pick], size: bool) -> dict[Key, list[Pick]]:
    """The figures that could compare with others, by key."""
    groups: dict[Key, list[Pick]] = {}
    for pick in found:
        if not {Reason.NO_YEAR, Reason.DOUBTFUL, Reason.NO_WHOLE} & set(_own_reasons(pick)):
            groups.setdefault(key_of(pick, size), []).append(pick)
    return groups


def _apart(found: list[Pick], size: bool) -> tuple[Reason, ...]:
    """In what the figures differ, or are not known well enough to compare."""
    keys, own = [key_of(pick, size) for pick in found], {r for pick in found for r in _own_reasons(pick)}
    wanted = (
        (len({key.level for key in keys}) > 1, Reason.LEVEL),
        (len({key.year for key in keys if key.year}) > 1, Reason.YEAR),
        (len({key.basis for key in keys}) > 1, Reason.BASIS),
        (len({(key.basis, key.span) for key in keys}) > len({key.basis for key in keys}), Reason.SPAN),
        (len({key.whole for key in keys if key.whole}) > 1, Reason.WHOLE),
        (Reason.NO_YEAR in own, Reason.NO_YEAR),
        (Reason.NO_WHOLE in own, Reason.NO_WHOLE),
        (Reason.DOUBTFUL in own, Reason.DOUBTFUL),
        (any(len(members) > 1 for members in _groups(found, size).values()), Reason.BOUND),
    )
    return tuple(reason for holds, reason in wanted if holds)


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


def _reasons(pick: Pick, like: Pick, size: bool) -> tuple[Reason, ...]:
    own = tuple(r for r in _own_reasons(pick) if not (r is Reason.PLAN and like.row.basis == "plan"))
    key, other = key_of(pick, size), key_of(like, size)
    wanted: Iterable[tuple[bool, Reason]] = (
        (key.level != other.level, Reason.LEVEL),
        (bool(key.year) and key.year != other.year, Reason.YEAR),
        (Reason.PLAN not in own and key.basis != other.basis, Reason.BASIS),
        (key.basis == other.basis and key.span != other.span, Reason.SPAN),
        (bool(key.whole) and key.whole != other.whole, Reason.WHOLE),
    )
    found = tuple(reason for holds, reason in wanted if holds) + own
    return found or (Reason.BOUND,)


def _own_reasons(pick: Pick) -> tuple[Reason, ...]:
    """What keeps a figure from comparing with anything."""
    wanted = (
        (pick.row.basis == "plan", Reason.PLAN),
        (not pick.row.year, Reason.NO_YEAR),
        (pick.whole is not None and not pick.whole.year, Reason.NO_WHOLE),
        (pick.row.grade == "doubtful", Reason.DOUBTFUL),
    )
    return tuple(reason for holds, reason in wanted if holds)
