"""For each report, what became of its numbers: how many count something, and how many of these are in the table."""

from collections.abc import Sequence
from dataclasses import dataclass

from compare.context import Context
from compare.record import Document

NO_QUANTITY = (
    "date", "list mark", "name", "ordinal", "phone", "postcode", "code", "too long", "other script",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Share:
    """A report's numbers: all, those that count something (dates, list marks and names are none), rows, damaged."""

    document: Document
    numbers: int
    quantities: int
    kept: int
    damaged: int

    @property
    def percent(self) -> int:
        """How many of 100 numbers that count something became rows."""
        return round(100 * self.kept / self.quantities) if self.quantities else 0


def read_shares(context: Context, documents: Sequence[Document]) -> tuple[Share, ...]:
    """The shares of these reports."""
    docs = tuple(document.doc for document in documents)
    none: dict[str, int] = dict.fromkeys(docs, 0)
    for left in context.store.leftovers(docs) if docs else ():
        none[left.doc] += left.reason in NO_QUANTITY
    return tuple(_share(document, none[document.doc]) for document in documents)


def _share(document: Document, none: int) -> Share:
    return Share(document, document.numbers, document.numbers - none, document.kept, document.damaged)
