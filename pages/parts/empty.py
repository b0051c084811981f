"""What is shown where there is nothing to show: a dashed box that says what is missing and what helps."""

import streamlit as st

from compare.context import Context
from compare.language import Language
from pages.parts.markup import element
from pages.parts.state import change
from pages.parts.table import is_own, known_codes


def show_empty(title: str, advice: str, heading: str = "h1") -> None:
    """A dashed box with what is missing and what to do about it."""
    st.html(element("div", element(heading, title), element("p", advice), css="xb-empty", role="status"))


def show_no_places(context: Context) -> None:
    """The box for an empty choice of places, and a button that chooses those of the first reports."""
    say, first = context.language.say, known_codes(context.store).first
    show_empty(say("No place is chosen yet."), say("Choose two or more counties to see them side by side."))
    if first:
        label = context.language.count(
            "Show the first report’s place", "Show the first {n} reports’ places", len(first)
        )
        st.button(label, key="first places", on_click=lambda: change(context.view, places=first))


def show_fault(language: Language, fault: str, where: str = "") -> None:
    """The box for what went wrong; never a traceback."""
    say = language.say
    if fault == "no table":
        title = say("The table cannot be read.")
        if is_own(where):
            advice = say("There is no complete table in {folder}. Build it with: make data", folder=where)
        else:
            advice = say(
                "There is no complete table in {folder}. Build it with: "
                "python -m extract build REPORTS --out {folder}",
                folder=where,
            )
    elif fault == "slow":
        title = say("This question took too long and was ended.")
        advice = say("Choose fewer places or a stricter filter. Other visitors are not held up by it.")
    else:
        title = say("This page could not be drawn.")
        advice = say("The other pages still work. What went wrong is in the server's log.")
    show_empty(title, advice)
