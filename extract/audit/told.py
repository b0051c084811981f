"""The quantities of a document as they are told: each with the words around it, line by line."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from extract.audit.interval import Interval, interval_of
from extract.claims.scene import share_out
from extract.figures.resolve import Figure
from extract.mention import Kind, Number
from extract.pipeline import Reading
from extract.text.split import Sentence

MOST = 3000  # quantities of a report at most; each may be looked for among all others
REACH = 40  # characters of the words around a number
_BREATH = frozenset(("", "共", "约"))
_SAME_UNIT = {"名": "人", "口": "人", "位": "人", "村": "个", "座": "个", "处": "个"}


@dataclass(frozen=True, slots=True)
class Told:
    """A quantity of a sentence: as printed, with the words from the number before and to the number behind.

    ``value`` is in the printed unit without 万 and 亿; ``unit`` is the same for words that count the same (名 and 人).

    ``lead`` are the words before the first number of its breath (516户1427人). ``line`` counts the sentences that have
    quantities; ``figure`` is the row that the number became, if any.
    """

    number: Number
    value: Decimal
    unit: str
    kind: Kind
    printed: str
    left: str
    lead: str
    right: str
    line: int
    figure: Figure | None

    @property
    def interval(self) -> Interval:
        """What the printed number can stand for."""
        return interval_of(self.number, self.printed)

    @property
    def metric(self) -> str:
        """The metric of the row, or nothing."""
        return self.figure.metric.id if self.figure else ""

    @property
    def place(self) -> str:
        """The place of the row, or nothing."""
        return self.figure.place if self.figure else ""

    @property
    def year(self) -> int:
        """The year of the row, or nought."""
        return int(self.figure.period[:4] or 0) if self.figure else 0


Line = tuple[Told, ...]
Shared = tuple[Sentence, tuple[Number, ...]]


@dataclass(frozen=True, slots=True)
class Account:
    """A document's quantities: by sentence, those of at least one each, in the order of the text."""

    lines: tuple[Line, ...]

    @property
    def rows(self) -> tuple[Told, ...]:
        """The quantities that are rows of the table."""
        return tuple(told for line in self.lines for told in line if told.figure)

    def before(self, told: Told, lines: int) -> tuple[Told, ...]:
        """The quantities before one, in its own sentence and in so many sentences before it."""
        near = self.lines[max(told.line - lines, 0) : told.line + 1]
        return tuple(one for line in near for one in line if one.number.start < told.number.start)


def open_accounts(reading: Reading) -> Iterator[Account]:
    """The account of a reading; of one longer than any report, one for each part, since sums look for their figures."""
    figures = {figure.number.start: figure for figure in reading.figures}
    numbers = (*(one.number for one in reading.figures), *(one.number for one in reading.leftovers))
    usable = sorted((n for n in numbers if not n.reason and n.value is not None), key=_start)
    known = reading.folded.text, figures
    for part in _parts(share_out(reading.sentences, tuple(usable))):
        yield Account(tuple(tuple(_tell(known, *shared, at)) for at, shared in enumerate(part)))


def _parts(shared: Iterable[Shared]) -> Iterator[list[Shared]]:
    """Sentences with their numbers, parted where they have more numbers than are compared with one another."""
    part: list[Shared] = []
    count = 0
    for sentence, numbers in shared:
        if part and count + len(numbers) > MOST:
            yield part
            part, count = [], 0
        part.append((sentence, numbers))
        count += len(numbers)
    yield part


Known = tuple[str, Mapping[int, Figure]]


def _tell(known: Known, sentence: Sentence, numbers: tuple[Number, ...], line: int) -> Iterator[Told]:
    (text, figures), before, lead = known, sentence.start, ""
    for at, number in enumerate(numbers):
        start, end = number.start, number.end
        after = numbers[at + 1].start if at + 1 < len(numbers) else sentence.end
        left, right = text[max(before, start - REACH) : start], text[end : min(after, end + REACH)]
        lead = left if left not in _BREATH or not at else lead
        value, unit = number.value or Decimal(0), _SAME_UNIT.get(number.unit, number.unit)
        yield Told(
            number,
            value,
            unit,
            number.kind,
            _printed(text[start:end], number),
            left,
            lead,
            right,
            line,
            figures.get(start),
        )
        before = end


def _printed(text: str, number: Number) -> str:
    """A figure as printed; with its unit where that stands in a table's header or before a list: 34137, 万元."""
    digits = text.replace(",", "").replace(" ", "")
    if number.kind is not Kind.MONEY or not _BARE.fullmatch(digits) or not number.value:
        return text
    scale = number.value / Decimal(digits)
    return text + _SCALES.get(scale, "")


_BARE = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,9})?")
_SCALES = {Decimal(1): "元", Decimal(10**4): "万元", Decimal(10**8): "亿元"}


def _start(number: Number) -> int:
    return number.start
