"""The line that says, on every page, which of the chosen places come from the visitor's own reports."""

import streamlit as st

from compare.context import Context
from compare.own.mark import is_own
from compare.words.lists import say_list
from pages.parts.markup import element


def show_own_note(context: Context) -> None:
    """The names with their sign and what it means; nothing where no own place is chosen."""
    chosen = [code for code in context.view.places if is_own(code)]
    if not chosen or context.view.page == "own":
        return
    called = context.store.called(chosen)
    listed = say_list([context.names.short(code, called[code]) for code in chosen], context.language)
    said = context.language.say(
        "from your own reports, checked by nobody else. They are in this visit only; a link to this page leaves them out."
    )
    st.html(element("p", element("b", listed), "\u2003", said, css="xb-remark xb-ownnote"))
