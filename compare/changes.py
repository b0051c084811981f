"""What changed since the data version of a link, among the figures that its view shows.

The table keeps what changed since a few older versions (``changes.json`` beside its manifest). A version that is no
longer remembered gives the sentence that the data have moved on, and no list.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compare.context import Context
from compare.export.shown import show
from compare.panels.funding import KINDS as FUNDING
from compare.panels.lifted import KINDS as LIFTED
from compare.panels.measures import family_metrics
from compare.panels.overview import CARD
from compare.panels.rate import KINDS as RATE
from compare.record import Row, row_of
from compare.words.numbers import say_figure
from compare.words.periods import say_when

CHANGES = "changes.json"
SHORT = 12  # digits of a data version that a link carries
KINDS = ("changed", "added", "gone")
OF_PAGE: Mapping[str, Sequence[str]] = {
    "overview": (*CARD, *RATE), "funding": FUNDING, "lifted": LIFTED, "rate": RATE
}  # fmt: skip

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """A figure in words, with the number before and now; empty where there was or is none. ``fact`` opens it."""

    kind: str
    figure: str
    before: str
    now: str
    fact: str


@dataclass(frozen=True, slots=True)
class Moved:
    """That the data moved on from one version to another. ``changes`` is None where nobody remembers what changed."""

    since: str
    now: str
    changes: tuple[Change, ...] | None


def find_moves(context: Context) -> Moved | None:
    """What changed of the figures shown since the version of the link; None where that is the present one.

    Of figures that are gone those count whose place is chosen and whose measure is shown.
    """
    since, now = context.view.version, plain_version(context.store.version)
    if not since or now.startswith(since):
        return None
    told = _read(context.store.folder, since, now)
    if told is None:
        return Moved(since, now, None)
    wanted = _Wanted.of(context)
    found = [_say(context, record) for record in told if wanted.takes(record)]
    return Moved(since, now, tuple(sorted(found, key=lambda change: KINDS.index(change.kind))))


def plain_version(version: str) -> str:
    """The version of the shipped table, where a visitor's own reports stand beside it.

    >>> plain_version("ec43ac9cac991053+5d1f")
    'ec43ac9cac991053'
    """
    return version.split("+", maxsplit=1)[0]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Which changes are told: those of facts that are shown, and of what is gone the same places and measures."""

    facts: frozenset[str]
    places: frozenset[str]
    metrics: frozenset[str]

    @classmethod
    def of(cls, context: Context) -> "_Wanted":
        rows = show(context).rows
        places = context.view.places or tuple(row.adcode for row in rows)
        metrics = {row.metric for row in rows} | set(_measures(context))
        return cls(frozenset(row.fact for row in rows), frozenset(places), frozenset(metrics))

    def takes(self, record: Record) -> bool:
        """Whether this change is one of what is shown."""
        if record["change"] not in KINDS:
            return False
        if record["after"]:
            return record["fact"] in self.facts
        gone = record["before"]
        return gone.get("adcode") in self.places and gone.get("metric") in self.metrics


def _measures(context: Context) -> Sequence[str]:
    """The measures that the page of the view would show where it has figures of them."""
    view = context.view
    if view.page == "measures" and view.family:
        return [metric.id for metric in family_metrics(context, view.family)]
    if view.page == "data":
        return view.filters.metrics or tuple(context.metrics)
    return OF_PAGE.get(view.page, ())


def _read(folder: Path, since: str, now: str) -> Sequence[Record] | None:
    """The changes from one version to the other; None where they are not remembered, or too many."""
    try:
        told = json.loads((folder / CHANGES).read_bytes())
        if told["version"] != now:
            return None
        entry = next((entry for entry in told["since"] if entry["version"].startswith(since)), None)
        facts = entry and entry["facts"]
        return None if facts is None else [record for record in facts if _is_whole(record)]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _is_whole(record: Record) -> bool:
    return {"change", "fact", "before", "after"} <= set(record) and bool(record["before"] or record["after"])


def _say(context: Context, record: Record) -> Change:
    before, after = _row(record["before"]), _row(record["after"])
    row = after or before
    metric = context.metrics.get(row.metric) if row else None
    named = metric.short(context.language) if metric else row.metric if row else ""
    where = context.names.short(row.adcode, row.place) if row else ""
    figure = context.language.say("{place}, {metric}", place=where, metric=named)
    fact = str(record["fact"]) if after else ""
    return Change(str(record["change"]), figure, _figure(context, before), _figure(context, after), fact)


def _figure(context: Context, row: Row | None) -> str:
    """The number with its time and basis: ``3.69亿元（2020年，当年）``."""
    if row is None:
        return ""
    say, language = context.language.say, context.language
    return say("{figure} ({when})", figure=say_figure(row, language), when=say_when(row, language))


def _row(cells: Mapping[str, str] | None) -> Row | None:
    """The cells as a row; None where they are none, or of another time's making."""
    empty = dict.fromkeys(Row.__dataclass_fields__, "") | dict.fromkeys(("start", "end", "quote_start"), "0")
    try:
        return row_of({**empty, **cells}) if cells else None
    except (ValueError, ArithmeticError, TypeError):
        return None
