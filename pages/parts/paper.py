"""What a printed page says that the screen shows by its controls: every filter, the data version, the link."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from compare.changes import SHORT, plain_version
from compare.context import Context
from compare.question import link_of, say_places, say_question
from compare.record import Row
from compare.view import PAGES
from compare.words.numbers import say_figure
from compare.words.periods import say_when
from compare.words.terms import grades
from pages.parts.markup import element, join
from pages.parts.state import change

MOST_ROWS = 200  # of the table on paper


def show_paper(context: Context) -> None:
    """The lines above a page on paper; in print mode also the way to the printer and back."""
    if context.view.mode == "print":
        _show_way(context)
    stop = context.language.say(": ")
    lines = [element("span", element("b", name), stop, words) for name, words in _asked(context)]
    st.html(element("div", *lines, css="xb-asked"))


def show_paper_rows(rows: Sequence[Row], passing: int, context: Context) -> None:
    """The table for paper: the columns that fit it, and how many rows are left to the files."""
    say, language = context.language.say, context.language
    shown = rows[:MOST_ROWS]
    columns = (say("Place"), say("Metric"), say("Figure"), say("When"), say("Grade"), say("Sentence"))
    head = element("tr", *(element("th", name, scope="col") for name in columns))
    lines = [element("tr", *(element("td", cell) for cell in _cells(row, context))) for row in shown]
    grid = element("table", element("thead", head), element("tbody", *lines), css="xb-grid")
    more = ""
    if len(shown) < passing:
        words = say("The first {n} of {all} rows; the files hold them all.", n=len(shown), all=f"{passing:,}")
        more = element("p", words, css="xb-remark")
    st.html(element("div", join(grid, more), css="xb-paper", lang="" if language.code == "zh" else "en"))


def _asked(context: Context) -> list[tuple[str, str]]:
    say, view = context.language.say, context.view
    asked = list(say_question(context)) if view.page in PAGES else [(say("Places"), say_places(context))]
    base = (st.context.url or "").split("?")[0].rstrip("/")
    home = base.removesuffix(f"/{view.page}")
    version = (say("Data version"), context.store.version)
    copied = replace(view, mode="page", version=plain_version(context.store.version)[:SHORT])
    return [*asked, version, (say("Link"), f"{home}/{link_of(copied)}")]


def _show_way(context: Context) -> None:
    say = context.language.say
    with st.container(horizontal=True, vertical_alignment="center", key="paper"):
        st.html(element("button", say("Print"), type="button", data_print="1", css="xb-do"))
        st.button(
            say("Back to the page"),
            key="paper back",
            icon=":material/arrow_back:",
            type="tertiary",
            on_click=lambda: change(context.view, mode="page"),
        )


def _cells(row: Row, context: Context) -> tuple[str, ...]:
    language = context.language
    metric = context.metrics.get(row.metric)
    return (
        context.names.short(row.adcode, row.place),
        metric.short(language) if metric else row.metric,
        say_figure(row, language),
        say_when(row, language),
        grades(language).get(row.grade, row.grade),
        row.quote,
    )
