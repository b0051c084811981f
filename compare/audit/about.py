"""What the audit found about figures that stand on other pages: the marks, and the way to the findings."""

import json
from collections.abc import Iterable
from dataclasses import replace

from compare.audit.words import SIGNS, verdicts
from compare.context import Context
from compare.findings import MUTUAL, find_conflicts
from compare.record import Finding, Row
from compare.view import View

GRAVE = ("contradicts", "unexplained", "last digit")


def findings_about(context: Context, row: Row) -> tuple[Finding, ...]:
    """The findings in which a figure takes part, the gravest first."""
    order = [*verdicts(context.language)]
    found = context.store.findings((row.doc,))
    held = [finding for finding in found if row.fact in finding.facts.replace(";", " ").split()]
    known = [finding for finding in held if finding.verdict in order]
    return tuple(sorted(known, key=lambda finding: order.index(finding.verdict)))


def say_about(context: Context, row: Row) -> str:
    """The gravest thing that the audit says of a figure, in a sentence; nothing where all agrees."""
    grave = [finding for finding in findings_about(context, row) if finding.verdict in GRAVE]
    if not grave:
        return ""
    message = grave[0].message_zh if context.language.code == "zh" else grave[0].message_en
    return f"{SIGNS[grave[0].verdict]} {message}"


def say_contradicted(context: Context, rows: Iterable[Row]) -> dict[str, str]:
    """The red words for each of these figures that its own report contradicts, by its id."""
    words = context.language.say("! figures disagree")
    return dict.fromkeys(find_conflicts(context, rows), words)


def say_wrong_within(context: Context, doc: str, start: int, end: int) -> str:
    """The red words for a stretch of a report in which a contradicted number stands, whether it is a row or not."""
    for finding in context.store.findings((doc,)):
        if finding.verdict == "contradicts" and any(start <= a and b <= end for a, b in _wrong(finding)):
            return context.language.say("! figures disagree")
    return ""


def _wrong(finding: Finding) -> list[tuple[int, int]]:
    """The spans of which one is wrong: the figure that is checked, or all where the check does not tell which."""
    spans: list[tuple[int, int]] = [(a, b) for a, b in json.loads(finding.spans or "[]")]
    return spans if finding.check in MUTUAL else spans[-1:]


def audit_view(view: View, row: Row | None = None) -> View:
    """The view of the audit: at the findings about one figure, or at what contradicts itself."""
    filters = replace(view.filters, verdicts=() if row else ("contradicts",))
    places = view.places
    if row is not None and row.adcode and row.adcode not in places:
        places = (row.adcode, *places)[: max(len(places), 1)]
    return replace(
        view, page="audit", doc="", facts=(row.fact,) if row else (), places=places, filters=filters
    )
