"""A figure as the charts of this program draw it (bars, dots, lines, words), in SVG.

It reads the same plain dict that the page hands to plotly, and knows what our charts use of it and no more: an
unknown kind of trace, shape or symbol raises KeyError, and a test draws every chart.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

from compare.export.picture.lettering import Type, draw_line, read_runs, width_of
from compare.export.picture.svg import paint, tag
from compare.panel import Figure

PAD = 2.0  # plotly's own around a label
BAR_PAD = 3.0  # and inside a bar
ANCHORS = {"left": "start", "center": "middle", "right": "end", "auto": "middle"}


@dataclass(frozen=True, slots=True)
class Field:
    """Where a figure stands in the picture: left and top edge of the plot, and how wide it is."""

    layout: Mapping[str, Any]
    left: float
    top: float
    width: float

    def x(self, value: float, axis: str = "x") -> float:
        """The pixel of a value on an axis, or of a share of the width (``paper``)."""
        if axis == "paper":
            return self.left + value * self.width
        low, high = map(float, self.layout["xaxis" + axis[1:]]["range"])
        return self.left + (value - low) / (high - low) * self.width

    def y(self, value: float) -> float:
        """The pixel of a height: the charts' y axes count pixels from the top."""
        return self.top + value


def draw_figure(figure: Figure, left: float, top: float, width: float) -> str:
    """The figure as one group, its height as the figure has it."""
    layout = figure["layout"]
    margin = layout["margin"]
    field = Field(layout, left + margin["l"], top + margin["t"], width - margin["l"] - margin["r"])
    shapes: list[Figure] = layout["shapes"]
    below = [shape for shape in shapes if shape.get("layer") == "below"]
    above = [shape for shape in shapes if shape.get("layer") != "below"]
    bars = [trace for trace in figure["data"] if trace["type"] == "bar"]
    points = [trace for trace in figure["data"] if trace["type"] != "bar"]
    return tag(
        "g",
        *(_shape(shape, field) for shape in below),
        *(mark for trace in bars for mark in _bars(trace, field)),
        *(mark for trace in points for mark in _points(trace, field)),
        *(_shape(shape, field) for shape in above),
        *(_note(note, field) for note in layout["annotations"]),
    )


def hatches(figure: Figure) -> list[str]:
    """The patterns that doubtful bars are filled with, one for each colour."""
    markers = [trace["marker"] for trace in figure["data"] if "pattern" in trace.get("marker", {})]
    return [_hatch(colour) for colour in dict.fromkeys(marker["pattern"]["fgcolor"] for marker in markers)]


def _hatch(colour: str) -> str:
    ground = tag("rect", width=7, height=7, fill=colour, fill_opacity=0.1)
    line = tag("path", d="M-1,8 L8,-1 M-1,1 L1,-1 M6,8 L8,6", stroke=colour, stroke_width=1.6)
    return tag(
        "pattern", ground, line, id=_hatch_id(colour), width=7, height=7, patternUnits="userSpaceOnUse"
    )


def _hatch_id(colour: str) -> str:
    return f"hatch-{colour.lstrip('#')}"


def _bars(trace: Figure, field: Field) -> Iterator[str]:
    """Each bar of a trace, and the words inside it."""
    axis, lengths = trace.get("xaxis", "x"), trace["x"]
    bases, said = _each(trace.get("base", 0), len(lengths)), trace.get("text", ())
    for place, (base, length) in enumerate(zip(bases, lengths, strict=True)):
        left, right = field.x(base, axis), field.x(base + length, axis)
        middle, height = field.y(trace["y"][place]), trace["width"][place]
        box = {"x": left, "y": middle - height / 2, "width": max(right - left, 0.0), "height": float(height)}
        yield tag("rect", **box, **_ground(trace["marker"]), **_edge(trace["marker"]["line"]))
        if said:
            end = trace["insidetextanchor"] == "end"
            font = trace["textfont"]
            look = Type(font["size"], font["color"], "end" if end else "start")
            at = right - BAR_PAD if end else left + BAR_PAD
            yield draw_line(at, middle, read_runs(said[place]), look)


def _ground(marker: Figure) -> dict[str, object]:
    if "pattern" in marker:
        return {"fill": f"url(#{_hatch_id(marker['pattern']['fgcolor'])})"}
    return paint(marker["color"])


def _edge(line: Figure) -> dict[str, object]:
    if not line.get("width"):
        return {}
    return {**paint(line["color"], "stroke"), "stroke_width": line["width"]}


