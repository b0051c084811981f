"""First steps: four lines for who opens the bare address, gone with a click; and an address that names no page.

Whoever follows a link with something in it was sent to look at that, and is left alone. The visit remembers what was
put away; after that the address is no longer bare.
"""

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from compare.context import Context
from compare.language import Language
from compare.view import ASIDE, MOST_PLACES, PAGES
from pages.parts.markup import Markup, element
from pages.parts.state import LINK

GUIDE, LOST = "first steps", "address without a page"


def meet_visitor() -> None:
    """Notes, before the link is written whole, whether the address was bare and whether it named a page.

    Streamlit tells an unknown page in English and in a box; asked for none, it opens the first. (Only the very first
    run of a server is out of reach: there its older scheme of pages answers before this does.)
    """
    st.session_state.setdefault(GUIDE, not st.query_params)
    run = get_script_run_ctx()
    asked = (run.pages_manager.intended_page_name or "") if run else ""
    if run and asked and (asked == PAGES[0] or asked not in (*PAGES, *ASIDE)):
        run.pages_manager.set_script_intent("", "")
        if asked != PAGES[0]:
            st.session_state[LOST] = (asked, {})


def show_lost(context: Context) -> None:
    """The sentence on an address that names no page, until something is changed."""
    asked, link = st.session_state.get(LOST, ("", {}))
    now = st.session_state.get(LINK, {})
    if not asked or context.view.page != PAGES[0] or (link and link != now):
        st.session_state.pop(LOST, None)
        return
    st.session_state[LOST] = (asked, now)
    say = context.language.say
    told = say("There is no page “{name}” here; this is the overview.", name=asked[:40])
    st.html(element("div", element("p", told), css="xb-warn", role="status"))


def show_guide(context: Context) -> None:
    """The first steps, until they are put away."""
    if not st.session_state.get(GUIDE) or context.view.mode != "page":
        return
    with st.container(key="guide"):
        st.html(write_guide(context.language))
        st.button(context.language.say("Got it"), key="guide away", on_click=_put_away)


def write_guide(language: Language) -> Markup:
    """The steps as a list."""
    say = language.say
    steps = (
        (
            say("Choose places"),
            say("At the upper left, {most} at most, by name, pinyin or code.", most=MOST_PLACES),
        ),
        (
            say("Click any figure"),
            say("It shows the sentence that it comes from, and how that was read."),
        ),
        (
            say("Mind the colours"),
            say("Amber says what does not compare, a red ! what a report’s own figures contradict."),
        ),
        (
            say("Take it away"),
            say("Copy link at the top; pictures, tables and slides below the charts."),
        ),
    )
    items = [element("li", element("b", head), " ", element("span", told)) for head, told in steps]
    return element("ol", *items, css="xb-guide", aria_label=say("First steps"))


def _put_away() -> None:
    st.session_state[GUIDE] = False
