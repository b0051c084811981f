"""From a document's text to its figures: the order of work on one screen.

fold       the text as it is read, with the way back to what was printed
about      when and where the document is at home
numbers    every number with its unit
scene      for each sentence with numbers: its clauses, words of the lexicon, places, times
claims     what each number counts, by the words around it
figures    whose it is, when it was, plan or result; else the reason why it is none
"""

import re
from dataclasses import dataclass

from extract.claims.claim import Claim, Rules, open_rules
from extract.claims.claims import find_claims
from extract.claims.context import Context
from extract.claims.echo import hear_echo
from extract.claims.page import open_page
from extract.claims.scene import Scene, look, share_out
from extract.events.events import Event, find_events
from extract.figures.cells import read_tables
from extract.figures.memory import Memory
from extract.figures.resolve import Figure, resolve_claim
from extract.lexicon import Lexicon
from extract.lexicon.gazetteer import Gazetteer
from extract.lexicon.vocabulary import Vocabulary, open_vocabulary
from extract.mention import Number
from extract.numbers.declared import declares, with_declared_units
from extract.numbers.numbers import find_numbers
from extract.places.home import Home, home_of
from extract.places.infer import infer_home
from extract.places.nation import NAMES, speaks_of_nation
from extract.places.village import is_of_village
from extract.reason import Reason
from extract.text.fold import Folded, fold
from extract.text.split import Sentence, find_sentences
from extract.text.tables import Table
from extract.times.documentdate import document_date
from extract.times.periods import DocumentDate
from extract.times.review import look_back

SUBJECT = re.compile("扶贫|脱贫|贫困")
OFTEN = 4  # times in a thousand characters


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


def make_reader(lexicon: Lexicon, gazetteer: Gazetteer) -> Reader:
    """A reader with the lexicon's look-ups made."""
    return Reader(lexicon, gazetteer, open_rules(lexicon), open_vocabulary(lexicon))


def read_text(original: str, reader: Reader, place: str = "", date: str = "") -> Reading:
    """The figures, leftovers and events of a text; ``place`` and ``date`` where they are known beforehand.

    >>> from extract.lexicon.gazetteer import load_gazetteer
    >>> from extract.lexicon import load_lexicon
    >>> reader = make_reader(load_lexicon(), load_gazetteer())
    >>> reading = read_text("截至2019年底,肥西县累计脱贫7247户16386人,比上年增长3%。", reader, "肥西县", "2020")
    >>> [(figure.metric.id, str(figure.number.value), figure.period) for figure in reading.figures]
    [('lifted.households', '7247', '2019'), ('lifted.persons', '16386', '2019')]
    >>> [str(claim.reason) for claim in reading.leftovers]
    ['date', 'growth']

    Errors: none; a number that cannot be read is a leftover with its reason.
    """
    folded = fold(original)
    text = folded.text
    context = _about(text, reader, place, date)
    tables = folded.tables
    sentences = find_sentences(text, tables)
    found = list(read_tables(tables, _headings(text, sentences, tables), reader.rules, context))
    numbers = find_numbers(text)
    told = _prose(numbers, found, tables) if tables else numbers
    page, memory = open_page(text, sentences, context), Memory({})
    declared = declares(text)
    for sentence, printed in share_out(sentences, told):
        span = (sentence.start, sentence.end)
        here = with_declared_units(text, span, printed) if declared else printed
        found.extend(Claim(number, reason=number.reason) for number in here if number.reason)
        scene = look(page, sentence, here)
        results, memory = _read_sentence(scene, reader, context, memory)
        found.extend(results)
    figures = sorted((one for one in found if isinstance(one, Figure)), key=_start)
    leftovers = sorted((one for one in found if isinstance(one, Claim)), key=_start)
    events = find_events(text, sentences, context)
    return Reading(folded, context.home, context.today, sentences, tuple(figures), tuple(leftovers), events)


def _about(text: str, reader: Reader, place: str, date: str) -> Context:
    """What is known of a document before its sentences are read, given or inferred."""
    today = look_back(text, DocumentDate(date, "given") if date else document_date(text))
    home = home_of(place, reader.gazetteer, today.year) if place else None
    if home is None and place not in NAMES:
        home = infer_home(text, reader.gazetteer, today.year)
    return Context(
        home=home,
        today=today,
        signs=reader.rules.signs,
        on_poverty=len(SUBJECT.findall(text)) * 1000 >= OFTEN * len(text),
        gazetteer=reader.gazetteer,
        vocabulary=reader.vocabulary,
        village=is_of_village(text),
        nation=home is None and (place in NAMES or speaks_of_nation(text)),
    )


def _read_sentence(
    scene: Scene, reader: Reader, context: Context, memory: Memory
) -> tuple[list[Figure | Claim], Memory]:
    """The figures and leftover claims of a sentence, and what is remembered for the next."""
    judged = find_claims(scene, reader.rules, memory.claims)
    heard = [(case, hear_echo(claim, memory.told, reader.rules)) for case, claim in judged]
    results = [resolve_claim(case, claim, context, memory.at(scene)) for case, claim in heard]
    return results, memory.after(scene, (claim for _, claim in heard), results)


def _headings(text: str, sentences: tuple[Sentence, ...], tables: tuple[Table, ...]) -> dict[int, str]:
    """The heading that dates each table, by where the table begins."""
    starts = {table.start for table in tables}
    return {one.start: text[slice(*one.dated)].strip() for one in sentences if one.start in starts}


def _prose(
    numbers: tuple[Number, ...], found: list[Figure | Claim], tables: tuple[Table, ...]
) -> tuple[Number, ...]:
    """The numbers outside tables; those inside that are no cell's (of a header, of a row cut short) are left over."""
    inside = {at for table in tables for at in range(table.head, table.end)}
    cells = {at for one in found for at in range(one.number.start, one.number.end)}
    stray = (n for n in numbers if n.start in inside and n.start not in cells and n.end - 1 not in cells)
    found.extend(Claim(number, reason=number.reason or Reason.NO_METRIC) for number in stray)
    return tuple(number for number in numbers if number.start not in inside)


def _start(one: Figure | Claim) -> int:
    return one.number.start
