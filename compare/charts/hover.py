"""The sentence behind a mark, as a plain-text hover."""

import re

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
    """What stands before the number, the number, and what stands after it, each on one line."""
    at, end = row.at, row.at + len(row.text)
    if at < 0 or row.quote[at:end] != row.text:
        return _on_one_line(row.quote)[: WIDTH * LINES], "", ""
    before, number, after = map(_on_one_line, (row.quote[:at], row.text, row.quote[end:]))
    if len(before) > WIDTH * 4:
        before = "…" + before[-WIDTH * 4 :]
    if len(after) > WIDTH * 3:
        after = after[: WIDTH * 3] + "…"
    return before, number, after


def _on_one_line(text: str) -> str:
    """The text with every run of blank space as one space."""
    return re.sub(r"\s+", " ", text)


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
