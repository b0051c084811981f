"""Where a figure stands in its report: its sentence, what stands around it, and the words that decided its reading."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from extract import VERSION
from extract.claims.context import Context
from extract.claims.page import Page, open_page
from extract.claims.scene import look
from extract.claims.sight import look_around
from extract.evidence.grounds import Asked, Ground, Span, find_grounds
from extract.lexicon import load_lexicon
from extract.lexicon.gazetteer import load_gazetteer
from extract.mention import Number
from extract.numbers.numbers import find_numbers
from extract.pipeline import Reader, make_reader
from extract.places.home import home_of
from extract.places.infer import infer_home
from extract.text.fold import Folded, fold
from extract.text.split import Sentence, find_sentences
from extract.times.periods import DocumentDate
from extract.times.review import look_back

NOWHERE = (0, 0)
TRACER = VERSION  # the program that traces; a table made by another may have been read by other rules


class About(NamedTuple):
    """What the table knows of a report: its place (name or code, or nothing), its date and where that comes from."""

    place: str
    date: str
    date_source: str


class Passage(NamedTuple):
    """Spans of the original text; an empty span where there is no such sentence.

    ``grounds`` are, for each of metric, place, period and basis, the words that decided it or what did instead.
    """

    heading: Span
    before: Span
    sentence: Span
    after: Span
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class OpenReport:
    """A report made ready to be asked for passages; one is opened once, however many are asked for."""

    folded: Folded
    page: Page
    sentences: tuple[Sentence, ...]
    numbers: tuple[Number, ...]
    starts: tuple[int, ...]  # of the sentences, in the original
    headings: frozenset[Span]
    reader: Reader

    def passage(self, asked: Asked) -> Passage | None:
        """The passage of a figure; None where no sentence of this text holds it."""
        at = bisect_right(self.starts, asked.start) - 1
        if at < 0 or self._span(self.sentences[at])[1] < asked.end:
            return None
        sentence = self.sentences[at]
        grounds = self._grounds(at, asked)
        return Passage(
            self.folded.span(*sentence.heading) if sentence.heading != NOWHERE else NOWHERE,
            self._neighbour(at, at - 1),
            self._span(sentence),
            self._neighbour(at, at + 1),
            tuple(ground._replace(words=self._printed(ground.words)) for ground in grounds),
        )

    def _grounds(self, at: int, asked: Asked) -> tuple[Ground, ...]:
        sentence = self.sentences[at]
        here = tuple(n for n in self.numbers if sentence.start <= n.start < sentence.end)
        number = next((n for n in here if self.folded.span(n.start, n.end) == (asked.start, asked.end)), None)
        scene = look(self.page, sentence, here)
        group = next((i for i, g in enumerate(scene.groups) if number in g.numbers), None)
        if number is None or group is None:
            return ()
        earlier = [s for s in self.sentences[max(at - 8, 0) : at] if s.paragraph == sentence.paragraph]
        scenes = tuple(look(self.page, other, ()) for other in reversed(earlier))
        return find_grounds(look_around(scene, group), scenes, asked, self.reader)

    def _neighbour(self, at: int, beside: int) -> Span:
        """The sentence before or after, if it is under the same heading and none itself."""
        if not 0 <= beside < len(self.sentences):
            return NOWHERE
        near = self.sentences[beside]
        is_heading = any(start <= near.start < end for start, end in self.headings)
        same = near.heading == self.sentences[at].heading
        return self._span(near) if same and not is_heading else NOWHERE

    def _span(self, sentence: Sentence) -> Span:
        return self.folded.span(sentence.start, sentence.end)

    def _printed(self, words: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(sorted({self.folded.span(*word) for word in words}))


@cache
def open_reader() -> Reader:
    """A reader with the program's own lexicon; made once."""
    return make_reader(load_lexicon(), load_gazetteer())


def open_report(original: str, about: About, reader: Reader) -> OpenReport:
    """The report with its sentences and numbers found.

    >>> text = "一、成效\\n全县脱贫攻坚有力。截至2019年底,肥西县累计脱贫7247户。"
    >>> report = open_report(text, About("肥西县", "2020", "given"), open_reader())
    >>> row = Asked(30, 35, "lifted.households", "lifted.households#1", "340123", "2019", "", "cumulative", "")
    >>> passage = report.passage(row)
    >>> text[slice(*passage.heading)].strip(), text[slice(*passage.before)]
    ('一、成效', '全县脱贫攻坚有力。')
    >>> [(ground.role, [text[slice(*word)] for word in ground.words]) for ground in passage.grounds]
    [('metric', ['脱贫']), ('place', ['肥西县']), ('period', ['截至2019年底']), ('basis', ['累计'])]

    Errors: none; what cannot be told has no words.
    """
    folded = fold(original)
    date = look_back(folded.text, DocumentDate(about.date, about.date_source))
    home = home_of(about.place, reader.gazetteer, date.year) if about.place else None
    context = Context(
        home=home or infer_home(folded.text, reader.gazetteer, date.year),
        today=date,
        signs=reader.rules.signs,
        on_poverty=True,
        gazetteer=reader.gazetteer,
        vocabulary=reader.vocabulary,
    )
    sentences = find_sentences(folded.text, folded.tables)
    starts = tuple(folded.span(sentence.start, sentence.end)[0] for sentence in sentences)
    page = open_page(folded.text, sentences, context)
    headings = frozenset(sentence.heading for sentence in sentences)
    return OpenReport(folded, page, sentences, find_numbers(folded.text), starts, headings, reader)
