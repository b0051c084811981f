"""The values that the steps of reading hand on: what is known of a document, and numbers told in one breath."""

from dataclasses import dataclass
from typing import NamedTuple

from .gazetteer import Gazetteer
from .home import Home
from .mention import Number
from .periods import DocumentDate
from .timesigns import TimeSigns
from .vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of a document before its sentences are read."""

    home: Home | None
    today: DocumentDate
    signs: TimeSigns
    on_poverty: bool
    gazetteer: Gazetteer
    vocabulary: Vocabulary


class Group(NamedTuple):
    """Numbers told in one breath: they share their words."""

    numbers: tuple[Number, ...]
    start: int
    end: int
