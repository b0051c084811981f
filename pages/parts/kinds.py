"""The filter of the timeline: which kinds of event are shown."""

import streamlit as st

from compare.context import Context
from compare.words.terms import kinds
from pages.parts.state import change
from pages.parts.table import known_codes


def pick_kinds(context: Context) -> None:
    """A row of kinds to switch on; none switched on shows all."""
    view, say = context.view, context.language.say
    named = kinds(context.language)
    offered = [
        kind
        for kind in (*named, *known_codes(context.store).kinds)
        if kind in known_codes(context.store).kinds
    ]
    key = "pick kinds"
    st.session_state[key] = list(view.kinds)
    with st.container(key="kinds"):
        st.pills(
            say("Kinds of event; none chosen shows all"),
            list(dict.fromkeys(offered)),
            selection_mode="multi",
            key=key,
            format_func=lambda kind: named.get(kind, kind),
            on_change=lambda: change(view, kinds=tuple(st.session_state[key])),
            label_visibility="collapsed",
        )
