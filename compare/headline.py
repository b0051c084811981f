"""The computed sentence over a bar chart: no adjective, and only of figures that compare."""

from compare.context import Context
from compare.metrics import Metric
from compare.record import Row
from compare.tail import say_tail
from compare.verdict import Verdict
from compare.words.lists import say_count, say_list
from compare.words.numbers import say_figure
from compare.words.periods import say_period, say_shared_when

LIFTED = ("lifted.persons", "lifted.households")
DELISTED = ("villages.delisted",)


def say_headline(context: Context, metric: Metric, verdict: Verdict) -> str:
    """One sentence true of the figures at hand: who has most of those that compare, or why there is no order.

    Errors: none; no figure at all gives a sentence that says so.
    """
    figures = len(verdict.picks)
    if not figures:
        return say_none(context, metric)
    if verdict.ranked:
        return _say_order(context, metric, verdict)
    if figures == 1:
        row = verdict.picks[0].row
        return _say_only(context, metric, row) if verdict.missing else say_figure_of(context, metric, row)
    return _say_no_order(context, metric, verdict)


def say_none(context: Context, metric: Metric) -> str:
    """The sentence where no report gives the metric."""
    phrase = metric.phrase(context.language)
    if metric.derived:
        return context.language.say(
            "{metric} cannot be worked out from these reports", metric=metric.name(context.language)
        )
    if len(context.view.places) == 1:
        return context.language.say("No {metric} in the report", metric=phrase)
    return context.language.say("None of these reports has a figure for {metric}", metric=phrase)


def say_figure_of(context: Context, metric: Metric, row: Row) -> str:
    """One figure as a statement: ``肥西县2020年财政专项扶贫资金3.69亿元``."""
    return say_statement(context, metric, row, context.names.short(row.adcode, row.place))


def say_statement(context: Context, metric: Metric, row: Row, place: str) -> str:
    """A figure said of a place, or of several that share it."""
    words = {
        "place": place,
        "when": say_period(row.period, context.language),
        "value": say_figure(row, context.language),
    }
    if metric.id in LIFTED:
        return _say_lifted(context, row, words)
    if metric.id in DELISTED:
        return _say_delisted(context, row, words)
    return _say_plain(context, row, {**words, "metric": metric.phrase(context.language)})


def _say_only(context: Context, metric: Metric, row: Row) -> str:
    say = context.language.say
    words = {
        "place": context.names.short(row.adcode, row.place),
        "metric": metric.phrase(context.language),
        "when": say_period(row.period, context.language),
        "value": say_figure(row, context.language),
    }
    if metric.derived:
        return say("Only from {place}’s report can one work out {metric}, {when}: {value}", **words)
    if row.basis == "plan":
        return say("Only {place} gives a figure for {metric}, and it is a plan: {value}", **words)
    if not row.year:
        return say("Only {place} gives a figure for {metric}, year not given: {value}", **words)
    if row.basis == "cumulative":
        return say("Only {place} gives a figure for {metric}, running total to {when}: {value}", **words)
    return say("Only {place} gives a figure for {metric}, {when}: {value}", **words)


def _say_plain(context: Context, row: Row, words: dict[str, str]) -> str:
    say = context.language.say
    if row.basis == "plan":
        if row.year:
            return say("{place}’s {metric}, planned for {when}: {value}", **words)
        return say("{place}’s {metric}, planned, year not given: {value}", **words)
    if not row.year:
        return say("{place}’s {metric}, year not given: {value}", **words)
    if row.basis == "cumulative":
        return say("{place}’s {metric}, running total to {when}: {value}", **words)
    return say("{place}’s {metric} in {when}: {value}", **words)


def _say_lifted(context: Context, row: Row, words: dict[str, str]) -> str:
    say = context.language.say
    if row.basis == "plan":
        dated = say("{place} plans to lift {value} in {when}", **words)
        return dated if row.year else say("{place} plans to lift {value}, year not given", **words)
    if row.basis == "flow":
        dated = say("{place} lifted {value} in {when}", **words)
        return dated if row.year else say("{place} lifted {value} in a year not given", **words)
    return say("{place} lifted {value} in all", **words)


def _say_delisted(context: Context, row: Row, words: dict[str, str]) -> str:
    say = context.language.say
    if row.basis == "plan":
        dated = say("{place} plans to delist {value} in {when}", **words)
        return dated if row.year else say("{place} plans to delist {value}, year not given", **words)
    if row.basis == "flow":
        dated = say("{place} delisted {value} in {when}", **words)
        return dated if row.year else say("{place} delisted {value} in a year not given", **words)
    return say("{place} delisted {value} in all", **words)


def _say_order(context: Context, metric: Metric, verdict: Verdict) -> str:
    first = verdict.alike[0].row
    level = [pick.row for pick in verdict.alike if pick.row.value == first.value]
    names = [context.names.short(row.adcode, row.place) for row in level]
    if len(level) > 1:
        return _say_tie(context, metric, verdict, names)
    return say_statement(context, metric, first, names[0]) + say_tail(context, metric, verdict)


def _say_tie(context: Context, metric: Metric, verdict: Verdict, names: list[str]) -> str:
    language, first = context.language, verdict.alike[0].row
    words = {
        "places": say_list(names, language),
        "metric": metric.phrase(language),
        "value": say_figure(first, language),
        "n": say_count(len(verdict.alike), language),
    }
    if len(names) == len(verdict.alike):
        clause = language.say("{places} give the same {metric}: {value}", **words)
    else:
        clause = language.say(
            "{places} give the same {metric}, the most of the {n} that compare: {value}", **words
        )
    when = say_shared_when([pick.row for pick in verdict.alike], language)
    return language.say("{clause} ({when})", clause=clause, when=when)


def _say_no_order(context: Context, metric: Metric, verdict: Verdict) -> str:
    language, rows = context.language, [pick.row for pick in verdict.picks]
    bases = len({(row.year, row.basis, row.since) for row in rows})
    words = {
        "metric": metric.name(language),
        "n": say_count(len(rows), language),
        "bases": say_count(bases, language),
    }
    if bases > 1:
        return language.say("{metric}: {n} figures, {bases} bases, no ranking", **words)
    return language.say("{metric}: {n} figures that do not compare, no ranking", **words)
