"""The quantities of any raw text, with their offsets in it."""

from dataclasses import replace

from extract.fold import fold
from extract.mention import Number
from extract.numbers import find_numbers


def find_quantities(text: str) -> tuple[Number, ...]:
    """The quantities of a text as printed, left to right; numbers that are none are left out.

    >>> text = "２０１９年投入２４４２.５万元"
    >>> [(text[q.start:q.end], str(q.value), q.unit) for q in find_quantities(text)]
    [('２４４２.５万元', '24425000.0', '元')]
    """
    folded = fold(text)
    kept = (number for number in find_numbers(folded.text) if not number.reason)
    spans = ((number, folded.span(number.start, number.end)) for number in kept)
    return tuple(replace(number, start=start, end=end) for number, (start, end) in spans)
