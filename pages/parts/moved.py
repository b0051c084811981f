"""The strip that says that a link is of older data, and what changed since among the figures shown."""

import streamlit as st

from compare.changes import Change, Moved, find_moves
from compare.context import Context
from compare.language import Language
from pages.parts.markup import Markup, element, join

MOST = 12


def show_moved(context: Context) -> None:
    """Nothing where the link carries no version or the present one."""
    moved = find_moves(context)
    if moved is not None:
        st.html(write_moved(moved, context.language))


def write_moved(moved: Moved, language: Language) -> Markup:
    """The sentence, and the changes one by one."""
    say = language.say
    verdict = say(
        "This link is of data version {since}; the data have moved on to {now}.",
        since=moved.since[:6],
        now=moved.now[:6],
    )
    gap = "" if language.code == "zh" else " "
    head = element("p", element("b", verdict), gap, _say_how_many(moved, language))
    lines = [element("li", _line(change, language)) for change in (moved.changes or ())[:MOST]]
    hidden = len(moved.changes or ()) - MOST
    if hidden > 0:
        lines.append(element("li", language.count("and {n} more", "and {n} more", hidden)))
    listed = element("ul", *lines) if lines else Markup()
    return element("div", head, listed, css="xb-warn xb-moved", role="status")


def _say_how_many(moved: Moved, language: Language) -> str:
    if moved.changes is None:
        return language.say("What changed since then is no longer remembered.")
    if not moved.changes:
        return language.say("None of the figures shown here changed.")
    return language.count(
        "Of the figures shown here {n} is not as it was:",
        "Of the figures shown here {n} are not as they were:",
        len(moved.changes),
    )


def _line(change: Change, language: Language) -> Markup:
    say = language.say
    words = {
        "changed": say("changed: {before} → {now}", before=change.before, now=change.now),
        "added": say("new: {now}", now=change.now),
        "gone": say("gone: {before}", before=change.before),
    }
    figure = change.figure
    name = element("button", figure, type="button", data_x=change.fact, css="xb-n") if change.fact else figure
    return join(name, say(": "), words[change.kind])
