"""The second half of a headline: how the first stands to the others that compare."""

from decimal import ROUND_DOWN, Decimal

from compare.context import Context
from compare.metrics import Metric
from compare.record import Row
from compare.verdict import Verdict, span
from compare.words.lists import say_count
from compare.words.numbers import say_amount, say_figure, say_points, say_ratio

TIMES = Decimal("1.5")


def say_tail(context: Context, metric: Metric, verdict: Verdict) -> str:
    """``，是旌德县的17.6倍`` of two; ``，可比的三地中最多`` of more."""
    if len(verdict.alike) == 2:
        return _say_of_two(context, metric, verdict.alike[0].row, verdict.alike[1].row)
    language, n = context.language, say_count(len(verdict.alike), context.language)
    if metric.size:
        return language.say(", the most of the {n} that compare", n=n)
    return language.say(", the highest of the {n} that compare", n=n)


def _say_of_two(context: Context, metric: Metric, first: Row, second: Row) -> str:
    say = context.language.say
    other = context.names.short(second.adcode, second.place)
    if span(second)[1] == 0:
        return say("; {other} gives zero", other=other)
    if metric.unit == "percent":
        return say(
            ", {points} above {other}",
            points=say_points(first.value - second.value, context.language),
            other=other,
        )
    ratio, sure = least_ratio(first, second)
    words = {"ratio": say_ratio(ratio), "other": other}
    if not sure:
        words["ratio"] = say_ratio(ratio.quantize(Decimal("0.1"), rounding=ROUND_DOWN))
        return (
            say(", at least {ratio} times {other}’s", **words)
            if ratio >= TIMES
            else say(", more than {other}’s", other=other)
        )
    if "about" in (first.qualifier, second.qualifier):
        return (
            say(", about {ratio} times {other}’s", **words)
            if ratio >= TIMES
            else say(", more than {other}’s {value}", other=other, value=say_figure(second, context.language))
        )
    if ratio >= TIMES:
        return say(", {ratio} times {other}’s", **words)
    more = say_amount(first.value - second.value, first.unit, context.language)
    return say(", {more} more than {other}", more=more, other=other)


def say_times(first: Row, second: Row) -> str:
    """How many times the second the first is; empty where that is not exact, or is hardly more."""
    if not span(second)[1] or "about" in (first.qualifier, second.qualifier):
        return ""
    ratio, sure = least_ratio(first, second)
    return say_ratio(ratio) if sure and ratio >= TIMES else ""


def least_ratio(first: Row, second: Row) -> tuple[Decimal, bool]:
    """How many times the second the first is at least, and whether that is exact."""
    low, high = span(first), span(second)
    return low[0] / high[1], low[0] == low[1] and high[0] == high[1]
