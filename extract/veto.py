"""What keeps a number from being a figure at all: growth, shares, standards, subsets, misuse (lexicon/vetoes.toml)."""

import re

from .claim import Case
from .lexicon import Metric, Veto

_SKIPPED = "了约近超过达的逾 "


def find_veto(case: Case, metric: Metric | None) -> str:
    """The reason that forbids a number to be the metric's, or ''."""
    for veto in case.rules.vetoes:
        if case.number.kind.value not in veto.units or (metric and metric.id in veto.spared):
            continue
        if _holds(case, veto):
            return veto.reason
    return ""


def _holds(case: Case, veto: Veto) -> bool:
    if veto.where == "touching":
        return case.before.rstrip(_SKIPPED).endswith(veto.words)
    if veto.where == "after":
        return case.scene.text.startswith(veto.words, case.group.end)
    clause = case.clause
    if any(word in clause for word in veto.unless):
        return False
    if veto.where == "pattern":
        return re.search(veto.pattern, clause) is not None
    return any(word in _piece(case, veto, clause) for word in veto.words) and not case.is_whole


def _piece(case: Case, veto: Veto, clause: str) -> str:
    """The text that a veto looks at."""
    if veto.where == "before":
        return case.before
    if veto.where == "sentence":
        return _statement(case)
    return clause + case.scene.text[slice(*case.scene.sentence.lead)] if veto.where == "topic" else clause


def _statement(case: Case) -> str:
    """The sentence around a number, or its part between semicolons."""
    scene, group = case.scene, case.group
    start = scene.text.rfind(";", scene.sentence.start, group.start) + 1 or scene.sentence.start
    end = scene.text.find(";", group.end, scene.sentence.end)
    return scene.text[start : end if end >= 0 else scene.sentence.end]
