"""Several measures in one panel, as small multiples: each with its own unit and axis."""

from collections.abc import Sequence
from dataclasses import dataclass

from compare.alt import say_alt
from compare.cautions import say_kinds, say_warnings
from compare.charts.bars import Bar
from compare.charts.multiples import Section, draw_multiples
from compare.context import Context
from compare.disputes import say_conflicts, say_rivals
from compare.findings import Asked, Findings, find
from compare.headline import say_headline
from compare.panel import Caution, Panel, Table
from compare.panels.comparison import lines_of, name_of, scale_of
from compare.panels.evidence import say_deck, say_key, say_notes, say_sources, say_table
from compare.words.lists import say_list

FEW = 3
MOST_LINES = 10  # of one measure among several, where there are more places than colours


@dataclass(frozen=True, slots=True)
class Group:
    """What the panel is called by the page and by its reader, and the measures asked for."""

    id: str
    deck: str
    asked: tuple[Asked, ...]


def build_group(context: Context, group: Group) -> Panel | None:
    """The panel of those measures that any place gives; None where there is none."""
    found = [find(context, question) for question in group.asked]
    given = [item for item in found if item.verdict.picks]
    return _build(context, group, given) if given else None


def _build(context: Context, group: Group, given: Sequence[Findings]) -> Panel:
    headline, table = _say_headline(context, given), _say_table(context, given)
    rows = tuple(dict.fromkeys(row for found in given for row in found.printed))
    return Panel(
        id=group.id,
        headline=headline,
        deck=group.deck,
        figure=draw_multiples([_section(context, found) for found in given], context.palette, context.dense),
        alt=say_alt(headline, table),
        table=table,
        warnings=_say_warnings(context, given),
        key=tuple(dict.fromkeys(item for found in given for item in say_key(context, found))),
        sources=say_sources(context, rows),
        notes=_say_notes(context, given),
        rows=rows,
        found=tuple(given),
    )


def _say_headline(context: Context, given: Sequence[Findings]) -> str:
    """The sentence of the measure for which most places compare."""
    best = max(given, key=_weight)
    return say_headline(context, best.asked.subject, best.verdict)


def _weight(found: Findings) -> tuple[bool, int]:
    """A measure that has an order comes first, then the one that most places give."""
    verdict = found.verdict
    return verdict.ranked, len(verdict.alike if verdict.ranked else verdict.picks)


def _section(context: Context, found: Findings) -> Section:
    scale, metric = scale_of(context, found), found.asked.subject
    lines = lines_of(context, found, scale, gaps=False)
    cut = [line for line in lines if isinstance(line, Bar)][MOST_LINES:] if context.dense else []
    words = [_say_missing(context, found)]
    if cut:
        words.insert(0, context.language.count("{n} more in the table", "{n} more in the table", len(cut)))
    return Section(
        metric.name(context.language),
        scale.name,
        tuple(lines[:MOST_LINES] if cut else lines),
        context.language.say("; ").join(word for word in words if word),
    )


def _say_missing(context: Context, found: Findings) -> str:
    """The places without a mark: those whose reports are silent, and those where nothing can be divided by."""
    language, missing = context.language, found.verdict.missing
    silent = [name_of(context, found, code) for code in missing if code not in found.refused]
    refused = [name_of(context, found, code) for code in missing if code in found.refused]
    said = []
    if len(silent) > FEW:
        said.append(language.count("{n} place gives none", "{n} places give none", len(silent)))
    elif silent:
        said.append(language.say("Not given: {places}", places=say_list(silent, language)))
    if refused:
        said.append(language.say("Cannot be worked out: {places}", places=say_list(refused, language)))
    return language.say("; ").join(said)


def _say_warnings(context: Context, given: Sequence[Findings]) -> tuple[Caution, ...]:
    """What does not compare, said of each measure in a word; contradictions in full."""
    language = context.language
    unlike = [
        language.say(
            "{metric} ({kinds})",
            metric=found.asked.subject.phrase(language),
            kinds=say_kinds(context, found.verdict),
        )
        for found in given
        if found.verdict.unlike
    ]
    cautions: list[Caution] = []
    if len(given) == 1:
        cautions.extend(say_warnings(context, given[0].verdict))
    elif unlike:
        verdict = language.say("Not everything here compares:")
        reason = language.say("there are differences in {metrics}.", metrics=say_list(unlike, language))
        cautions.append(Caution(verdict, reason))
    for found in given:
        cautions.extend(say_rivals(context, found.verdict.picks))
        cautions.extend(say_conflicts(context, found.disputed))
    return tuple(dict.fromkeys(cautions))


def _say_notes(context: Context, given: Sequence[Findings]) -> tuple[str, ...]:
    notes = []
    for found in given:
        name = found.asked.subject.name(context.language)
        told = say_notes(context, found)
        notes += [context.language.say("{metric}: {note}", metric=name, note=note) for note in told]
    return tuple(notes)


def _say_table(context: Context, given: Sequence[Findings]) -> Table:
    """The tables of the measures under one another, with the measure and its unit in front."""
    say, columns = context.language.say, tuple[str, ...]()
    cells, facts = [], []
    for found in given:
        scale = scale_of(context, found)
        part = say_table(context, found, scale)
        columns = (say("Measure"), part.columns[0], say("Figure"), *part.columns[2:])
        cells += [(say_deck(context, found.asked.subject, scale), *line) for line in part.cells]
        facts += list(part.facts)
    return Table(columns, tuple(cells), tuple(facts))
