"""A passage as data: the sentence of a figure with its neighbours, cut where words decided its reading."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from compare.context import Context
from compare.corrections.mended import mended_lines
from compare.evidence.reading import Line, Told, read_lines
from compare.privacy.mask import is_masked
from compare.privacy.words import say_masked
from compare.record import Event, Row
from compare.words.periods import say_period, say_report_date
from compare.words.terms import kinds

Span = tuple[int, int]
Stretch = tuple[int, int, str]
NUMBER = "number"
LONGEST = 240  # characters of a neighbour; a longer one is cut at the far end


class Traced(Protocol):
    """Where a figure stands in the text of its report, as ``extract`` traced it."""

    @property
    def heading(self) -> Span: ...
    @property
    def before(self) -> Span: ...
    @property
    def sentence(self) -> Span: ...
    @property
    def after(self) -> Span: ...
    @property
    def grounds(self) -> Sequence[Told]: ...


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the report's own words, and the roles that it played: ``number``, ``metric``, ``place`` ..."""

    text: str
    roles: tuple[str, ...] = ()


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """The report that the words are from: ``source`` in words, with the character ``at`` which the figure stands."""

    doc: str
    title: str
    source: str
    at: int
    script: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """The report's own words; empty where there is no such sentence, or the table has no texts."""

    heading: Pieces
    before: Pieces
    sentence: Pieces
    after: Pieces

    @property
    def plain(self) -> str:
        """The sentence without marks."""
        return "".join(piece.text for piece in self.sentence)


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that stands in the passage of one figure or event.

    ``head`` is its metric or kind, ``number`` the figure as printed or the date; ``lines`` say how it was read;
    ``remark`` what could not be shown, and why.
    """

    id: str
    adcode: str
    place: str
    head: str
    number: str
    origin: Origin
    quoted: Quoted
    lines: tuple[Line, ...]
    remark: str = ""

    @property
    def plain(self) -> str:
        """The sentence with where it stands, to be copied."""
        return f"{self.quoted.plain}\n—— {self.origin.source}"


def figure_evidence(context: Context, row: Row, traced: Traced | None) -> Evidence:
    """The evidence of a row; without ``traced`` the sentence alone, as the table keeps it."""
    metric = context.metrics.get(row.metric)
    text = context.store.text(row.doc)
    marks = [(row.start, row.end, NUMBER)]
    if text is None or text[row.start : row.end] != row.text:
        traced, text, marks = None, row.quote, [(row.at, row.at + len(row.text), NUMBER)]
    grounds = traced.grounds if traced else ()
    marks += [(start, end, ground.role) for ground in grounds for start, end in ground.words]
    quoted = _quoted(text, traced, marks)
    return Evidence(
        id=row.fact,
        adcode=row.adcode,
        place=context.names.short(row.adcode, row.place),
        head=metric.name(context.language) if metric else row.metric,
        number=row.text,
        origin=origin_of(context, row.doc, row.start),
        quoted=quoted,
        lines=(*read_lines(context, row, grounds, text), *mended_lines(context, row.fact)),
        remark=_remark(context, traced, quoted),
    )


def event_evidence(context: Context, event: Event, traced: Traced | None) -> Evidence:
    """The evidence of an event of the timeline: the clause that tells it is what is marked."""
    say = context.language.say
    text = context.store.text(event.doc)
    clause = [(event.start, event.end, NUMBER)]
    if text is None or text[event.start : event.end] != event.quote:
        traced, text, clause = None, event.quote, []
    when = say_period(event.date, context.language) if event.date else say("no date")
    quoted = _quoted(text, traced, clause)
    return Evidence(
        id=event.event,
        adcode=event.adcode,
        place=context.names.short(event.adcode, event.place),
        head=kinds(context.language).get(event.kind, event.kind),
        number=when,
        origin=origin_of(context, event.doc, event.start),
        quoted=quoted,
        lines=(Line("", say("What happened"), event.title),),
        remark=_remark(context, traced, quoted),
    )


def origin_of(context: Context, doc: str, start: int) -> Origin:
    """Which report, and where in it: ``《题》（发布者，2020年），第986字``."""
    language = context.language
    document = next(iter(context.store.documents((doc,))), None)
    title = document.title if document and document.title else doc
    known = (document.publisher, say_report_date(document, language)) if document else ()
    comma = language.sense("clauses", ", ")
    words = comma.join(part for part in known if part)
    named = language.say("“{title}”", title=title) + (
        language.say(" ({words})", words=words) if words else ""
    )
    where = language.say("character {n}", n=f"{start + 1:,}")
    script = "zh-Hant" if document and document.script == "traditional" else "zh-Hans"
    return Origin(doc, title, comma.join((named, where)), start + 1, script)


def _quoted(text: str, traced: Traced | None, marks: Sequence[Stretch]) -> Quoted:
    """The words of the passage; without ``traced`` the text is the sentence itself."""
    if traced is None:
        return Quoted((), (), cut_pieces(text, (0, len(text)), marks), ())
    before = max(traced.before[0], traced.before[1] - LONGEST), traced.before[1]
    after = traced.after[0], min(traced.after[1], traced.after[0] + LONGEST)
    return Quoted(
        *(cut_pieces(text, span, marks) for span in (traced.heading, before, traced.sentence, after))
    )


def cut_pieces(text: str, span: Span, marks: Sequence[Stretch]) -> Pieces:
    """The stretch of a text in pieces, each with the roles of all marks that cover it.

    >>> [(p.text, p.roles) for p in cut_pieces("累计脱贫3户。", (0, 7), ((0, 2, "basis"), (4, 6, "number")))]
    [('累计', ('basis',)), ('脱贫', ()), ('3户', ('number',)), ('。', ())]
    """
    first, last = span
    inside = [(max(a, first), min(b, last), role) for a, b, role in marks if a < last and b > first]
    edges = sorted({first, last, *(edge for a, b, _ in inside for edge in (a, b))})
    pieces = []
    for start, end in pairwise(edges):
        roles = tuple(dict.fromkeys(role for a, b, role in inside if a <= start and end <= b))
        pieces.append(Piece(text[start:end], roles))
    return tuple(pieces)


def _remark(context: Context, traced: Traced | None, quoted: Quoted) -> str:
    """Why there is no more than the sentence, and that names are masked in it."""
    pieces = (*quoted.before, *quoted.sentence, *quoted.after)
    masked = say_masked(context.language) if any(is_masked(piece.text) for piece in pieces) else ""
    return " ".join(part for part in (_say_missing(context, traced), masked) if part)


def _say_missing(context: Context, traced: Traced | None) -> str:
    """Why there is no more than the sentence."""
    say = context.language.say
    if traced is not None:
        return ""
    if not context.store.texts.there:
        return say(
            "This table was made without the reports’ texts, so only the sentence is shown. "
            "Build it again to see what stands around it."
        )
    return say("The sentence was not found in the report’s text, so it is shown as the table keeps it.")
