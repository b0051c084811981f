"""The sentence over the cards, and what limits it."""

from collections.abc import Mapping, Sequence

from compare.cautions import name_kinds
from compare.context import Context
from compare.findings import Findings
from compare.headline import say_headline, say_statement
from compare.panel import Caution, Panel
from compare.record import Row
from compare.tail import say_times
from compare.words.lists import say_count, say_list
from compare.words.names import level_of
from compare.words.periods import say_shared_when

FIRST = ("funding.special", "lifted.households", "poor.persons", "villages.delisted")
ALONE = ("lifted.households", "funding.special", "villages.delisted", "poor.persons")
CLAUSES = 2


def say_summary(context: Context, found: Mapping[str, Findings], chart: Panel) -> str:
    """Who has most of what, as of when, for the first two measures whose results can be ranked.

    Plans are no results and are not ranked here. Where nothing can be, what the chart of the rate says,
    or the first measure that is given. Of one place alone, two of its figures.
    """
    if len(context.view.places) == 1:
        return _say_one(context, found, chart)
    ranked = [found[metric] for metric in FIRST if found[metric].verdict.ranked]
    done = [item for item in ranked if item.verdict.alike[0].row.basis != "plan"]
    clauses = [clause for item in done if (clause := _say_clause(context, item))][:CLAUSES]
    if clauses:
        return context.language.say("; ").join(clauses)
    if chart.rows:
        return chart.headline
    return _say_first(context, found)


def _say_one(context: Context, found: Mapping[str, Findings], chart: Panel) -> str:
    """Two of the figures that the place's report gives, as statements."""
    rows = [pick.row for metric in ALONE for pick in found[metric].verdict.picks]
    rows.sort(key=lambda row: (row.basis == "plan", not row.year))
    said = [chart.headline] if len(chart.rows) > 1 else []
    for row in rows[: CLAUSES - len(said)]:
        named = not said or context.language.code == "en"
        place = context.names.short(row.adcode, row.place) if named else ""
        said.append(say_statement(context, context.metrics[row.metric], row, place))
    if said:
        return context.language.say("; ").join(said)
    return chart.headline if chart.rows else _say_first(context, found)


def _say_first(context: Context, found: Mapping[str, Findings]) -> str:
    """The first measure that any place gives; else that none does."""
    for metric in FIRST:
        if found[metric].verdict.picks:
            return say_headline(context, context.metrics[metric], found[metric].verdict)
    return context.language.say("None of the headline figures is in these reports")


def _say_clause(context: Context, item: Findings) -> str:
    """``可比的三地中，扎鲁特旗脱贫户最多（2020年，累计）``; nothing where the first two are level."""
    rows = [pick.row for pick in item.verdict.alike]
    if rows[0].value == rows[1].value:
        return ""
    words = {
        "n": say_count(len(rows), context.language),
        "place": context.names.short(rows[0].adcode, rows[0].place),
        "other": context.names.short(rows[1].adcode, rows[1].place),
        "metric": item.asked.metric.phrase(context.language),
        "ratio": say_times(rows[0], rows[1]),
    }
    say_clause = _say_more if len(rows) == 2 else _say_most
    clause = say_clause(context, item.asked.metric.id, words)
    return context.language.say(
        "{clause} ({when})", clause=clause, when=say_shared_when(rows, context.language)
    )


def _say_more(context: Context, metric: str, words: dict[str, str]) -> str:
    say = context.language.say
    if metric == "lifted.households":
        return say("{place} lifted more households than {other}", **words)
    if metric == "villages.delisted":
        return say("{place} delisted more villages than {other}", **words)
    if words["ratio"]:
        return say("{place} has {ratio} times the {metric} of {other}", **words)
    return say("{place} has more {metric} than {other}", **words)


def _say_most(context: Context, metric: str, words: dict[str, str]) -> str:
    say = context.language.say
    if metric == "lifted.households":
        return say("{place} lifted the most households of the {n} that compare", **words)
    if metric == "villages.delisted":
        return say("{place} delisted the most villages of the {n} that compare", **words)
    return say("{place} has the most {metric} of the {n} that compare", **words)


def say_limits(context: Context, found: Mapping[str, Findings], rows: Sequence[Row]) -> tuple[Caution, ...]:
    """What keeps the places from being ranked on every figure: level, undated reports, damage."""
    say = context.language.say
    stop = "。" if context.language.code == "zh" else "."
    reports = _say_reports(context, rows)
    if len(context.view.places) < 2 or not any(item.verdict.unlike for item in found.values()):
        return (Caution(_begin(say("; ").join(reports)) + stop, ""),) if reports else ()
    verdict = say("Do not rank all {n}.", n=say_count(len(context.view.places), context.language))
    reasons = [*_say_levels(context, rows), *reports]
    if not reasons:
        apart = [name_kinds(context, item.verdict) for item in found.values() if item.verdict.unlike]
        kinds = dict.fromkeys(kind for kinds in apart for kind in kinds)
        listed = say_list(list(kinds), context.language)
        return (Caution(verdict, say("They differ in {kinds}.", kinds=listed)),)
    return (Caution(verdict, _begin(say("; ").join(reasons)) + stop),)


def _begin(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _say_levels(context: Context, rows: Sequence[Row]) -> list[str]:
    """The places of another level than most."""
    levels = {row.adcode: level_of(row.adcode) for row in rows}
    usual = max(
        set(levels.values()), key=lambda level: (list(levels.values()).count(level), level), default=""
    )
    places = {row.adcode: row.place for row in rows}
    return [
        context.language.say(
            "{place} is {level}",
            place=context.names.short(code, places[code]),
            level=context.names.level(code, places[code]),
        )
        for code, level in levels.items()
        if level != usual
    ]


def _say_reports(context: Context, rows: Sequence[Row]) -> list[str]:
    """The reports without a date, and those whose text is damaged."""
    say, docs = context.language.say, tuple({row.doc for row in rows})
    documents = context.store.documents(docs) if docs else ()
    undated = [context.names.short(d.adcode, d.place) for d in documents if not d.date]
    damaged = [context.names.short(d.adcode, d.place) for d in documents if d.damaged]
    said = []
    if undated:
        said.append(say("no year in the report of {places}", places=say_list(undated, context.language)))
    if damaged:
        said.append(say("damaged text in the report of {places}", places=say_list(damaged, context.language)))
    return said
