"""Words in a picture: their width, where a line breaks, and runs of bold or coloured words in one line.

No font is at hand where the picture is written, so widths are reckoned, on the wide side.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import unescape

from compare.export.picture.svg import tag, words

LEADING = 1.45
SINK = 0.36  # of the size: from the middle of a line down to the feet of its letters
BOLD = 1.06
MARKS = re.compile(
    r"<(?P<end>/)?(?P<name>b|span)(?: style=[\"']color:(?P<colour>#[0-9A-Fa-f]{6})[\"'])?>", re.ASCII
)
ATOM = re.compile(r"[!-\u2e7f]+[ \u2002]*|.", re.DOTALL)
NEVER_FIRST, NEVER_LAST = "，。、；：！？）》”’」』】％%·),.;:!?", "（《“‘「『【("
NARROW, BROAD = "iljtfrI.,:;'|!()[] ", "mwMW%@"


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look in a line; no colour is that of the line."""

    text: str
    bold: bool = False
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Type:
    """How a line is set: size and colour, and what of it stands at its place (``start``, ``middle``, ``end``)."""

    size: float
    colour: str
    anchor: str = "start"


def read_runs(text: str) -> tuple[Run, ...]:
    """The runs of a label as plotly has it, with ``<b>`` and coloured ``<span>``.

    >>> read_runs('<b>肥西县</b> <span style="color:#646B74">2020年</span>')
    (Run(text='肥西县', bold=True, colour=''), Run(text=' ', ...), Run(text='2020年', bold=False, colour='#646B74'))
    """
    runs, bold, colour, done = [], False, "", 0
    for mark in MARKS.finditer(text):
        runs.append(Run(unescape(text[done : mark.start()]), bold, colour))
        bold = mark["end"] is None if mark["name"] == "b" else bold
        colour = (mark["colour"] or "") if mark["name"] == "span" else colour
        done = mark.end()
    runs.append(Run(unescape(text[done:]), bold, colour))
    return tuple(run for run in runs if run.text)


def width_of(runs: Iterable[Run], size: float) -> float:
    """About how many pixels the runs take.

    >>> round(width_of([Run("肥西县")], 20)), round(width_of([Run("Feixi")], 20))
    (60, 48)
    """
    return sum(_em(c) * (BOLD if run.bold else 1) for run in runs for c in run.text) * size


def wrap(runs: Iterable[Run], width: float, size: float) -> list[tuple[Run, ...]]:
    """The runs in lines of at most so many pixels; no line begins with a stop or ends with an opening sign.

    >>> [line[0].text for line in wrap([Run("肥西县、旌德县")], 61, 20)]
    ['肥西', '县、旌', '德县']
    """
    lines: list[list[Run]] = [[]]
    taken = 0.0
    for atom in _atoms(runs, width, size):
        wide = width_of([replace(atom, text=atom.text.rstrip())], size)
        if lines[-1] and taken + wide > width:
            lines.append([])
            taken = 0.0
        lines[-1].append(atom)
        taken += width_of([atom], size)
    return [_joined(line) for line in lines if line]


def draw_line(x: float, middle: float, runs: Sequence[Run], look: Type) -> str:
    """One line of words with its middle at this height."""
    spans = [
        tag("tspan", words(run.text), font_weight="700" if run.bold else None, fill=run.colour or None)
        if run.bold or run.colour
        else words(run.text)
        for run in runs
    ]
    place = {
        "x": float(x),
        "y": float(middle + look.size * SINK),
        "font_size": look.size,
        "fill": look.colour,
    }
    anchor = look.anchor if look.anchor != "start" else None
    return tag("text", *spans, **place, text_anchor=anchor, **{"xml:space": "preserve"})


def _atoms(runs: Iterable[Run], width: float, size: float) -> Iterator[Run]:
    """What stays together in a line: a Latin word, a character with the stop behind it or the bracket before it."""
    held: Run | None = None
    for run in runs:
        for piece in (piece for found in ATOM.findall(run.text) for piece in _cut(found, run, (width, size))):
            atom = replace(run, text=piece)
            if held is None:
                held = atom
            elif run == replace(held, text=run.text) and _clings(held.text, piece):
                held = replace(held, text=held.text + piece)
            else:
                yield held
                held = atom
    if held is not None:
        yield held


def _cut(piece: str, run: Run, room: tuple[float, float]) -> Iterator[str]:
    """A word that is wider than a line, letter by letter."""
    width, size = room
    return iter(piece) if width_of([replace(run, text=piece)], size) > width else iter((piece,))


def _clings(before: str, after: str) -> bool:
    return after[0] in NEVER_FIRST or before[-1] in NEVER_LAST


def _joined(line: Sequence[Run]) -> tuple[Run, ...]:
    """Neighbours of one look as one run."""
    runs: list[Run] = []
    for atom in line:
        if runs and atom == replace(runs[-1], text=atom.text):
            runs[-1] = replace(atom, text=runs[-1].text + atom.text)
        else:
            runs.append(atom)
    return tuple(runs)


def _em(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WFA" and ord(character) > 0x7F:
        return 1.0
    if character in NARROW:
        return 0.3
    if character in BROAD:
        return 0.88
    return 0.66 if character.isupper() else 0.56
