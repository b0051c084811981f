"""One sentence made ready to be read: its numbers, the lexicon's words, the places and times in it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from extract.claims.context import Context, Group
from extract.claims.groups import find_groups
from extract.claims.page import Heading, Page
from extract.lazy import lazy
from extract.lexicon.vocabulary import Hit
from extract.mention import Kind, Number, Period, Place
from extract.places.places import find_places
from extract.text.split import Sentence, find_clauses
from extract.times.periods import read_periods

SHORTEST = len("1,000")  # of the numbers with a mark inside


@dataclass(frozen=True)
class Scene:
    """One sentence with all that is found in it, each left to right; offsets are the readable text's.

    ``clauses`` are the positions behind the marks that end a clause. What many sentences never need - words, places,
    times - is looked for when it is first asked for.
    """

    text: str
    sentence: Sentence
    clauses: tuple[int, ...]
    groups: tuple[Group, ...]
    heading: Heading

    @property
    def context(self) -> Context:
        """What is known of the document."""
        return self.heading.context

    @lazy
    def hits(self) -> tuple[Hit, ...]:
        """The lexicon's words in the sentence."""
        return self._hits(self.sentence.start, self.sentence.end)

    @lazy
    def opened(self) -> int:
        """Where what the sentence speaks of begins: with the sentence before where 其中 opens it."""
        start = self.sentence.start
        if not self.text.startswith("其中", start):
            return start
        return (
            max(self.text.rfind(mark, 0, start - 1) for mark in "。\n") + 1
        )  # 有效问卷312份。其中脱贫户205户

    @property
    def label(self) -> str:
        """The label that opens the paragraph."""
        return self.text[slice(*self.sentence.lead)]

    @lazy
    def label_hits(self) -> tuple[Hit, ...]:
        """Those in the paragraph's label, for the sentences behind it."""
        start, end = self.sentence.lead
        return self._hits(start, end) if start < end <= self.sentence.start else ()

    @lazy
    def heads(self) -> frozenset[int]:
        """Where the words of the sentence begin that stand in no longer one."""
        return frozenset(hit.start for hit in self.hits if hit.head)

    @lazy
    def most_people(self) -> Decimal:
        """The most people of whom the sentence tells: 6000万人, 6000多万贫困人口."""
        numbers = (number for group in self.groups for number in group.numbers)
        told = (number.value for number in numbers if number.value and _counts_people(self.text, number))
        return max(told, default=Decimal(0))

    @lazy
    def starts(self) -> tuple[int, ...]:
        """Where each group begins."""
        return tuple(group.start for group in self.groups)

    @lazy
    def ends(self) -> tuple[int, ...]:
        """Where each group ends."""
        return tuple(group.end for group in self.groups)

    def _hits(self, start: int, end: int) -> tuple[Hit, ...]:
        return self.context.vocabulary.find_hits(self.text, start, end)

    @lazy
    def places(self) -> tuple[Place, ...]:
        """The units named in the sentence."""
        start, end = self.sentence.start, self.sentence.end
        found = find_places(self.text[start:end], self.context.gazetteer, self.context.home)
        return tuple(place._replace(start=place.start + start, end=place.end + start) for place in found)

    @lazy
    def periods(self) -> tuple[Period, ...]:
        """The times of the sentence."""
        span = (self.sentence.start, self.sentence.end)
        return read_periods(self.text, span, self.heading.clock)[0]

    def clause_start(self, position: int) -> int:
        """Where the clause around a position begins."""
        before = bisect_right(self.clauses, position)
        return self.clauses[before - 1] if before else self.sentence.start

    def clause_end(self, position: int) -> int:
        """Where it ends."""
        after = bisect_left(self.clauses, position)
        return self.clauses[after] if after < len(self.clauses) else self.sentence.end


def _counts_people(text: str, number: Number) -> bool:
    bare = not number.unit and text.startswith(("贫困", "农村", "人口", "群众"), number.end)
    return bare or number.unit in ("人", "名")


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


def look(page: Page, sentence: Sentence, numbers: tuple[Number, ...]) -> Scene:
    """The scene of a sentence."""
    numbers = tuple(_counted(page.text, number) for number in numbers)
    clauses = _between(find_clauses(page.text, sentence.start, sentence.end), numbers)
    groups = find_groups(page.text, tuple(number for number in numbers if not number.reason))
    return Scene(page.text, sentence, clauses, groups, page.heading(sentence))


def _counted(text: str, number: Number) -> Number:
    """The number with the unit that its noun ends in where it has none: 7.35万贫困户 are households."""
    bare = not number.unit and number.kind is Kind.COUNT and not number.reason
    return number._replace(unit="户") if bare and _HOUSEHOLDS.match(text, number.end) else number


_HOUSEHOLDS = re.compile(
    "(?:农村|建档立卡|贫困|脱贫|困难|低收入|搬迁|边缘|监测|农|牧|危房|易返贫){1,4}户(?![均籍口])"
)


def _between(marks: tuple[int, ...], numbers: tuple[Number, ...]) -> tuple[int, ...]:
    """The marks that stand between numbers: a comma inside one (14,100) ends no clause."""
    long = (number for number in numbers if number.end - number.start >= SHORTEST)
    inside = {mark for number in long for mark in range(number.start + 1, number.end)}
    return tuple(mark for mark in marks if mark not in inside)
