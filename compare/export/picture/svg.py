"""SVG as text: elements, numbers, colours, and nothing from a document that could be more than words."""

import re
from xml.sax.saxutils import escape, quoteattr

NAMES = {"css": "class"}
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
RGBA = re.compile(r"rgba\((?P<red>[0-9]+),(?P<green>[0-9]+),(?P<blue>[0-9]+),(?P<opacity>[0-9.]+)\)")


def tag(name: str, *children: str, **attributes: object) -> str:
    """One element around children that are SVG already; ``text_anchor`` is ``text-anchor``.

    >>> tag("rect", x=0.5, width=3, fill="none")
    '<rect x="0.5" width="3" fill="none"/>'
    """
    said = {name.rstrip("_").replace("_", "-"): said for name, said in attributes.items() if said is not None}
    words = "".join(f" {name}={quoteattr(_write(value))}" for name, value in said.items())
    inside = "".join(children)
    return f"<{name}{words}>{inside}</{name}>" if inside else f"<{name}{words}/>"


def words(text: str) -> str:
    """Text as SVG has it; signs that no XML may hold become ``\ufffd``.

    >>> words("<b>贫困&")
    '&lt;b&gt;贫困&amp;'
    """
    return escape(NOT_XML.sub("\ufffd", text))


def paint(colour: str, part: str = "fill") -> dict[str, object]:
    """The attributes that give a part (fill, stroke) a colour of plotly's; opacity apart, as old programs want it.

    >>> paint("rgba(9,45,146,0.5)"), paint("rgba(0,0,0,0)")
    ({'fill': '#092D92', 'fill_opacity': 0.5}, {'fill': 'none'})
    """
    found = RGBA.fullmatch(colour)
    if not found:
        return {part: colour or "none"}
    opacity = float(found["opacity"])
    if not opacity:
        return {part: "none"}
    tint = "".join(f"{int(found[name]):02X}" for name in ("red", "green", "blue"))
    return {part: f"#{tint}", f"{part}_opacity": opacity}


def _write(value: object) -> str:
    """A number with two decimals at most, anything else as it is."""
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".").replace("-0", "-0") if value else "0"
    return NOT_XML.sub("\ufffd", str(value))
