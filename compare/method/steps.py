"""How one figure became a row, step by step, shown with that figure itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.audit.account import account_of
from compare.context import Context
from compare.evidence.marks import find_marks
from compare.evidence.passage import Evidence, Piece, Pieces, cut_pieces
from compare.evidence.reading import Line
from compare.record import Document, Row
from compare.words.numbers import say_figure
from compare.words.rounding import write_plain
from compare.words.terms import grades, units

FIRST = ("funding.special", "lifted.households", "poverty_rate")
FATES = {"row": "row", "left": "left", "damaged": "left"}


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what is done, what came of it here, and the report's words or the lines that show it."""

    title: str
    said: str
    pieces: Pieces = ()
    lines: tuple[Line, ...] = ()


def find_example(context: Context) -> Row | None:
    """The figure that the link names, or one of the chosen places (of all where none is chosen)."""
    asked = context.store.row(context.view.facts[0]) if context.view.facts else None
    return asked or next(iter(_examples(context)), None)


def next_example(context: Context, row: Row) -> Row | None:
    """The example after this one; None where there is no other."""
    rows = _examples(context)
    facts = [one.fact for one in rows]
    at = facts.index(row.fact) + 1 if row.fact in facts else 0
    found = rows[at % len(rows)] if rows else None
    return None if found is None or found.fact == row.fact else found


def follow(context: Context, row: Row, evidence: Evidence) -> tuple[Step, ...]:
    """The steps from the report's file to the row of the table."""
    document = next(iter(context.store.documents((row.doc,))), None)
    found = (
        _read(context, document),
        _sentence(context, evidence),
        _numbers(context, row),
        _value(context, row),
    )
    return (
        *(step for step in found if step),
        _meaning(context, evidence),
        _grade(context, row),
        _audit(context, row),
    )


def _examples(context: Context) -> tuple[Row, ...]:
    """Good examples first: whose sentence says all, of the metrics that people come for; one for each of them."""
    rows = context.store.rows(context.view.places)
    ordered = sorted(rows, key=lambda row: (row.metric not in FIRST, row.grade != "stated"))
    return tuple({(row.metric, row.adcode): row for row in reversed(ordered)}.values())[::-1]


def _read(context: Context, document: Document | None) -> Step | None:
    if document is None:
        return None
    say = context.language.say
    said = say(
        "The file is read as {encoding}: {n} characters. None of them is changed: traditional characters and "
        "full-width digits are read through a table that keeps the length, so every figure can be found again "
        "in the original.",
        encoding=document.encoding.upper(),
        n=f"{document.characters:,}",
    )
    return Step(say("Read the report"), said)


def _sentence(context: Context, evidence: Evidence) -> Step:
    say = context.language.say
    said = say("The text is cut into sentences, each under its heading. This is the sentence of the example.")
    return Step(say("Cut it into sentences"), said, _under(evidence))


def _under(evidence: Evidence) -> Pieces:
    """The heading and the sentence under it, without marks."""
    heading = "".join(piece.text for piece in evidence.quoted.heading).strip()
    over = (Piece(f"{heading} › "),) if heading else ()
    return (*over, Piece(evidence.quoted.plain))


def _numbers(context: Context, row: Row) -> Step:
    """Every number of the sentence, with what became of it."""
    language, start = context.language, row.quote_start
    end = start + len(row.quote)
    marks = [mark for mark in find_marks(context, row.doc) if start <= mark.start and mark.end <= end]
    pieces = cut_pieces(
        row.quote, (0, len(row.quote)), [(m.start - start, m.end - start, FATES[m.fate]) for m in marks]
    )
    lines = tuple(Line("", row.quote[m.start - start : m.end - start], m.title) for m in marks)
    said = language.count(
        "Every number is found, {n} in this sentence. Each becomes a row of the table or is left over with a "
        "reason: none is lost.",
        "Every number is found, {n} in this sentence. Each becomes a row of the table or is left over with a "
        "reason: none is lost.",
        len(marks),
    )
    return Step(language.say("Find every number"), said, pieces, lines)


def _value(context: Context, row: Row) -> Step:
    language = context.language
    unit = units(language).get(row.unit, row.unit)
    said = language.say(
        "“{text}” is {value} in the base unit ({unit}); on pages it is written {shown}. It is reckoned with "
        "exact decimals, never rounded on the way.",
        text=row.text,
        value=write_plain(row.value),
        unit=unit,
        shown=say_figure(row, language),
    )
    return Step(language.say("Read its value"), said)


def _meaning(context: Context, evidence: Evidence) -> Step:
    """What decided metric, place, period and basis, with the words marked."""
    say = context.language.say
    said = say(
        "Words near the number decide what it counts. What the sentence does not say is taken from the "
        "heading, a sentence before or the report itself; never guessed."
    )
    lines = tuple(line for line in evidence.lines if line.role)
    return Step(say("Find what it counts, where, when and how"), said, evidence.quoted.sentence, lines)


def _grade(context: Context, row: Row) -> Step:
    language = context.language
    meaning = {
        "stated": language.say("place, metric and period stand in the sentence"),
        "carried": language.say("one of them comes from a heading, a sentence before or the report"),
        "doubtful": language.say("a conflict, or a weak rule: read the sentence"),
    }
    said = language.say(
        "This figure is graded “{grade}”: {meaning}.",
        grade=grades(language).get(row.grade, row.grade),
        meaning=meaning.get(row.grade, ""),
    )
    return Step(language.say("Grade it"), said)


def _audit(context: Context, row: Row) -> Step:
    say = context.language.say
    messages = tuple(_messages(context, row))
    said = " ".join(messages) or say(
        "No sum of the report uses this figure, so nothing could be worked out again."
    )
    return Step(say("Hold it against the report’s own sums"), said)


def _messages(context: Context, row: Row) -> Iterator[str]:
    for finding in context.store.findings((row.doc,)):
        if row.fact in _facts(finding.facts):
            yield account_of(context, finding).message


def _facts(text: str) -> Sequence[str]:
    return text.replace(";", " ").split()
