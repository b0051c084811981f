"""The values that the steps of reading hand on: what is known of a document, and numbers told in one breath."""

from dataclasses import dataclass
from typing import NamedTuple

from extract.claims.timesigns import TimeSigns
from extract.lexicon.gazetteer import Gazetteer
from extract.lexicon.vocabulary import Vocabulary
from extract.mention import Number
from extract.places.home import Home
from extract.times.periods import DocumentDate


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of a document before its sentences are read."""

    home: Home | None
    today: DocumentDate
    signs: TimeSigns
    on_poverty: bool
    gazetteer: Gazetteer
    vocabulary: Vocabulary
    village: bool = False  # what names no place is that of the village or township in the title
    nation: bool = False  # what names no place is the whole nation's


class Group(NamedTuple):
    """Numbers told in one breath: they share their words."""

    numbers: tuple[Number, ...]
    start: int
    end: int
