"""A figure divided by another of the same place: per person, per household, share of the register.

The whole that is divided by is declared at the mark, with its own date where that is another. There is no
quotient where the report gives no whole, or gives it only as a bound or doubtfully. Money is divided by a whole
of the same year only. A share may also be one of a register of an earlier year, or of no told year, in the
same report: shares of registers of different years do not compare. There is no share of a register smaller
than its part.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from compare.context import Context
from compare.pick import Wish, pick_figure
from compare.record import Row
from compare.words.numbers import say_figure
from compare.words.periods import say_period


@dataclass(frozen=True, slots=True)
class Whole:
    """What is divided by: the metric, and whether the quotient is a share of it in percent."""

    metric: str
    share: bool = False


@dataclass(frozen=True, slots=True)
class Quotient:
    """A row whose value is the quotient, and the row that it was divided by."""

    row: Row
    whole: Row


def divide(context: Context, row: Row, whole: Whole) -> Quotient | str:
    """The quotient, or the sentence that says why there is none."""
    found = find_whole(context, row, whole)
    if isinstance(found, str):
        return found
    row = replace(row, qualifier=found.qualifier if row.qualifier == "exact" else row.qualifier)
    if not whole.share:
        return Quotient(replace(row, value=row.value / found.value, high=_half(row, found)), found)
    share = (row.value * 100 / found.value).quantize(Decimal("0.1"))
    if share == 100 and row.value < found.value:
        share = Decimal("99.9")
    return Quotient(replace(row, value=share, high=None, unit="percent", basis="level", text=row.text), found)


def find_whole(context: Context, row: Row, whole: Whole) -> Row | str:
    """The figure of the same place to divide by, or why there is none that fits."""
    say = context.language.say
    name = context.metrics[whole.metric].phrase(context.language)
    rows = context.store.rows((row.adcode,), (whole.metric,))
    if not rows:
        return say("No quotient: no {whole} in the report", whole=name)
    usable = [r for r in rows if r.qualifier in ("exact", "about") and r.grade != "doubtful"]
    usable = [r for r in usable if r.basis != "plan" and r.high is None and r.value > 0]
    if not usable:
        return say("No quotient: {whole} doubtful or a bound", whole=name)
    fitting = _of_the_time(usable, row, whole)
    if not fitting:
        when = say_period(usable[0].period, context.language)
        return say("No quotient: {whole}, {when}", whole=name, when=when)
    large = [r for r in fitting if not whole.share or r.value >= row.value]
    if not large:
        value = say_figure(fitting[0], context.language)
        return say("No share: more than {whole}, {value}", whole=name, value=value)
    picked = pick_figure(large, Wish(basis="level"))
    return picked.row if picked else large[0]


def _of_the_time(rows: Sequence[Row], row: Row, whole: Whole) -> list[Row]:
    """Wholes of the same year; for a share of the register, failing those, earlier or undated ones of its report."""
    same = [r for r in rows if r.year and r.year == row.year]
    if same or not whole.share:
        return same
    return [r for r in rows if r.doc == row.doc and (not r.year or r.year <= row.year)]


def _half(row: Row, whole: Row) -> Decimal | None:
    return None if row.high is None else row.high / whole.value
