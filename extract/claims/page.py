"""A document as its sentences see it: the text, what is known of it, and the headings above each sentence."""

from collections.abc import Mapping
from dataclasses import dataclass

from extract.claims.context import Context
from extract.claims.outlook import find_outlook
from extract.lazy import lazy
from extract.lexicon.vocabulary import Hit
from extract.mention import Period
from extract.text.split import Sentence
from extract.times.periods import Clock, read_periods
from extract.times.review import BACK, year_before

Key = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True)
class Heading:
    """The headings over some sentences, as one text: the last that names a year, and the last; read once for all.

    ``ahead`` says whether they look ahead.
    """

    dated: str
    last: str
    context: Context
    ahead: bool = False

    @lazy
    def hits(self) -> tuple[Hit, ...]:
        """The lexicon's words in the last heading."""
        return self.context.vocabulary.find_hits(self.last, 0, len(self.last))

    @property
    def periods(self) -> tuple[Period, ...]:
        """The times that they name."""
        return self._read[0]

    @property
    def clock(self) -> Clock:
        """What the times of a sentence are read against: 6月底 under 2020年打算 is of 2020."""
        clock = self._read[1]
        return clock if clock.named else clock._replace(named=self.reviewed)

    @lazy
    def reviewed(self) -> str:
        """The year looked back on under these headings, where it is the one before the document's; else empty."""
        today, back = self.context.today, BACK.search(self.dated + self.last) is not None
        if self.ahead:
            return ""
        years = [period.value[:4] for period in self.periods if period.value]
        if not years:
            return today.reviewed
        return years[-1] if back and years[-1] == year_before(today) else ""

    @lazy
    def _read(self) -> tuple[tuple[Period, ...], Clock]:
        text = self.last if self.dated == self.last else self.dated + self.last
        return read_periods(text, (0, len(text)), Clock(self.context.today, ""))


@dataclass(frozen=True, slots=True)
class Page:
    """A readable text with what is known of it."""

    text: str
    context: Context
    headings: Mapping[Key, Heading]

    def heading(self, sentence: Sentence) -> Heading:
        """What stands above a sentence."""
        return self.headings[sentence.dated, sentence.heading]


def open_page(text: str, sentences: tuple[Sentence, ...], context: Context) -> Page:
    """The page of a text that has been split into sentences."""
    keys = {(sentence.dated, sentence.heading) for sentence in sentences}
    outlook = find_outlook(text, sentences, context.signs)
    headings = {
        key: Heading(text[slice(*key[0])], text[slice(*key[1])], context, outlook.get(key[1], False))
        for key in keys
    }
    return Page(text, context, headings)
