"""The key under a chart: each mark that occurs, drawn small, and its words."""

from collections.abc import Sequence

from compare.export.picture.lettering import LEADING, Run, Type, draw_line, width_of
from compare.export.picture.svg import tag
from compare.panel import KeyItem
from compare.theme import LIGHT

LONG, HIGH = 20.0, 10.0
GAP, BETWEEN = 6.0, 20.0
INK = LIGHT.muted
WORDS_ALONE = ("ends", "bad", "warn", "dotted")  # their sign stands in their words
COLOURS = {"bad": LIGHT.bad, "warn": LIGHT.warn}


def draw_key(items: Sequence[KeyItem], place: tuple[float, float, float], look: Type) -> tuple[str, float]:
    """The key within left, top and width, and how high it is."""
    left, top, width = place
    x, row, parts = left, 0, []
    height = look.size * LEADING + 2
    for item in items:
        wide = _width(item, look)
        if x > left and x + wide > left + width:
            x, row = left, row + 1
        middle = top + row * height + height / 2
        parts.append(_draw(item, x, middle, look))
        x += wide + BETWEEN
    return tag("g", *parts), (row + 1) * height


def _width(item: KeyItem, look: Type) -> float:
    sign = 0.0 if item.mark in WORDS_ALONE else LONG + GAP
    return sign + width_of([Run(item.words)], look.size)


def _draw(item: KeyItem, x: float, middle: float, look: Type) -> str:
    look = Type(look.size, COLOURS.get(item.mark, look.colour))
    if item.mark in WORDS_ALONE:
        return draw_line(x, middle, [Run(item.words)], look)
    return _sign(item.mark, x, middle) + draw_line(x + LONG + GAP, middle, [Run(item.words)], look)


def _sign(mark: str, x: float, middle: float) -> str:
    """The mark of a kind, 20 pixels wide at most."""
    top = middle - HIGH / 2
    box = {"x": x, "y": top, "width": LONG, "height": HIGH}
    if mark == "plan":
        return tag("rect", **box, fill="none", stroke=INK, stroke_width=1.5)
    if mark == "doubtful":
        stripes = " ".join(f"M{x + at:.1f},{top + HIGH:.1f} l{HIGH:g},{-HIGH:g}" for at in (0, 5, 10))
        edge = tag("rect", **box, fill="none", stroke=INK, stroke_width=1)
        return edge + tag("path", d=stripes, stroke=INK, stroke_width=1.3)
    if mark in ("tint", "year"):
        return tag("rect", **box, fill=INK, fill_opacity=0.5 if mark == "tint" else 0.3)
    if mark == "range":
        pale = tag("rect", **box, fill=INK, fill_opacity=0.4)
        return pale + tag("rect", **{**box, "width": LONG * 0.6}, fill=INK)
    if mark == "one":
        ends = {"x1": x, "x2": x + LONG, "y1": middle, "y2": middle}
        return tag("line", **ends, stroke=INK, stroke_width=2, stroke_dasharray="3 3")
    return tag("path", d=PATHS[mark], transform=f"translate({x:.2f},{middle:.2f})", **_look(mark))


def _look(mark: str) -> dict[str, object]:
    if mark == "crossed":
        return {"fill": "none", "stroke": INK, "stroke_width": 1.5}
    return {"fill": INK}


# Around the middle of the left edge.
PATHS = {
    "over": "M0,-3 H12 V-5 L20,0 L12,5 V3 H0 Z",
    "under": "M0,-5 H20 L14,0 L20,5 H0 Z",
    "month": "M5,-5 H15 V5 H5 Z",
    "day": "M10,-6 L16,0 L10,6 L4,0 Z",
    "crossed": "M16,0 A6,6 0 1 1 4,0 A6,6 0 1 1 16,0 M5.8,-4.2 L14.2,4.2 M5.8,4.2 L14.2,-4.2",
}
