"""Words looked for in the report that is read, and stepping through what was found."""

from dataclasses import dataclass

import streamlit as st

from compare.context import Context
from extract.evidence.search import find_words
from pages.parts.click import TURN
from pages.parts.markup import element

QUERY, AT, STEPPED = "query", "found at", "stepped"


@dataclass(frozen=True, slots=True)
class Found:
    """Where the words stand, which of them is in hand, and whether it was stepped to last."""

    query: str = ""
    hits: tuple[tuple[int, int], ...] = ()
    at: int = 0
    stepped: bool = False


def seek(context: Context, text: str) -> Found:  # noqa: ARG001 - the page's own parts all take the context first
    """What was found of the words that stand in the box."""
    query = str(st.session_state.get(QUERY, "")).strip()
    hits = find_words(text, query) if query else ()
    at = min(int(st.session_state.get(AT, 0)), max(len(hits) - 1, 0))
    return Found(query, hits, at, bool(hits) and bool(st.session_state.get(STEPPED)))


def show_seeker(context: Context, found: Found) -> None:
    """The box, and where something was found the way back and forth."""
    say = context.language.say
    st.text_input(
        say("Find in this report"),
        key=QUERY,
        placeholder=say("Find in this report"),
        label_visibility="collapsed",
        max_chars=100,
        on_change=_go,
        args=(0,),
    )
    if not found.query:
        return
    n = len(found.hits)
    for label, icon, to in (
        (say("Previous"), "keyboard_arrow_up", -1),
        (say("Next"), "keyboard_arrow_down", 1),
    ):
        st.button(
            label,
            key=f"found {to}",
            icon=f":material/{icon}:",
            disabled=not n,
            on_click=_go,
            args=((found.at + to) % n if n else 0,),
        )
    words = say("{at} of {n}", at=f"{found.at + 1:,}", n=f"{n:,}") if n else say("Not found")
    st.html(element("p", words, css="xb-count", role="status"))


def _go(at: int) -> None:
    st.session_state[AT] = at
    st.session_state[STEPPED] = True
    st.session_state[TURN] = st.session_state.get(TURN, 0) + 1