def _points(trace: Figure, field: Field) -> Iterator[str]:
    """The line, the marks and the words of a trace of points."""
    places = [(field.x(x), field.y(y)) for x, y in zip(trace["x"], trace["y"], strict=True)]
    if "lines" in trace["mode"]:
        (x1, y1), (x2, y2) = places[0], places[-1]
        yield tag("line", x1=x1, y1=y1, x2=x2, y2=y2, **_edge(trace["line"]))
    if "markers" not in trace["mode"]:
        return
    marker, count = trace["marker"], len(places)
    sizes, widths = _each(marker["size"], count), _each(marker["line"]["width"], count)
    symbols = _each(marker.get("symbol", "circle"), count)
    for place, (x, y) in enumerate(places):
        line = {"color": marker["line"].get("color", marker["color"]), "width": widths[place]}
        yield _symbol(symbols[place], (x, y, sizes[place] / 2), marker["color"], line)
        if "text" in trace["mode"]:
            away = sizes[place] / 2 / 0.8 + 1  # as plotly sets words beside a mark
            left = trace["textposition"][place].endswith("left")
            font = trace["textfont"]
            look = Type(font["size"], font["color"], "end" if left else "start")
            text = trace["text"][place].strip()
            yield draw_line(x - away - 3 if left else x + away + 3, y, read_runs(text), look)


def _symbol(name: str, at: tuple[float, float, float], colour: str, line: Figure) -> str:
    """A mark by plotly's name for it, around a point with a radius."""
    x, y, radius = at
    shape, _, rest = name.partition("-")
    if rest.endswith("open"):
        look = _edge({"color": colour, "width": line["width"] or 1}) | {"fill": "none"}
    else:
        look = paint(colour) | _edge(line)
    if shape == "circle":
        drawn = tag("circle", cx=x, cy=y, r=radius, **look)
        reach = radius / sqrt(2)
        cross = f"M{x - reach:.2f},{y - reach:.2f} L{x + reach:.2f},{y + reach:.2f} "
        cross += f"M{x - reach:.2f},{y + reach:.2f} L{x + reach:.2f},{y - reach:.2f}"
        return drawn + (tag("path", d=cross, **look) if rest.startswith("x") else "")
    if shape == "square":
        side = 2 * radius
        return tag("rect", x=x - radius, y=y - radius, width=side, height=side, **look)
    long = {"diamond": radius * 1.3}[shape]
    corners = f"{x - long:.2f},{y:.2f} {x:.2f},{y - long:.2f} {x + long:.2f},{y:.2f} {x:.2f},{y + long:.2f}"
    return tag("polygon", points=corners, **look)


def _shape(shape: Figure, field: Field) -> str:
    return {"line": _line, "rect": _box, "path": _path}[shape["type"]](shape, field)


def _line(shape: Figure, field: Field) -> str:
    dash = {"dot": "3 3"}[shape["line"]["dash"]] if "dash" in shape["line"] else None
    (x1, x2), (y1, y2) = _across(shape, field), (field.y(shape["y0"]), field.y(shape["y1"]))
    return tag("line", x1=x1, y1=y1, x2=x2, y2=y2, **_edge(shape["line"]), stroke_dasharray=dash)


def _box(shape: Figure, field: Field) -> str:
    left, right = sorted(_across(shape, field))
    top, foot = sorted((field.y(shape["y0"]), field.y(shape["y1"])))
    size = {"width": right - left, "height": foot - top}
    return tag("rect", x=left, y=top, **size, **paint(shape["fillcolor"]), **_edge(shape["line"]))


def _path(shape: Figure, field: Field) -> str:
    """A path in pixels from its anchor."""
    x, y = field.x(shape["xanchor"], shape.get("xref", "x")), field.y(shape["yanchor"])
    place = f"translate({x:.2f},{y:.2f})"
    return tag("path", d=shape["path"], transform=place, **paint(shape["fillcolor"]), **_edge(shape["line"]))


def _across(shape: Figure, field: Field) -> tuple[float, float]:
    """From where to where a shape reaches, in pixels."""
    axis = shape.get("xref", "x")
    if shape.get("xsizemode") == "pixel":
        anchor = field.x(shape["xanchor"], axis)
        return anchor + shape["x0"], anchor + shape["x1"]
    return field.x(shape["x0"], axis), field.x(shape["x1"], axis)


def _note(note: Figure, field: Field) -> str:
    """A line of words, on a ground of its own where it has one."""
    font = {**field.layout["font"], **note.get("font", {})}
    anchor = ANCHORS[note.get("xanchor", "auto")]
    look, runs = Type(font["size"], font["color"], anchor), read_runs(note["text"])
    pad = {"start": PAD, "middle": 0.0, "end": -PAD}[anchor]
    x = field.x(note["x"], note.get("xref", "x")) + note.get("xshift", 0) + pad
    middle = field.y(note["y"])
    ground = ""
    if "bgcolor" in note:
        wide, high = width_of(runs, look.size), look.size * 1.3
        left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
        ground = tag("rect", x=left, y=middle - high / 2, width=wide, height=high, fill=note["bgcolor"])
    return ground + draw_line(x, middle, runs, look)


def _each(value: Any, count: int) -> Sequence[Any]:
    """A value for each mark: plotly takes one for all as well."""
    return value if isinstance(value, (list, tuple)) else [value] * count
