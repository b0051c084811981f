"""Every number of a report with what became of it: a row of the table, a leftover with its reason, or damaged."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from compare.context import Context
from compare.language import Language
from compare.record import Leftover, Row
from compare.words.periods import say_when

DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Mark:
    """A number of the text: ``fate`` is ``row``, ``damaged`` or ``left``; ``sort`` the metric or the reason.

    ``facts`` are the rows that it became, for seldom it is two; ``title`` says all that in words, ``label`` what a
    leftover seems to count.
    """

    start: int
    end: int
    fate: str
    sort: str
    title: str
    facts: tuple[str, ...] = ()
    grade: str = ""
    label: str = ""


def find_marks(context: Context, doc: str) -> tuple[Mark, ...]:
    """The marks of a report in the order of its text, none over another."""
    rows: dict[tuple[int, int], list[Row]] = {}
    for row in context.store.document_rows(doc):
        rows.setdefault((row.start, row.end), []).append(row)
    marks = [_of_rows(context, told) for told in rows.values()]
    marks += [_of_leftover(context.language, left) for left in context.store.leftovers((doc,))]
    return _apart(sorted(marks, key=lambda mark: (mark.start, mark.fate != "row", -mark.end)))


def count_sorts(marks: Sequence[Mark]) -> dict[str, Counter[str]]:
    """How many marks there are of each fate, by metric or reason."""
    counts: dict[str, Counter[str]] = {fate: Counter() for fate in ("row", "left", DAMAGED)}
    for mark in marks:
        counts[mark.fate][mark.sort] += 1
    return counts


def name_sort(context: Context, mark_sort: str) -> str:
    """The metric or the reason in words."""
    metric = context.metrics.get(mark_sort)
    return metric.name(context.language) if metric else reasons(context.language).get(mark_sort, mark_sort)


def reasons(language: Language) -> dict[str, str]:
    """Why a number is no row, in words."""
    sense = language.sense
    return {
        "date": sense("reason", "a date"),
        "list mark": sense("reason", "a list mark"),
        "name": sense("reason", "part of a name"),
        "ordinal": sense("reason", "a rank or order"),
        "phone": sense("reason", "a telephone number"),
        "postcode": sense("reason", "a postcode"),
        "code": sense("reason", "a number of a document or page"),
        "too long": sense("reason", "longer than any figure"),
        "other script": sense("reason", "digits of another script"),
        "damaged": sense("reason", "digits lost"),
        "no metric": sense("reason", "counts nothing that is compared"),
        "no place": sense("reason", "of no known place"),
        "below county": sense("reason", "of a township or village"),
        "growth": sense("reason", "growth, not a level"),
        "share": sense("reason", "a share"),
        "standard": sense("reason", "so much for each"),
        "subset": sense("reason", "only a part"),
        "misuse": sense("reason", "money misused, people wrongly listed"),
        "events": sense("reason", "visits, meetings, person-times"),
        "corrected": sense("reason", "taken out by a correction"),
    }


def _of_rows(context: Context, rows: Sequence[Row]) -> Mark:
    first = rows[0]
    title = context.language.say("; ").join(_say_row(context, row) for row in rows)
    facts = tuple(row.fact for row in rows)
    return Mark(first.start, first.end, "row", first.metric, title, facts, first.grade)


def _say_row(context: Context, row: Row) -> str:
    words = (
        name_sort(context, row.metric),
        context.names.short(row.adcode, row.place),
        say_when(row, context.language),
        context.language.say("doubtful") if row.grade == "doubtful" else "",
    )
    return " · ".join(word for word in words if word)


def _of_leftover(language: Language, left: Leftover) -> Mark:
    fate = DAMAGED if left.reason == DAMAGED else "left"
    reason = reasons(language).get(left.reason, left.reason)
    label = language.say("seems to count: {label}", label=left.label) if left.label else ""
    title = " · ".join(part for part in (language.say("not in the table"), reason, label) if part)
    return Mark(left.start, left.end, fate, left.reason, title, label=left.label)


def _apart(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks without those that begin inside another."""
    kept: list[Mark] = []
    for mark in marks:
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return tuple(kept)
