"""What is shown where there is nothing to show: a dashed box that says what is missing and what helps."""

import streamlit as st

from compare.language import Language
from pages.parts.markup import element


def show_empty(title: str, advice: str, heading: str = "h1") -> None:
    """A dashed box with what is missing and what to do about it."""
    st.html(element("div", element(heading, title), element("p", advice), css="xb-empty", role="status"))


def show_no_places(language: Language) -> None:
    """The box for an empty choice of places."""
    say = language.say
    show_empty(say("No place is chosen yet."), say("Choose two or more counties to see them side by side."))


def show_fault(language: Language, fault: str, where: str = "") -> None:
    """The box for what went wrong; never a traceback."""
    say = language.say
    if fault == "no table":
        title = say("The table cannot be read.")
        advice = say("There is no complete table in {folder}. Build it with: make data", folder=where)
    else:
        title = say("This page could not be drawn.")
        advice = say("The other pages still work. What went wrong is in the server's log.")
    show_empty(title, advice)
