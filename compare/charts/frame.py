"""What all figures share: page-coloured ground, no axes by default, text in plain positions only."""

from html import escape
from typing import Any

from compare.panel import Figure
from compare.theme import Palette

NARROWEST = 350  # px that a line of words has on a telephone
FLUSH = -2  # plotly pads a label by that much


def frame(height: int, palette: Palette) -> Figure:
    """An empty figure whose y axis counts pixels from the top, ready for traces, shapes and annotations."""
    return {"data": [], "layout": _layout(height, palette)}


def plain(text: str) -> str:
    """Text of a document or table as plain text in plotly, which reads ``<b>`` and entities as markup.

    >>> plain("一<b>二&三")
    '一&lt;b&gt;二&amp;三'
    """
    return escape(" ".join(text.split()), quote=False)


def label(x: float, y: float, text: str, **more: Any) -> dict[str, Any]:
    """A line of text, flush left with the page, its middle at ``y`` pixels from the top."""
    placed = {
        "x": x,
        "y": y,
        "text": text,
        "xref": "paper",
        "yref": "y",
        "xanchor": "left",
        "yanchor": "middle",
    }
    return {**placed, "showarrow": False, "align": "left", "xshift": FLUSH, **more}


def red_tail(before: str, bad: str, palette: Palette) -> str:
    """``! 多于建档立卡5,500人`` behind a line of words; the mark alone where the narrowest page has no room.

    >>> from compare.theme import LIGHT
    >>> "不符" in red_tail("旌德县 5,639", "数字不符", LIGHT), "不符" in red_tail("旌德县" * 9, "数字不符", LIGHT)
    (True, False)
    """
    width = sum(15.5 if ord(c) > 0x2E7F else 7.8 for c in f"{before} ! {bad}")
    return tinted(plain(f"! {bad}" if width < NARROWEST else "!"), palette.bad)


def tinted(text: str, colour: str) -> str:
    """A run of words of the interface in a colour of the palette."""
    return f'<span style="color:{colour}">{text}</span>'


def steady(ink: str = "") -> dict[str, Any]:
    """What a trace needs so that a click on one mark does not make plotly fade all others, nor their words."""
    words = {"textfont": {"color": ink}} if ink else {}
    return {
        "selected": {"marker": {"opacity": 1}, **words},
        "unselected": {"marker": {"opacity": 1}, **words},
    }


def faded(colour: str, opacity: float) -> str:
    """``#RRGGBB`` with an opacity, as plotly wants it.

    >>> faded("#092D92", 0.5)
    'rgba(9,45,146,0.5)'
    """
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity})"


def _layout(height: int, palette: Palette) -> dict[str, Any]:
    axis = {"visible": False, "fixedrange": True}
    return {
        "height": height,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "paper_bgcolor": palette.page,
        "plot_bgcolor": palette.page,
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "barmode": "overlay",
        "font": {"family": palette.font, "size": 15, "color": palette.ink},
        "hoverlabel": {
            "bgcolor": palette.panel,
            "bordercolor": palette.line,
            "align": "left",
            "namelength": 0,
            "font": {"family": palette.font, "size": 13, "color": palette.ink},
        },
        "uniformtext": {"minsize": 12, "mode": "hide"},
        "xaxis": dict(axis),
        "yaxis": {**axis, "range": [height, 0]},
        "shapes": [],
        "annotations": [],
    }
