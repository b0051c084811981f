"""The row of pickers above every page. Each is set from the view and writes back into the link."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from compare.context import Context
from compare.view import LATEST, MOST_PLACES, PERS, View
from compare.words.periods import say_period
from pages.parts.options import place_options, places_label
from pages.parts.ownnote import show_own_note
from pages.parts.share import show_share
from pages.parts.state import change

SHORT = 200  # places whose names go with every page; 2,800 are 200 kB
OTHER = {"zh": ("en", "English"), "en": ("zh", "中文")}


@dataclass(frozen=True, slots=True)
class Picker:
    """One select box: its name in the view, what it asks, the codes it offers and the words for each."""

    field: str
    label: str
    words: Mapping[str, str]


def show_pickers(context: Context, *pickers: Picker) -> None:
    """The row: places, the page's own pickers, and the language at the far end."""
    with st.container(horizontal=True, vertical_alignment="center", key="pick"):
        _pick_places(context)
        for picker in pickers:
            _pick_one(context.view, picker)
        show_language(context)
    show_own_note(context)


def metric_picker(context: Context, metrics: Sequence[str]) -> Picker:
    """The picker of the page's metric, by its short name."""
    words = {code: context.metrics[code].short(context.language) for code in metrics}
    return Picker("metric", context.language.say("Metric"), words)


def period_picker(context: Context, metrics: Sequence[str] = ()) -> Picker:
    """The picker of the year: the latest figure of each place, or one year for all.

    Only years are offered of which a chosen place gives one of these metrics.
    """
    say, sense = context.language.say, context.language.sense
    rows = context.store.rows(context.view.places, metrics) if context.view.places else ()
    given = {row.year for row in rows} | {context.view.period}
    years = {year: say_period(year, context.language) for year in sorted(given - {"", LATEST}, reverse=True)}
    words = {LATEST: sense("year", "Latest"), **years}
    return Picker("period", say("Year"), words)


def per_picker(context: Context) -> Picker:
    """The picker of the denominator."""
    say = context.language.say
    words = (say("Absolute"), say("Per poor person"), say("Per poor household"))
    return Picker("per", say("Relative to"), dict(zip(PERS, words, strict=True)))


def _pick_places(context: Context) -> None:
    """The button with the names; what it opens is sent at once where it is short, else when it is opened."""
    label, many = places_label(context), len(context.store.places()) > SHORT
    opens: Literal["rerun", "ignore"] = "rerun" if many else "ignore"
    with st.popover(label, icon=":material/location_on:", key="places", on_change=opens) as opened:
        if not many or opened.open:
            _choose_places(context)


def _choose_places(context: Context) -> None:
    """The list, which the browser searches by name, pinyin, initials, code and province as one types."""
    view, say = context.view, context.language.say
    options = place_options(context)
    key = "pick places"
    st.session_state[key] = list(view.places)
    st.multiselect(
        say("Places to compare, {most} at most; chosen ones are not listed again", most=MOST_PLACES),
        list(options),
        key=key,
        format_func=lambda code: options.get(code, code),
        on_change=lambda: change(view, places=tuple(st.session_state[key])),
        max_selections=MOST_PLACES,
        placeholder=say("Name, pinyin, initials or code"),
        filter_mode="contains",
        select_all=False,
    )


def _pick_one(view: View, picker: Picker) -> None:
    key = f"pick {picker.field} {view.page}"
    value = getattr(view, picker.field)
    words = picker.words if value in picker.words else {**picker.words, value: value}
    st.session_state[key] = value
    st.selectbox(
        picker.label,
        list(words),
        key=key,
        format_func=lambda code: words.get(code, code),
        on_change=lambda: change(view, **{picker.field: st.session_state[key]}),
        label_visibility="collapsed",
        filter_mode=None if len(words) < 12 else "contains",
    )


def show_language(context: Context) -> None:
    """The far end of the row: the link to copy, meeting and print, the switch to the other language."""
    code, name = OTHER[context.language.code]
    with st.container(horizontal=True, vertical_alignment="center", key="ends"):
        show_share(context)
        st.button(
            name,
            key="pick language",
            icon=":material/translate:",
            type="tertiary",
            on_click=lambda: change(context.view, language=code),
        )
