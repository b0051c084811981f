"""What is found for a question: the figures of the chosen places, divided where asked, judged, contradicted."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from compare.context import Context
from compare.derive import Whole, divide
from compare.metrics import Metric
from compare.pick import LATEST, Pick, Wish, pick_figure, previous_figure
from compare.record import Finding, Row
from compare.verdict import Verdict, judge

MUTUAL = ("order", "twice", "scale")  # checks that do not tell which of their figures is wrong


@dataclass(frozen=True, slots=True)
class Asked:
    """Which metric is compared, by which wish.

    ``previous`` draws the year before under a place's own bar; ``whole`` divides every figure by
    another of the same place, and then ``shown`` is the metric that the quotient is called.
    """

    metric: Metric
    wish: Wish
    previous: bool = False
    whole: Whole | None = None
    shown: Metric | None = None
    id: str = ""

    @property
    def subject(self) -> Metric:
        """The metric that the headline and the deck speak of."""
        return self.shown or self.metric


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found for a question: the figures with their verdict, the years before, the conflicts."""

    asked: Asked
    verdict: Verdict
    before: Mapping[str, Pick]
    conflicts: Mapping[str, Finding]
    places: Mapping[str, str]
    refused: Mapping[str, str]

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows behind the marks, in the order of the marks."""
        found = []
        for pick in self.verdict.picks:
            found.append(pick.row)
            if pick.row.adcode in self.before:
                found.append(self.before[pick.row.adcode].row)
        return tuple(found)

    @property
    def printed(self) -> tuple[Row, ...]:
        """The rows of the table that answer for the marks: behind a quotient the two that were divided."""
        found: list[Row] = []
        for pick in self.verdict.picks:
            found.extend(pick.printed)
            if pick.row.adcode in self.before:
                found.append(self.before[pick.row.adcode].row)
        return tuple(found)

    @property
    def wholes(self) -> dict[str, Row]:
        """What was divided by, by the fact of the mark."""
        return {pick.row.fact: pick.whole for pick in self.verdict.picks if pick.whole is not None}

    @property
    def disputed(self) -> tuple[tuple[Row, Finding], ...]:
        """The rows that their own report contradicts, each with what was found."""
        return tuple((row, self.conflicts[row.fact]) for row in self.rows if row.fact in self.conflicts)


def find(context: Context, asked: Asked) -> Findings:
    """The figures that answer a question, judged."""
    rows = context.store.rows(context.view.places, (asked.metric.id,))
    by_place = {place: [row for row in rows if row.adcode == place] for place in context.view.places}
    picks = {place: pick_figure(by_place[place], asked.wish) for place in context.view.places}
    divided = divide_all(context, picks, asked.whole)
    verdict = judge(list(divided.picks.items()), asked.subject.size)
    before = {}
    if asked.previous and not asked.whole and asked.wish.period == LATEST:
        candidates = ((p.row.adcode, previous_figure(by_place[p.row.adcode], p)) for p in verdict.alike)
        before = {place: pick for place, pick in candidates if pick is not None}
    shown = [pick.row for pick in (*verdict.picks, *before.values())]
    conflicts = find_conflicts(context, shown)
    return Findings(asked, verdict, before, conflicts, name_places(context), divided.refused)


@dataclass(frozen=True, slots=True)
class Divided:
    """The picks after division, and why some places have none."""

    picks: Mapping[str, Pick | None]
    refused: Mapping[str, str]


def divide_all(context: Context, picks: Mapping[str, Pick | None], whole: Whole | None) -> Divided:
    """Every pick divided by its whole; the picks as they are where nothing is to be divided by."""
    if whole is None:
        return Divided(picks, {})
    done: dict[str, Pick | None] = dict.fromkeys(picks)
    refused = {}
    for place, pick in picks.items():
        if pick is None:
            continue
        answer = divide(context, pick.row, whole)
        if isinstance(answer, str):
            refused[place] = answer
        else:
            done[place] = replace(pick, row=answer.row, parts=(pick.row, answer.whole))
    return Divided(done, refused)


def find_conflicts(context: Context, rows: Iterable[Row]) -> dict[str, Finding]:
    """The contradiction that the audit found for a figure, by its fact.

    Of a sum only the figure that does not come out of the others is contradicted; where two figures stand in
    the wrong order, one is told twice or out of scale, any of them may be the wrong one.
    """
    shown = tuple(dict.fromkeys(rows))
    found = context.store.findings(tuple({row.doc for row in shown})) if shown else ()
    contradictions = [finding for finding in found if finding.verdict == "contradicts"]
    return {row.fact: finding for finding in contradictions for row in shown if _is_wrong(row, finding)}


def _is_wrong(row: Row, finding: Finding) -> bool:
    if row.fact not in finding.facts.replace(";", " ").split():
        return False
    if finding.check in MUTUAL or not finding.spans:
        return True
    return bool(json.loads(finding.spans)[-1] == [row.start, row.end])


def name_places(context: Context) -> dict[str, str]:
    """The table's name of each chosen place; the official one where the table has none."""
    known = context.store.called(context.view.places)
    return {code: known.get(code) or context.names.official(code) for code in context.view.places}
