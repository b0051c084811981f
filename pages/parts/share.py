"""The link to copy, and what is shown to others: the meeting with its storyboard, the page as on paper."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

from compare.changes import SHORT, plain_version
from compare.context import Context
from compare.view import link
from pages.parts.markup import element
from pages.parts.state import change
from pages.parts.storyboard import show_storyboard

_SHARE = st.components.v2.component(
    "xianbi_share", js=Path(__file__).with_name("share.js").read_text("utf-8")
)


def show_share(context: Context) -> None:
    """``Copy link`` and the popover of meeting and print."""
    say = context.language.say
    words = say("Copy link")
    button = element(
        "button",
        element("span", words),
        type="button",
        data_copy=shared_query(context),
        css="xb-do",
        title=words,
    )
    st.html(button, width="content")
    with st.popover(
        say("Present"), icon=":material/slideshow:", key="present", on_change="rerun", type="tertiary"
    ) as opened:
        if opened.open:
            with st.container(horizontal=True, key="present acts"):
                _offer_meeting(context)
                _offer_paper(context)
            show_storyboard(context)
    with st.container(key="shares"):
        _SHARE(key="share", data={"copy": words, "copied": say("Copied")})


def _offer_meeting(context: Context) -> None:
    st.button(
        context.language.say("Start the meeting"),
        key="meeting start",
        icon=":material/play_arrow:",
        type="primary",
        on_click=lambda: change(context.view, mode="meeting", at=1, facts=()),
    )


def _offer_paper(context: Context) -> None:
    st.button(
        context.language.say("Page as on paper"),
        key="print page",
        icon=":material/print:",
        on_click=lambda: change(context.view, mode="print"),
    )


def shared_query(context: Context) -> str:
    """The parameters of the link that is copied: the view, and the data version at which it was seen."""
    version = plain_version(context.store.version)[:SHORT]
    return urlencode(link(replace(context.view, version=version, at=0, mode="page")))
