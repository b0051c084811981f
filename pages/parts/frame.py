"""What stands around every page: its context, its style, and a sentence instead of a traceback."""

import atexit
import gc
import logging
from collections.abc import Sequence
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page
from streamlit.runtime.pages_manager import PagesManager

from compare.context import Context
from compare.language import Language, open_language
from compare.store import SlowError, StoreError
from compare.theme import choose_palette
from compare.view import ASIDE, PAGES, View
from pages.parts.click import Sight, hear_clicks, open_passage
from pages.parts.dropped import show_dropped
from pages.parts.empty import show_fault
from pages.parts.guide import meet_visitor, show_lost
from pages.parts.meeting import show_meeting
from pages.parts.moved import show_moved
from pages.parts.paper import show_paper
from pages.parts.state import drop_unknown, open_language_code, open_mode, open_view
from pages.parts.table import known_codes, open_gazetteer, open_table, table_folder

# Charts are drawn for the ground on the screen; printed from a dark one they are turned round.
ON_PAPER = "@media print{.stPlotlyChart{filter:invert(1) hue-rotate(180deg) brightness(1.12)}}"
# Streamlit says the scheme to its own app only; popovers hang beside it.
IN_POPOVERS = "[data-testid=stPopoverBody]{color-scheme:dark}"
SHEETS = ("style", "evidence", "own", "audit", "coverage", "method", "access")
STYLES = tuple(Path(__file__).with_name(f"{name}.css") for name in SHEETS)
PAPER = Path(__file__).with_name("paper.css")
SHEET = "@media print{{@page{{size:A4;margin:12mm}}.stMain{{zoom:.73}}.st-key-paper{{display:none}}{rules}}}"
ALONE = ("report", "own")  # pages that are no view of a meeting
LOGO = str(Path(__file__).with_name("logo.svg"))


def set_up() -> Language:
    """The language of this run, with the page's title and style in place."""
    meet_visitor()
    language = open_language(open_language_code())
    st.set_page_config(page_title=language.say("Xianbi: counties compared"), page_icon="📊", layout="wide")
    st.html(f"<style>{_style()}{_style_now()}</style>")
    with st.container(key="tongue"):
        st.html(f"<script>{_say_language(language)}</script>", unsafe_allow_javascript=True)
    st.logo(LOGO, size="large")
    return language


def run_page(page: Page, language: Language) -> None:
    """Runs the page; what goes wrong is logged for the operator and said to the reader in a sentence."""
    try:
        _warm_up()
        name = page.url_path or PAGES[0]
        if open_mode() == "meeting" and name not in ALONE:
            show_meeting(open_page(name))
        else:
            page.run()
    except SlowError as fault:
        logging.getLogger(__name__).warning("%s", fault)
        show_fault(language, "slow")
    except StoreError as fault:
        logging.getLogger(__name__).warning("%s", fault)
        show_fault(language, "no table", str(table_folder()))
    except Exception:
        logging.getLogger(__name__).exception("A page failed")
        show_fault(language, "page")


def open_page(page: str, metrics: Sequence[str] = ()) -> Context:
    """The context of a page: table, view of the link, language, colours, names."""
    _go_through_dashboard()
    store = open_table()
    view = drop_unknown(open_view(page, known_codes(store), metrics), store)
    language = open_language(view.language)
    palette = choose_palette("light" if view.mode == "print" else st.context.theme.type)
    context = Context(store, view, language, palette, open_gazetteer())
    if view.mode != "meeting":
        show_paper(context)
        show_lost(context)
        show_dropped(language)
        show_moved(context)
    if page not in ASIDE:
        hear_clicks(lambda asked: open_passage(context, asked), _newest(view))
    return context


def _newest(view: View) -> Sight:
    """The passage that was opened last."""
    return Sight(f"passage-{view.facts[-1]}", focus=True) if view.facts else Sight()


def _go_through_dashboard() -> None:
    """Runs the dashboard where Streamlit ran the page alone.

    Until ``st.navigation`` has run once in the process, Streamlit takes a folder called ``pages`` for its
    older scheme: a deep link into a server just started would show a page without its frame.
    """
    if PagesManager.uses_pages_directory:
        PagesManager.uses_pages_directory = False
        st.rerun()


def _say_language(language: Language) -> str:
    """Tells the browser the page's language, which decides how it breaks lines and reads aloud."""
    return f"document.documentElement.lang = '{'zh-Hans' if language.code == 'zh' else 'en'}'"


@st.cache_resource(show_spinner=False)
def _style() -> str:
    sheet = SHEET.format(rules=PAPER.read_text(encoding="utf-8"))
    return "\n".join((*(path.read_text(encoding="utf-8") for path in STYLES), sheet))


def _style_now() -> str:
    """What depends on the reader's theme, and on whether the page is to look as on paper."""
    if open_mode() == "print":
        return PAPER.read_text(encoding="utf-8")
    return ON_PAPER + IN_POPOVERS if st.context.theme.type == "dark" else ""


@st.cache_resource(show_spinner=False)
def _warm_up() -> bool:
    """Takes what is loaded for good out of the collector's way: Streamlit collects after every run."""
    known_codes(open_table())
    open_gazetteer()
    gc.collect()
    gc.freeze()
    atexit.register(gc.unfreeze)  # else DuckDB reports its own objects as leaked when the server ends
    return True
