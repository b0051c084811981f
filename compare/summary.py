"""The sentence over the cards, and what limits it."""

from collections.abc import Mapping, Sequence

from compare.context import Context
from compare.panel import Caution, Panel
from compare.panels.comparison import Findings
from compare.record import Row
from compare.words.lists import say_count, say_list
from compare.words.names import level_of

FIRST = ("funding.special", "lifted.households", "poor.persons", "villages.delisted")
CLAUSES = 2


def say_summary(context: Context, found: Mapping[str, Findings], chart: Panel) -> str:
    """Who has most of what, for the first two measures that can be ranked; else what the chart says."""
    ranked = [found[metric] for metric in FIRST if found[metric].verdict.ranked]
    clauses = [clause for item in ranked if (clause := _say_clause(context, item))][:CLAUSES]
    if not clauses:
        return chart.headline
    return context.language.say("; ").join(clauses)


def _say_clause(context: Context, item: Findings) -> str:
    """``可比的三地中，扎鲁特旗脱贫户最多``; nothing where the first two are level."""
    rows = [pick.row for pick in item.verdict.alike]
    if rows[0].value == rows[1].value:
        return ""
    say, words = (
        context.language.say,
        {
            "n": say_count(len(rows), context.language),
            "place": context.names.short(rows[0].adcode, rows[0].place),
            "metric": item.asked.metric.phrase(context.language),
        },
    )
    if item.asked.metric.id == "lifted.households":
        return say("{place} lifted the most households of the {n} that compare", **words)
    if item.asked.metric.id == "villages.delisted":
        return say("{place} delisted the most villages of the {n} that compare", **words)
    return say("{place} has the most {metric} of the {n} that compare", **words)


def say_limits(context: Context, found: Mapping[str, Findings], rows: Sequence[Row]) -> tuple[Caution, ...]:
    """What keeps the places from being ranked on every figure: level, undated reports, damage, conflicts."""
    if len(context.view.places) < 2 or not any(item.verdict.unlike for item in found.values()):
        return ()
    reasons = [*_say_levels(context, rows), *_say_reports(context, rows)]
    say = context.language.say
    verdict = say("Do not rank all {n}.", n=say_count(len(context.view.places), context.language))
    stop = "。" if context.language.code == "zh" else "."
    if not reasons:
        return (Caution(verdict, say("Years and bases differ.")),)
    return (Caution(verdict, say("; ").join(reasons) + stop),)


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
