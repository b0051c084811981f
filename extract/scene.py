"""One sentence made ready to be read: its numbers, the lexicon's words, the places and times in it."""

from collections.abc import Iterator
from dataclasses import replace

from .context import Context, Scene
from .groups import find_groups
from .mention import Number, Period, Place
from .periods import find_periods
from .places import find_places
from .split import Sentence, find_clauses


def share_out(
    sentences: tuple[Sentence, ...], numbers: tuple[Number, ...]
) -> Iterator[tuple[Sentence, tuple[Number, ...]]]:
    """Each sentence that has numbers, with them. A number across a sentence's end goes to where it begins."""
    at = 0
    for sentence in sentences:
        first = at
        while at < len(numbers) and numbers[at].start < sentence.end:
            at += 1
        if at > first:
            yield sentence, numbers[first:at]


def look(text: str, sentence: Sentence, numbers: tuple[Number, ...], context: Context) -> Scene:
    """The scene of a sentence."""
    start, end = sentence.start, sentence.end
    vocabulary = context.vocabulary
    return Scene(
        text=text,
        sentence=sentence,
        clauses=_between(find_clauses(text, start, end), numbers),
        groups=find_groups(text, tuple(number for number in numbers if not number.reason)),
        hits=vocabulary.find_hits(text, start, end),
        label_hits=vocabulary.find_hits(text, *sentence.lead) if sentence.lead[1] <= start else (),
        heading_hits=vocabulary.find_hits(text, *sentence.heading),
        places=_places(text, start, end, context),
        periods=_periods(text, sentence, context),
        heading_periods=_heading_periods(text, sentence, context),
        on_poverty=context.on_poverty,
    )


def _between(marks: tuple[int, ...], numbers: tuple[Number, ...]) -> tuple[int, ...]:
    """The marks that stand between numbers: a comma inside one (14,100) ends no clause."""
    return tuple(mark for mark in marks if not any(n.start < mark < n.end for n in numbers))


def _places(text: str, start: int, end: int, context: Context) -> tuple[Place, ...]:
    found = find_places(text[start:end], context.gazetteer, context.home)
    return tuple(replace(place, start=place.start + start, end=place.end + start) for place in found)


def _periods(text: str, sentence: Sentence, context: Context) -> tuple[Period, ...]:
    """The times of a sentence, read on from its heading: 6月底 under 2020年打算 is of 2020."""
    heading = _headings(text, sentence)
    by = sentence.start - len(heading)
    found = find_periods(heading + text[sentence.start : sentence.end], context.today)
    return tuple(
        replace(period, start=period.start + by, end=period.end + by)
        for period in found
        if period.start >= len(heading)
    )


def _headings(text: str, sentence: Sentence) -> str:
    """The headings over a sentence: the last that names a year, and the last."""
    dated, heading = text[slice(*sentence.dated)], text[slice(*sentence.heading)]
    return heading if dated == heading else dated + heading


def _heading_periods(text: str, sentence: Sentence, context: Context) -> tuple[Period, ...]:
    heading = _headings(text, sentence)
    return find_periods(heading, context.today) if heading else ()
