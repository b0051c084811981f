"""Which words decided what a figure counts, where, when, and whether it is a result, a total or a plan.

The figure has been read by then; here its reading is traced back to the words in sight. Where the words stand
elsewhere or there are none, ``source`` says what decided instead.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from extract.claims.phrasebook import Meaning
from extract.claims.scene import Scene
from extract.claims.sight import Sight
from extract.figures.plans import BEHIND, plan_before
from extract.figures.timing import goes_on
from extract.lexicon.vocabulary import Hit
from extract.mention import Period, Place, Role
from extract.pipeline import Reader

Span = tuple[int, int]
BELOW = ("township", "village")


class Source(StrEnum):
    """What decided: words (of the sentence, or further up), or something else."""

    SENTENCE = "sentence"
    LABEL = "label"  # the label that opens the paragraph
    HEADING = "heading"
    BEFORE = "before"  # a sentence before it in the paragraph
    NUMBER = "number"  # the number before it
    REPORT = "report"  # the report's own place, or its date
    PERIOD = "period"  # the basis: told by the kind of time
    USUAL = "usual"  # the basis: the metric's usual one
    TABLE = "table"  # header and first column of a table
    NONE = "none"  # the report does not say


class Asked(NamedTuple):
    """The row whose words are looked for, as the table has it; offsets are the original's."""

    start: int
    end: int
    metric: str
    rule: str
    adcode: str
    period: str
    since: str
    basis: str
    note: str


class Ground(NamedTuple):
    """What decided one side of a reading: ``metric``, ``place``, ``period`` or ``basis``."""

    role: str
    source: Source
    words: tuple[Span, ...] = ()


def find_grounds(sight: Sight, before: tuple[Scene, ...], asked: Asked, reader: Reader) -> tuple[Ground, ...]:
    """The four grounds of a figure's reading; ``before`` are the sentences before it, the nearest first."""
    return (
        _metric(sight, asked, reader),
        _place(sight, asked),
        _period(sight, before, asked),
        _basis(sight, asked),
    )


def _metric(sight: Sight, asked: Asked, reader: Reader) -> Ground:
    """The words of the lexicon's phrase: of each of its groups the one that weighs most."""
    meaning = next((m for m in reader.rules.phrases.meanings if m.phrase.name == asked.rule), None)
    if meaning is None:
        return Ground("metric", Source.NONE)
    found = [word for group in _groups(meaning) if (word := _heaviest(sight, group))]
    if any(source is Source.SENTENCE for source, _ in found) or not _is_handed_on(asked):
        source = found[0][0] if found else Source.NONE
        return Ground("metric", source, tuple(span for _, span in found))
    return Ground("metric", Source.NUMBER)


def _is_handed_on(asked: Asked) -> bool:
    return "metric" in asked.note


def _groups(meaning: Meaning) -> Iterator[frozenset[str]]:
    yield meaning.noun
    for groups in (meaning.near, meaning.before, meaning.marks, meaning.carried):
        yield from groups


def _heaviest(sight: Sight, group: frozenset[str]) -> tuple[Source, Span] | None:
    """The word of the group that weighs most in the sentence; else one of the label, then of the heading."""
    scene = sight.scene
    here = [(hit, weight) for hit, weight in sight.weigh(group) if hit in scene.hits and hit.word in group]
    if here:
        best = max(here, key=lambda one: (one[1], one[0].end - one[0].start))[0]
        return Source.SENTENCE, (best.start, best.end)
    first = scene.sentence.heading[0]
    shifted = (hit._replace(start=hit.start + first, end=hit.end + first) for hit in scene.heading.hits)
    return _first(Source.LABEL, scene.label_hits, group) or _first(Source.HEADING, shifted, group)


def _first(source: Source, hits: Iterable[Hit], group: frozenset[str]) -> tuple[Source, Span] | None:
    return next(((source, (hit.start, hit.end)) for hit in hits if hit.word in group), None)


def _place(sight: Sight, asked: Asked) -> Ground:
    """The last unit named before the number that is the figure's, else any in its sentence, else the report's own."""
    if "header" in asked.note:
        return Ground("place", Source.REPORT)
    named = [place for place in sight.scene.places if _is_of(place, asked)]
    ahead = [place for place in named if place.end <= sight.group.start]
    chosen = ahead[-1:] or named[:1]
    if chosen and "place" not in asked.note:
        return Ground("place", Source.SENTENCE, ((chosen[0].start, chosen[0].end),))
    return Ground("place", Source.REPORT)


