"""From a document's text to its figures: the order of work on one screen.

    fold -> numbers -> sentences -> scene (words, places, times around the numbers) -> claims -> figures
"""

import re
from dataclasses import dataclass

from .claims import Claim, Rules, find_claims, open_rules
from .documentdate import document_date
from .events import Event, find_events
from .fold import Folded, fold
from .gazetteer import Gazetteer
from .home import Home, home_of
from .infer import infer_home
from .lexicon import Lexicon
from .numbers import find_numbers
from .periods import DocumentDate
from .context import Context
from .resolve import Figure, resolve_claims
from .scene import look, share_out
from .timing import Timing, hand_on
from .split import Sentence, find_sentences
from .vocabulary import Vocabulary, open_vocabulary


@dataclass(frozen=True, slots=True)
class Reader:
    """What every document is read with; made once."""

    lexicon: Lexicon
    gazetteer: Gazetteer
    rules: Rules
    vocabulary: Vocabulary


@dataclass(frozen=True, slots=True)
class Reading:
    """What one document gave: its figures and every other number, with where and when the document is at home."""

    folded: Folded
    home: Home | None
    today: DocumentDate
    sentences: tuple[Sentence, ...]
    figures: tuple[Figure, ...]
    leftovers: tuple[Claim, ...]
    events: tuple[Event, ...]


SUBJECT = re.compile("扶贫|脱贫|贫困")
OFTEN = 4  # times in a thousand characters


def is_on_poverty(text: str) -> bool:
    """Whether a text is a report on the fight against poverty, rather than one in which it comes up."""
    return len(SUBJECT.findall(text)) * 1000 >= OFTEN * len(text)


def make_reader(lexicon: Lexicon, gazetteer: Gazetteer) -> Reader:
    """A reader with the lexicon's look-ups made."""
    return Reader(lexicon, gazetteer, open_rules(lexicon), open_vocabulary(lexicon))


def read_text(original: str, reader: Reader, place: str = "", date: str = "") -> Reading:
    """The figures and leftovers of a text; ``place`` and ``date`` where they are known beforehand."""
    folded = fold(original)
    text = folded.text
    today = DocumentDate(date, "given") if date else document_date(text)
    home = home_of(place, reader.gazetteer, today.year) if place else infer_home(text, reader.gazetteer, today.year)
    context = Context(home, today, reader.lexicon.times, is_on_poverty(text), reader.gazetteer)
    results: list[Figure | Claim] = []
    last: tuple[Claim, ...] = ()
    carried: dict[int, Timing] = {}
    sentences = find_sentences(text)
    for sentence, numbers in share_out(sentences, find_numbers(text)):
        results.extend(Claim(number, None, "", 0.0, "", number.reason) for number in numbers if number.reason)
        scene = look(text, sentence, numbers, reader.vocabulary, context)
        last = find_claims(scene, reader.rules, last)
        results.extend(resolve_claims(scene, last, context, carried.get(sentence.paragraph)))
        carried.update(hand_on(scene))
    figures = tuple(one for one in results if isinstance(one, Figure))
    leftovers = tuple(sorted((one for one in results if isinstance(one, Claim)), key=lambda one: one.number.start))
    events = find_events(text, sentences, context)
    return Reading(folded, home, today, sentences, figures, leftovers, events)
