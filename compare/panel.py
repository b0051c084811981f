"""One block of a page as data: everything that stands on it, and the rows behind it.

A page draws a panel and cites it; it computes nothing. Text of documents is in ``rows``, ``sources`` and
``table`` and, escaped for plotly, in the hover texts of ``figure``; all other texts are the interface's own.
"""

from dataclasses import dataclass, field
from typing import Any

from compare.findings import Findings
from compare.record import Document, Row

Figure = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Caution:
    """An amber sentence: the verdict (bold), then the reason."""

    verdict: str
    reason: str


@dataclass(frozen=True, slots=True)
class KeyItem:
    """A mark that occurs in the chart, by the name of its class (``plan``, ``doubtful`` ...)."""

    mark: str
    words: str


@dataclass(frozen=True, slots=True)
class Source:
    """A document behind the marks, with its date in words."""

    document: Document
    when: str


@dataclass(frozen=True, slots=True)
class Table:
    """The same data as words in a grid; ``facts`` names the row behind each line, empty where missing."""

    columns: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """Everything that one chart block shows. ``figure`` is None where there is nothing to draw.

    ``rows`` are the rows behind the marks, in the order of the marks; ``missing`` says which reports
    have nothing, where there is no figure (else the chart or the notes say it). ``found`` is what was judged
    for the marks, where they are bars: a measure each.
    """

    id: str
    headline: str
    deck: str
    figure: Figure | None
    alt: str
    table: Table
    warnings: tuple[Caution, ...] = ()
    key: tuple[KeyItem, ...] = ()
    missing: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    notes: tuple[str, ...] = ()
    rows: tuple[Row, ...] = field(default=())
    found: tuple[Findings, ...] = field(default=())
