"""The values that the steps of reading hand on: what is known of a document, and of one sentence in it."""

from dataclasses import dataclass

from .gazetteer import Gazetteer
from .home import Home
from .lexicon import TimeWords
from .mention import Number, Period, Place
from .periods import DocumentDate
from .split import Sentence
from .vocabulary import Hit, Vocabulary


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of a document before its sentences are read."""

    home: Home | None
    today: DocumentDate
    words: TimeWords
    on_poverty: bool
    gazetteer: Gazetteer
    vocabulary: Vocabulary


@dataclass(frozen=True, slots=True)
class Group:
    """Numbers told in one breath: they share their words."""

    numbers: tuple[Number, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with all that is found in it, each left to right; offsets are the readable text's.

    ``clauses`` are the positions behind the marks that end a clause. ``label_hits`` stand in the paragraph's label,
    ``heading_hits`` and ``heading_periods`` in the heading above.
    """

    text: str
    sentence: Sentence
    clauses: tuple[int, ...]
    groups: tuple[Group, ...]
    hits: tuple[Hit, ...]
    label_hits: tuple[Hit, ...]
    heading_hits: tuple[Hit, ...]
    places: tuple[Place, ...]
    periods: tuple[Period, ...]
    heading_periods: tuple[Period, ...]
    on_poverty: bool

    def clause_start(self, position: int) -> int:
        """Where the clause around a position begins."""
        return max((mark for mark in self.clauses if mark <= position), default=self.sentence.start)

    def clause_end(self, position: int) -> int:
        """Where it ends."""
        return min((mark for mark in self.clauses if mark >= position), default=self.sentence.end)