def _is_of(place: Place, asked: Asked) -> bool:
    return bool(asked.adcode) and place.adcode == asked.adcode and place.level not in BELOW


def _period(sight: Sight, before: tuple[Scene, ...], asked: Asked) -> Ground:
    """The time expression that tells the row's period: of the sentence, one before it, or the heading."""
    here = [period for period in sight.scene.periods if _tells(period, asked)]
    ahead = [period for period in here if period.end <= sight.group.start]
    chosen = ahead[-1:] or here[:1]
    if chosen:
        return Ground("period", Source.SENTENCE, ((chosen[0].start, chosen[0].end),))
    if not asked.period:
        return Ground("period", Source.NONE)
    if not _takes_over(sight.scene, asked):
        return Ground("period", Source.REPORT)
    for scene in before:
        told = [period for period in scene.periods if period.role is Role.IN and _tells(period, asked)]
        if told:
            return Ground("period", Source.BEFORE, ((told[-1].start, told[-1].end),))
    heading = [period for period in sight.scene.heading.periods if _tells(period, asked)]
    if heading:
        return Ground("period", Source.HEADING, _in_heading(sight.scene, heading[-1]))
    return Ground("period", Source.REPORT)


def _takes_over(scene: Scene, asked: Asked) -> bool:
    """Whether such a figure takes its year from the sentences before it or the heading, not the report's date."""
    return goes_on(scene) or asked.basis == "flow" or asked.metric.startswith("income.")


def _tells(period: Period, asked: Asked) -> bool:
    """Whether a time expression gives this period: the same, a list of years that holds it, or an undated beginning."""
    if asked.since and period.since == asked.since:
        return True
    if not asked.period:
        return period.role is Role.START and not asked.since
    if period.value == asked.period or (period.value[:4] == asked.period and period.role is Role.IN):
        return True
    spans = period.role is Role.RANGE and bool(period.since)
    return spans and period.since[:4] <= asked.period <= period.value[:4]


def _in_heading(scene: Scene, period: Period) -> tuple[Span, ...]:
    """Where it stands in the text: the heading's times are read in the dated heading and the last as one text."""
    dated, last = scene.sentence.dated, scene.sentence.heading
    start = period.start + (dated[0] if dated != (0, 0) else last[0])
    length = dated[1] - dated[0]
    if dated not in ((0, 0), last) and period.start >= length:
        start = last[0] + period.start - length
    return ((start, start + period.end - period.start),)


def _basis(sight: Sight, asked: Asked) -> Ground:
    """The words for a plan, a total or a flow; else the kind of time or the metric itself decided."""
    word = _sign(sight, asked.basis)
    if word:
        return Ground("basis", Source.SENTENCE, (word,))
    if asked.basis == "plan":
        ahead = sight.scene.context.signs.ahead.search(sight.scene.text, *sight.scene.sentence.heading)
        if ahead or sight.scene.heading.ahead:
            return Ground("basis", Source.HEADING, (ahead.span() if ahead else sight.scene.sentence.heading,))
        return Ground("basis", Source.PERIOD)
    here = [period for period in sight.scene.periods if _tells(period, asked)]
    return Ground("basis", Source.PERIOD if here and asked.basis != "level" else Source.USUAL)


def _sign(sight: Sight, basis: str) -> Span | None:
    """The word that the reader looks for, where it looks for it."""
    scene, group = sight.scene, sight.group
    signs, text, opened = scene.context.signs, scene.text, scene.sentence.start
    clause = scene.clause_start(group.start)
    if basis == "plan":
        colon = max(text.rfind(":", opened, group.start), opened)
        looks = (
            (signs.plan, clause, group.start),
            (signs.plan, group.end, min(sight.right, group.end + BEHIND)),
            (signs.condition, opened, group.start),
            (signs.plan, opened, colon),
        )
        found = next((m for pattern, *span in looks if (m := pattern.search(text, *span))), None)
        found = found or plan_before(sight, signs.plan)
        return found.span() if found else None
    pattern = {"cumulative": signs.cumulative, "flow": signs.flow}.get(basis)
    found = pattern.search(text, clause, sight.right) if pattern else None
    return found.span() if found else None
