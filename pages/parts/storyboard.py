"""The storyboard where it is made: its views in order, with titles; added, moved, taken out, saved and loaded."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from compare.context import Context
from compare.meeting import stop_of, stops_of
from compare.question import name_page
from compare.storyboard import LONGEST_TITLE, MOST_STOPS, PAGES, Stop, clean_title, read_file, write_file
from pages.parts.markup import element
from pages.parts.state import change

NOT_READ = "storyboard not read"
LARGEST = 100_000  # bytes of a file


def show_storyboard(context: Context) -> None:
    """Its views one under another, and what can be done with them."""
    say, view = context.language.say, context.view
    st.caption(say("Arrow keys, space or a clicker turn the views; Esc leaves, B darkens the screen."))
    stops = stops_of(view)
    for number, stop in enumerate(stops):
        _show_stop(context, number, stop)
    with st.container(horizontal=True, key="story acts"):
        _show_adding(context, stops)
        st.download_button(
            say("Save"),
            write_file(stops),
            "xianbi-storyboard.json",
            "application/json",
            key="story save",
            icon=":material/download:",
            on_click="ignore",
        )
        if view.story:
            st.button(
                say("The usual views"),
                key="story usual",
                icon=":material/restart_alt:",
                on_click=lambda: change(view, story=()),
            )
    _show_loading(context)


def _show_stop(context: Context, number: int, stop: Stop) -> None:
    """One view: what it shows, its title, and the buttons that move it or take it out."""
    say, stops = context.language.say, stops_of(context.view)
    title = f"story title {number}"
    st.session_state[title] = stop.title
    with st.container(horizontal=True, vertical_alignment="center", key=f"story {number}"):
        st.html(element("p", f"{number + 1}  {_name(context, stop)}", css="xb-stop"), width=150)
        st.text_input(
            say("Title of view {n}", n=number + 1),
            key=title,
            max_chars=LONGEST_TITLE,
            placeholder=say("Title, if any"),
            label_visibility="collapsed",
            on_change=lambda: _put(
                context, number, replace(stop, title=clean_title(st.session_state[title]))
            ),
        )
        for name, icon, order, there in (
            (say("Up"), "arrow_upward", _moved(stops, number, -1), number > 0),
            (say("Down"), "arrow_downward", _moved(stops, number, 1), number < len(stops) - 1),
            (say("Take out"), "close", (*stops[:number], *stops[number + 1 :]), len(stops) > 1),
        ):
            st.button(
                "",
                key=f"story {icon} {number}",
                icon=f":material/{icon}:",
                help=name,
                type="tertiary",
                disabled=not there,
                on_click=_set,
                args=(context, order),
            )


def _show_adding(context: Context, stops: Sequence[Stop]) -> None:
    if context.view.page in PAGES:
        st.button(
            context.language.say("Add this view"),
            key="story add",
            icon=":material/add:",
            disabled=len(stops) >= MOST_STOPS,
            on_click=_set,
            args=(context, (*stops, stop_of(context.view))),
        )


def _show_loading(context: Context) -> None:
    """A file that was saved, taken back; what is none is told."""
    say = context.language.say
    st.file_uploader(
        say("Load a storyboard"),
        type=["json"],
        key="story file",
        max_upload_size=1,
        on_change=_load,
        args=(context,),
    )
    if st.session_state.get(NOT_READ):
        words = say("This file holds no storyboard that can be read; one comes from “Save” above.")
        st.html(element("p", words, css="xb-warn", role="alert"))


def _load(context: Context) -> None:
    file = st.session_state["story file"]
    if file is None:
        return
    stops = read_file(file.getvalue()) if file.size <= LARGEST else None
    st.session_state[NOT_READ] = stops is None
    if stops is not None:
        _set(context, stops)


def _set(context: Context, stops: Sequence[Stop]) -> None:
    change(context.view, story=tuple(stops))


def _put(context: Context, number: int, stop: Stop) -> None:
    stops = stops_of(context.view)
    _set(context, (*stops[:number], stop, *stops[number + 1 :]))


def _moved(stops: Sequence[Stop], number: int, by: int) -> tuple[Stop, ...]:
    """The stops with one of them a place further up or down."""
    order = list(stops)
    if 0 <= number + by < len(order):
        order[number], order[number + by] = order[number + by], order[number]
    return tuple(order)


def _name(context: Context, stop: Stop) -> str:
    """The page, and the number of places where the view has its own."""
    name = context.language.say("Audit") if stop.page == "audit" else name_page(stop.page, context.language)
    own = dict(stop.asked).get("p", "")
    if not own:
        return name
    return context.language.count("{page}, {n} place", "{page}, {n} places", own.count("~") + 1, page=name)
