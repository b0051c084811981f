"""A figure handed to the browser as it stands."""

from typing import Any

from plotly.basedatatypes import BaseFigure

from compare.panel import Figure


class Drawing(BaseFigure):
    """A plotly figure that is a plain dict.

    Streamlit has plotly check every figure at every run, which takes most of a page's time and adds a
    template of its own. Here a test checks the figures instead.
    """

    def __init__(self, figure: Figure) -> None:
        self._plain = figure

    def to_dict(self) -> dict[str, Any]:
        """The figure as plotly sends it to the browser."""
        return self._plain

    def __repr__(self) -> str:
        return f"Drawing of {len(self._plain['data'])} traces"
