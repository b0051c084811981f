"""The page of measures: all other metrics by family, what each place did and what is told of its effect."""

from dataclasses import dataclass

from compare.alt import say_alt
from compare.cautions import say_conflicts, say_warnings
from compare.charts.multiples import Section, draw_multiples
from compare.context import Context
from compare.headline import say_headline
from compare.metrics import Metric
from compare.panel import Caution, Panel, Table
from compare.panels.comparison import Asked, Findings, find, lines_of, name_places, scale_of
from compare.panels.evidence import say_key, say_notes, say_sources, say_table
from compare.pick import Wish
from compare.words.lists import say_list

FAMILIES = ("income", "helpers", "housing", "education", "jobs", "industry", "credit", "assistance", "people")
OTHERS = ("projects.count", "monitored.households", "monitored.persons")


@dataclass(frozen=True, slots=True)
class Measures:
    """A panel for each family that has figures; one line on those that have none."""

    panels: tuple[Panel, ...]
    without: str


def build_measures(context: Context) -> Measures:
    """The families of the lexicon with the figures of the chosen places."""
    panels, empty = [], []
    for family in FAMILIES:
        metrics = family_metrics(context, family)
        found = [find(context, Asked(m, Wish(context.view.period, m.basis))) for m in metrics]
        given = [item for item in found if item.verdict.picks]
        if given:
            panels.append(_build_family(context, family, given))
        else:
            empty.append(name_family(context, family))
    return Measures(tuple(panels), _say_without(context, empty))


def family_metrics(context: Context, family: str) -> tuple[Metric, ...]:
    """The metrics of a family; projects and households at risk stand with the helpers."""
    extra = OTHERS if family == "helpers" else ()
    return tuple(m for m in context.metrics.values() if m.family == family or m.id in extra)


def name_family(context: Context, family: str) -> str:
    """What a family is called."""
    say = context.language.say
    names = {
        "income": say("Income"),
        "helpers": say("Helpers and projects"),
        "housing": say("Relocation and housing"),
        "education": say("Education"),
        "jobs": say("Jobs"),
        "industry": say("Industry and sales"),
        "credit": say("Credit"),
        "assistance": say("Social assistance"),
        "people": say("People and area"),
    }
    return names[family]


def _build_family(context: Context, family: str, given: list[Findings]) -> Panel:
    headline = _say_headline(context, given)
    table = _say_table(context, given)
    rows = tuple(row for found in given for row in found.rows)
    return Panel(
        id=f"family.{family}",
        headline=headline,
        deck=name_family(context, family),
        figure=draw_multiples([_section(context, found) for found in given], context.palette),
        alt=say_alt(headline, table),
        table=table,
        warnings=_say_warnings(context, given),
        key=tuple(dict.fromkeys(item for found in given for item in say_key(context, found))),
        sources=say_sources(context, rows),
        notes=_say_notes(context, given),
        rows=rows,
    )


def _say_headline(context: Context, given: list[Findings]) -> str:
    """The sentence of the measure for which most places compare."""
    best = max(given, key=_weight)
    return say_headline(context, best.asked.metric, best.verdict)


def _weight(found: Findings) -> tuple[bool, int]:
    """A measure that has an order comes first, then the one that most places give."""
    verdict = found.verdict
    return verdict.ranked, len(verdict.alike if verdict.ranked else verdict.picks)


def _section(context: Context, found: Findings) -> Section:
    scale, metric = scale_of(context, found), found.asked.metric
    lines = lines_of(context, found, scale, gaps=False)
    return Section(metric.name(context.language), scale.name, tuple(lines), _say_missing(context, found))


def _say_missing(context: Context, found: Findings) -> str:
    names = name_places(context)
    missing = [context.names.short(code, names.get(code, code)) for code in found.verdict.missing]
    if not missing:
        return ""
    if len(missing) > 3:
        return context.language.count("{n} place gives none", "{n} places give none", len(missing))
    return context.language.say("Not given: {places}", places=say_list(missing, context.language))


def _say_warnings(context: Context, given: list[Findings]) -> tuple[Caution, ...]:
    """What does not compare, said of each measure in a word; contradictions in full."""
    language = context.language
    unlike = [found.asked.metric.name(language) for found in given if found.verdict.unlike]
    cautions: list[Caution] = []
    if len(given) == 1:
        cautions.extend(say_warnings(context, given[0].verdict))
    elif unlike:
        verdict = language.say("Not everything here compares:")
        reason = language.say("in {metrics} year, level or basis differ.", metrics=say_list(unlike, language))
        cautions.append(Caution(verdict, reason))
    for found in given:
        cautions.extend(say_conflicts(context, found.disputed))
    return tuple(dict.fromkeys(cautions))


def _say_notes(context: Context, given: list[Findings]) -> tuple[str, ...]:
    notes = []
    for found in given:
        name = found.asked.metric.name(context.language)
        told = say_notes(context, found)
        notes += [context.language.say("{metric}: {note}", metric=name, note=note) for note in told]
    return tuple(notes)


def _say_table(context: Context, given: list[Findings]) -> Table:
    """The tables of the measures under one another, with the measure and its unit in front."""
    columns: tuple[str, ...] = ()
    cells, facts = [], []
    for found in given:
        scale = scale_of(context, found)
        part = say_table(context, found, scale)
        columns = (context.language.say("Measure"), *part.columns)
        cells += [(found.asked.metric.name(context.language), *line) for line in part.cells]
        facts += list(part.facts)
    return Table(columns, tuple(cells), tuple(facts))


def _say_without(context: Context, empty: list[str]) -> str:
    if not empty:
        return ""
    return context.language.say("No figures on: {families}.", families=say_list(empty, context.language))
