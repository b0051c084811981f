"""The sentence behind a mark, as a plain-text hover."""

from compare.charts.frame import plain
from compare.record import Row

WIDTH, LINES = 26, 9


def hover_text(head: str, row: Row) -> str:
    """``head`` (words of the interface), then the row's sentence, 26 characters a line, its number bold.

    A long sentence is cut to the stretch around the number.
    """
    before, number, after = _around(row)
    lines = _wrapped(before, number, after)
    return "<br>".join([f"<b>{plain(head)}</b>", *lines])


def _around(row: Row) -> tuple[str, str, str]:
    quote, number = " ".join(row.quote.split()), " ".join(row.text.split())
    at = quote.find(number)
    if at < 0:
        return quote[: WIDTH * LINES], "", ""
    start = max(0, at - WIDTH * 4)
    end = min(len(quote), at + len(number) + WIDTH * 3)
    before = ("…" if start else "") + quote[start:at]
    after = quote[at + len(number) : end] + ("…" if end < len(quote) else "")
    return before, number, after


def _wrapped(before: str, number: str, after: str) -> list[str]:
    text = before + number + after
    bold = range(len(before), len(before) + len(number))
    pieces = []
    for start in range(0, len(text), WIDTH):
        stop = min(start + WIDTH, len(text))
        first, last = max(start, bold.start), min(stop, bold.stop)
        if first < last:
            head, number, tail = text[start:first], text[first:last], text[last:stop]
            line = f"{plain_part(head)}<b>{plain_part(number)}</b>{plain_part(tail)}"
        else:
            line = plain_part(text[start:stop])
        pieces.append(line)
    return pieces


def plain_part(text: str) -> str:
    """A stretch of a line, escaped, its spaces kept."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
