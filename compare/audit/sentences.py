"""The sentences that the figures of a finding stand in, with the figures marked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from compare.context import Context
from compare.evidence.passage import cut_pieces
from compare.record import Leftover, Row

Span = tuple[int, int]
FIGURE, CHECKED = "figure", "checked"
SEPARATOR = "@"  # between a number that is no row, named by where it begins, and its report


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a report that takes part in a finding; ``code`` opens its passage, or its place in the report.

    ``row`` is None where the number is no row of the table.
    """

    start: int
    end: int
    text: str
    code: str
    quote: str
    quote_start: int
    row: Row | None


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a sentence: ``figure`` is the role of what was reckoned with, ``checked`` of what is held to it."""

    text: str
    role: str = ""
    code: str = ""


Told = tuple[Part, ...]


def find_figures(context: Context, doc: str, spans: Iterable[Span]) -> tuple[Figure, ...]:
    """The numbers of a report at these spans, in their order; a span where the table has none is left out."""
    rows, leftovers = context.store.document_rows(doc), context.store.leftovers((doc,))
    text = context.store.text(doc) or ""
    found = (_figure(span, rows, leftovers, text) for span in spans)
    return tuple(figure for figure in found if figure is not None)


def number_code(doc: str, start: int) -> str:
    """What a number that is no row is called on a page: where it begins, and in which report."""
    return f"n{start}{SEPARATOR}{doc}"


def tell(figures: Sequence[Figure], checked: Span) -> tuple[Told, ...]:
    """The sentences in the order of the report, each once."""
    by_sentence: dict[tuple[int, str], list[Figure]] = {}
    for figure in figures:
        by_sentence.setdefault((figure.quote_start, figure.quote), []).append(figure)
    return tuple(
        _sentence(start, quote, held, checked) for (start, quote), held in sorted(by_sentence.items())
    )


def _figure(span: Span, rows: Sequence[Row], leftovers: Sequence[Leftover], text: str) -> Figure | None:
    start, end = span
    row = next((row for row in rows if row.start < end and start < row.end), None)
    if row is not None:
        return Figure(row.start, row.end, row.text, row.fact, row.quote, row.quote_start, row)
    left = next((left for left in leftovers if left.start < end and start < left.end), None)
    return figure_of(left, text) if left else None


def figure_of(left: Leftover, text: str) -> Figure:
    """A number that is no row, with its sentence.

    Without the report's ``text`` the sentence's own first such number is taken.
    """
    at = text.rfind(left.quote, 0, left.start + len(left.quote))
    if at < 0 or at + len(left.quote) < left.end:
        at = left.start - max(left.quote.find(left.text), 0)
    return Figure(left.start, left.end, left.text, number_code(left.doc, left.start), left.quote, at, None)


def _sentence(start: int, quote: str, figures: Iterable[Figure], checked: Span) -> Told:
    """The sentence cut at its figures; the one that is checked is marked apart."""
    marks = []
    for figure in figures:
        held = figure.start < checked[1] and checked[0] < figure.end
        named = f"{CHECKED if held else FIGURE} {figure.code}"
        marks.append((figure.start - start, figure.end - start, named))
    pieces = cut_pieces(quote, (0, len(quote)), marks)
    return tuple(Part(piece.text, *_named(piece.roles)) for piece in pieces)


def _named(roles: Sequence[str]) -> tuple[str, str]:
    role, _, code = (roles[0] if roles else "").partition(" ")
    return role, code
