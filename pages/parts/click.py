"""Clicks on figures: on a chart's marks, and on everything that our own markup names with ``data-x``.

Streamlit has no event for a click on HTML. This component is the ear for it; it draws nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from compare.context import Context
from compare.evidence.open import open_also
from pages.parts.state import change

TURN, CLICKED = "turn", "clicked on"
_EAR = st.components.v2.component("xianbi_ear", js=Path(__file__).with_name("click.js").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Sight:
    """What is brought into sight after the run: an element by its id, in the middle, or as near as it goes."""

    id: str = ""
    focus: bool = False
    centre: bool = False


def hear_clicks(opened: Callable[[str], None], sight: Sight) -> None:
    """Calls ``opened`` with what was clicked; shows ``sight`` once for each thing that was opened."""
    turn = f"{sight.id} {st.session_state.get(TURN, 0)}"
    with st.container(key="ear"):
        _EAR(
            key="clicks",
            data={"id": sight.id, "focus": sight.focus, "centre": sight.centre, "turn": turn},
            on_opened_change=lambda: opened(str(st.session_state["clicks"].opened or "")),
        )


def open_passage(context: Context, asked: str) -> None:
    """Opens the passage of a figure or event; for callbacks."""
    facts = open_also(context.store, context.view.facts, asked)
    st.session_state[TURN] = st.session_state.get(TURN, 0) + 1
    change(context.view, facts=facts)


def close_passage(context: Context, fact: str) -> None:
    """Closes one passage; for callbacks."""
    change(context.view, facts=tuple(code for code in context.view.facts if code != fact))


def choose_mark(context: Context, key: str) -> None:
    """Opens what was clicked on the chart ``key``; a second click on the same mark closes it.

    The browser tells a click on a mark that is chosen already as an empty choice.
    """
    points: list[dict[str, Any]] = st.session_state[key]["selection"]["points"]
    before = st.session_state.get(CLICKED, {})
    asked = _named(points) or before.get(key, "")
    st.session_state[CLICKED] = {**before, key: asked}
    if not points and asked in context.view.facts:
        close_passage(context, asked)
    elif asked:
        open_passage(context, asked)


def _named(points: list[dict[str, Any]]) -> str:
    """What the first chosen point is called: plotly gives its custom data bare or in a list."""
    data = points[0].get("customdata") if points else None
    return str(data[0] if isinstance(data, (list, tuple)) and data else data or "")
