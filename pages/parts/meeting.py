"""Meeting mode: one view of the storyboard over the whole window, turned by keys or a presenter's clicker.

The browser alone knows how large the window is, so it scales the stage until all of it fits (``meeting.js``).
"""

from pathlib import Path

import streamlit as st

from compare.context import Context
from compare.meeting import Scene, build_scene
from pages.parts.acts import grid_of
from pages.parts.cards import show_cards
from pages.parts.dropped import show_sentences
from pages.parts.empty import show_empty
from pages.parts.markup import element, join
from pages.parts.moved import show_moved
from pages.parts.panel import show_chart, show_foot, show_words
from pages.parts.passage import show_passages
from pages.parts.state import change, dropped_values
from pages.parts.table import known_codes

MOST_LINES = 12  # of a table on the screen
_REMOTE = st.components.v2.component(
    "xianbi_remote", js=Path(__file__).with_name("meeting.js").read_text("utf-8")
)
STYLE = Path(__file__).with_name("meeting.css")


def show_meeting(context: Context) -> None:
    """The view at which the meeting stands, and what turns it."""
    scene = build_scene(context, known_codes(context.store))
    st.html(f"<style>{_style()}</style>")
    with st.container(key="stage"):
        show_sentences((*dropped_values(), *scene.dropped), context.language)
        show_moved(context)
        _show_scene(scene, context)
    _show_turns(scene, context)
    _hear_keys(scene, context)


def _show_scene(scene: Scene, context: Context) -> None:
    """Title, headline with its caveat, chart, sources; where a figure was clicked on, its words in the chart's place."""
    panel, asked = scene.panel, scene.context
    if scene.title:
        st.html(element("p", scene.title, css="xb-title"))
    nothing = panel.figure is None and not panel.table.cells and not scene.cards
    if nothing and not panel.deck:
        show_empty(panel.headline, " ".join(panel.missing))
        return
    show_words(panel, "h1")
    if context.view.facts:
        show_passages(context.view.facts, context)
    elif scene.cards:
        show_cards(scene.cards, panel.table)
    elif panel.figure is not None:
        show_chart(panel, context)
    elif panel.table.cells:
        _show_table(scene)
    with st.container(key="foot"):
        show_foot(panel, asked)


def _show_table(scene: Scene) -> None:
    """The first lines of a table, and how many there are."""
    table = scene.panel.table
    cells, facts = table.cells[:MOST_LINES], table.facts[:MOST_LINES]
    grid = grid_of(type(table)(table.columns, cells, facts))
    more = ""
    if len(table.cells) > MOST_LINES:
        words = scene.context.language.say(
            "The first {n} of {all} lines", n=MOST_LINES, all=f"{len(table.cells):,}"
        )
        more = element("p", words, css="xb-remark")
    st.html(join(grid, more))


def _show_turns(scene: Scene, context: Context) -> None:
    """The buttons for those without keys, and where in the storyboard this is."""
    say, view, at = context.language.say, context.view, scene.number
    with st.container(horizontal=True, vertical_alignment="center", key="turn"):
        for name, icon, to in (
            (say("Back"), "arrow_back", max(at - 1, 1)),
            (say("Onward"), "arrow_forward", min(at + 1, scene.count)),
        ):
            st.button(
                name,
                key=f"turn {icon}",
                icon=f":material/{icon}:",
                type="tertiary",
                disabled=to == at,
                on_click=_turn_to,
                args=(context, to),
            )
        place = say("{at} of {n}", at=at, n=scene.count)
        st.html(element("p", place, css="xb-count", role="status"))
        st.button(
            say("Leave (Esc)"),
            key="turn leave",
            icon=":material/close:",
            type="tertiary",
            on_click=lambda: change(view, mode="page", at=0, facts=()),
        )


def _hear_keys(scene: Scene, context: Context) -> None:
    """Keys and clickers: the browser counts, so that fast turns are not lost on the way."""
    view = context.view

    def turned() -> None:
        to = st.session_state["remote"].to
        if isinstance(to, (int, float)) and 1 <= to <= scene.count:
            _turn_to(context, int(to))

    def closed() -> None:
        change(view, facts=()) if view.facts else change(view, mode="page", at=0)

    with st.container(key="remotes"):
        _REMOTE(
            key="remote",
            data={"at": scene.number, "count": scene.count},
            on_to_change=turned,
            on_leave_change=closed,
        )


def _turn_to(context: Context, number: int) -> None:
    change(context.view, at=number, facts=())


@st.cache_resource(show_spinner=False)
def _style() -> str:
    return STYLE.read_text(encoding="utf-8")
