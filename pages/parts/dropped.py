"""The sentence about what a link named and the table does not know."""

from collections.abc import Sequence

import streamlit as st

from compare.language import Language
from compare.own.mark import is_own
from compare.view import MOST_PLACES, Dropped
from pages.parts.markup import element
from pages.parts.state import dropped_values

LONGEST = 24
MOST = 6


def show_dropped(language: Language) -> None:
    """The amber strip that names what was left out, if anything was."""
    show_sentences(dropped_values(), language)


def show_sentences(dropped: Sequence[Dropped], language: Language) -> None:
    """The same strip for these values."""
    sentences = dropped_sentences(dropped, language)
    if sentences:
        verdict = element("b", language.say("The link was followed in part."))
        st.html(element("div", element("p", verdict, " ", *sentences), css="xb-warn", role="status"))


def dropped_sentences(dropped: Sequence[Dropped], language: Language) -> list[str]:
    """One sentence for each part of the link in which something was dropped."""
    parts = dict.fromkeys(map(_part, dropped))
    return [_sentence(part, [d.value for d in dropped if _part(d) == part], language) for part in parts]


def _part(dropped: Dropped) -> str:
    """The part of the link; places and figures of a visitor's own reports are told apart from unknown ones."""
    return "own" if dropped.part in ("place", "figure") and is_own(dropped.value) else dropped.part


def _sentence(part: str, values: list[str], language: Language) -> str:
    listed = language.say(", ").join(_short(value) for value in values[:MOST])
    if len(values) > MOST:
        listed = language.say("{list} and others", list=listed)
    say = language.say
    if part == "place":
        return say("The table has no such places: {list}. ", list=listed)
    if part == "own":
        return say("What comes from a visitor’s own reports stays in the visit that opened them. ")
    if part == "too many":
        return say("At most {most} places go side by side; left out: {list}. ", most=MOST_PLACES, list=listed)
    if part == "figure":
        return say("The table has no such figure: {list}. ", list=listed)
    if part == "metric":
        return say("The table has no such metric: {list}. ", list=listed)
    return say("Not understood: {list}. ", list=listed)


def _short(value: str) -> str:
    return value if len(value) <= LONGEST else value[:LONGEST] + "…"
