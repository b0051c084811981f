"""One sentence made ready to be read: its numbers, the lexicon's words, the places and times in it."""

from collections.abc import Iterator
from dataclasses import replace

from .context import Context, Scene
from .groups import find_groups
from .mention import Number, Period, Place
from .periods import find_periods
from .places import find_places
from .split import Sentence, find_clauses
from .vocabulary import Vocabulary


def share_out(sentences: tuple[Sentence, ...], numbers: tuple[Number, ...]) -> Iterator[tuple[Sentence, tuple[Number, ...]]]:
    """Each sentence that has numbers, with them. A number across a sentence's end goes to where it begins."""
    at = 0
    for sentence in sentences:
        first = at
        while at < len(numbers) and numbers[at].start < sentence.end:
            at += 1
        if at > first:
            yield sentence, numbers[first:at]


def look(text: str, sentence: Sentence, numbers: tuple[Number, ...], vocabulary: Vocabulary, context: Context) -> Scene:
    """The scene of a sentence."""
    start, end = sentence.start, sentence.end
    piece = text[start:end]
    places = tuple(replace(p, start=p.start + start, end=p.end + start) for p in find_places(piece, context.gazetteer, context.home))
    periods = tuple(_shift(p, start) for p in find_periods(piece, context.today))
    heading = text[slice(*sentence.heading)]
    return Scene(
        text, sentence, _between(find_clauses(text, start, end), numbers),
        find_groups(text, tuple(number for number in numbers if not number.reason)),
        vocabulary.find_hits(text, start, end),
        vocabulary.find_hits(text, *sentence.lead) if sentence.lead[1] <= start else (),
        vocabulary.find_hits(text, *sentence.heading),
        places, periods, find_periods(heading, context.today) if heading else (), context.on_poverty,
    )


def _between(marks: tuple[int, ...], numbers: tuple[Number, ...]) -> tuple[int, ...]:
    """The marks that stand between numbers: a comma inside one (14,100) ends no clause."""
    return tuple(mark for mark in marks if not any(number.start < mark <= number.end - 1 for number in numbers))


def _shift(period: Period, by: int) -> Period:
    return replace(period, start=period.start + by, end=period.end + by)
