"""The quantities of any raw text, with their offsets in it."""

from extract.mention import Kind, Number
from extract.numbers.numbers import find_numbers
from extract.numbers.spoken import find_spoken, join_spoken
from extract.reason import Reason
from extract.text.fold import fold


def find_quantities(text: str, every: bool = False) -> tuple[Number, ...]:
    """The quantities of a text as printed, left to right; numbers that are none are left out.

    With ``every`` also numerals that count nothing in a report: bare ones, digits of a date, 八折.

    >>> text = "２０１９年投入２４４２.５万元"
    >>> [(text[q.start:q.end], str(q.value), q.unit) for q in find_quantities(text)]
    [('２４４２.５万元', '24425000', '元')]
    """
    folded = fold(text)
    numbers = find_numbers(folded.text)
    if every:
        numbers = _with_spoken(folded.text, numbers)
    kept = (number for number in numbers if not number.reason)
    spans = ((number, folded.span(number.start, number.end)) for number in kept)
    return tuple(number._replace(start=start, end=end) for number, (start, end) in spans)


def _order(number: Number) -> tuple[int, int, bool, bool]:
    """Of two numbers that begin together the longer, of two as long 5分 as money, then the one with a unit."""
    return number.start, -number.end, number.kind is not Kind.MONEY, not number.unit


def _with_spoken(text: str, numbers: tuple[Number, ...]) -> tuple[Number, ...]:
    """The quantities and all that is only spoken of; of two that overlap, the first or the longer."""
    found: list[Number] = []
    kept = (n for n in numbers if not n.reason or (n.reason is Reason.CODE and "/" in text[n.start : n.end]))
    for number in sorted((*kept, *find_spoken(text)), key=_order):
        if not found or number.start >= found[-1].end:
            found.append(number)
    return join_spoken(text, found)
