"""The report that is read: which one the view asks for, its marks, and which of them is the one in hand."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from compare.context import Context
from compare.evidence.marks import Mark, find_marks
from compare.evidence.open import find_record
from compare.privacy.mask import is_masked
from compare.record import Document, Row
from compare.words.periods import say_report_date

Finder = Callable[[Context, str], tuple[Mark, ...]]
_NUMBER = re.compile(
    "n[0-9]{1,9}"
)  # the mark that begins there: for numbers that are no row and so have no id


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which marks are stepped through: of these fates and of this metric or reason; empty lets all through."""

    fates: tuple[str, ...] = ()
    sort: str = ""

    def lets(self, mark: Mark) -> bool:
        """Whether a mark passes."""
        return (not self.fates or mark.fate in self.fates) and self.sort in ("", mark.sort)


@dataclass(frozen=True, slots=True)
class Read:
    """A report with its text, its marks in order, and the one in hand."""

    document: Document
    text: str
    marks: tuple[Mark, ...]
    chosen: Mark | None


def name_mark(mark: Mark) -> str:
    """The code of a mark in a link: the figure's own, or where the number begins."""
    return mark.facts[0] if mark.facts else f"n{mark.start}"


def is_number(code: str) -> bool:
    """Whether a code names a number by where it begins."""
    return bool(_NUMBER.fullmatch(code))


def doc_asked(context: Context) -> str:
    """The report that the view asks for: named, or that of its figure, or the first of its places."""
    view = context.view
    if view.doc:
        return view.doc
    record = find_record(context.store, view.facts[0]) if view.facts else None
    return record.doc if record else next(iter(docs_of(context)), "")


def docs_of(context: Context) -> tuple[str, ...]:
    """The reports that have figures of the chosen places; of all places where none is chosen."""
    rows = context.store.rows(context.view.places)
    return tuple(dict.fromkeys(row.doc for row in rows))


def read_report(context: Context, marks_of: Finder = find_marks) -> Read | None:
    """The report with its marks; None where the table has no such report, or not its text.

    ``marks_of`` may remember what ``find_marks`` gives for a report.
    """
    found = context.store.documents((doc_asked(context),))
    text = context.store.text(found[0].doc) if found else None
    if text is None:
        return None
    marks = marks_of(context, found[0].doc)
    return Read(found[0], text, marks, _chosen(context, marks))


def _chosen(context: Context, marks: Sequence[Mark]) -> Mark | None:
    code = context.view.facts[0] if context.view.facts else ""
    found = (
        mark for mark in marks if code in mark.facts or (is_number(code) and mark.start == int(code[1:]))
    )
    return next(found, None)


def rows_of(context: Context, mark: Mark) -> tuple[Row, ...]:
    """The rows that a number became."""
    return tuple(row for fact in mark.facts if (row := context.store.row(fact)))


def step(marks: Sequence[Mark], chosen: Mark | None, forward: bool) -> Mark | None:
    """The mark after (or before) the one in hand; past the end it goes on from the other."""
    if not marks:
        return None
    at = chosen.start if chosen else -1
    if forward:
        return next((mark for mark in marks if mark.start > at), marks[0])
    return next((mark for mark in reversed(marks) if mark.start < at), marks[-1])


def say_report(context: Context, read: Read) -> str:
    """The words under the title: who, when, where, and what became of the numbers."""
    language, document = context.language, read.document
    say, count = language.say, language.count
    place = context.names.short(document.adcode, document.place) if document.place else ""
    known = [part for part in (document.publisher, say_report_date(document, language), place) if part]
    rows = sum(mark.fate == "row" for mark in read.marks)
    told = count(
        "{n} number, {rows} in the table",
        "{n} numbers, {rows} of them in the table",
        len(read.marks),
        rows=rows,
    )
    length = say("{n} characters", n=f"{len(read.text):,}")
    masked = (say("names of private persons masked (＊)"),) if is_masked(read.text) else ()
    return " · ".join((*known, length, told, *masked))
