"""Rows of the table in the reader's language: shown, and downloaded exactly as shown."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from compare.context import Context
from compare.export.sheet import Sheet
from compare.record import Row
from pages.parts.click import open_passage
from pages.parts.dispute import show_disputed
from pages.parts.empty import show_empty
from pages.parts.markup import element, join
from pages.parts.passage import open_facts, show_passages

WIDTHS = (120, 180, 105, 130, 110, 95, 120, 75, 105, 85, 95, 160, 420, 260, 130, 170, 75, 75)


def show_heading(rows: Sequence[Row], context: Context) -> None:
    """The sentence above the table: how many figures of how many places."""
    language = context.language
    places = len({row.adcode or row.place for row in rows})
    shown = language.count(
        "{n} figure of {places}", "{n} figures of {places}", len(rows), places=_places(places, context)
    )
    title = element("h1", language.say("{figures}, each with its sentence", figures=shown), css="xb-h")
    advice = language.say("Values are in base units (yuan, not 万 or 亿). Click a column's name to sort.")
    st.html(join(title, element("p", advice, css="xb-deck")))


def show_cut(shown: int, passing: int, context: Context) -> None:
    """The amber sentence where more rows pass the filters than are shown; nothing where all are."""
    if shown >= passing:
        return
    say = context.language.say
    verdict = element("b", say("The first {n} of {all} rows are shown.", n=f"{shown:,}", all=f"{passing:,}"))
    advice = say(
        "The first file below holds all that pass, the second the whole table; filters bring the rest in view."
    )
    gap = "" if context.language.code == "zh" else " "
    st.html(element("div", element("p", verdict, gap, advice), css="xb-warn", role="note"))


def show_rows(table: Sheet, rows: Sequence[Row], context: Context) -> None:
    """The rows as a table to scroll and sort; a box in words where none passes the filter.

    A row that is chosen has its passage below the table.
    """
    say = context.language.say
    if not table.cells:
        show_empty(say("No figure passes these filters."), say("Take one of the filters away."))
        return
    frame = pd.DataFrame(list(table.cells), columns=list(table.columns))
    widths = dict(zip(table.columns, WIDTHS, strict=True))
    config = {name: st.column_config.Column(width=width) for name, width in widths.items()}
    config[table.columns[0]] = st.column_config.Column(width=120, pinned=True)
    for name in table.columns[3:5]:
        config[name] = st.column_config.NumberColumn(width=widths[name], format="localized")
    st.dataframe(
        frame,
        hide_index=True,
        column_config=config,
        height=560,
        key="rows",
        on_select=lambda: _choose(rows, context),
        selection_mode="single-row",
    )
    show_disputed(context, rows)
    show_passages(open_facts(context, {row.fact for row in rows}), context)


def _choose(rows: Sequence[Row], context: Context) -> None:
    """Opens the passage of the row that was chosen."""
    chosen = st.session_state["rows"]["selection"]["rows"]
    if chosen and chosen[0] < len(rows):
        open_passage(context, rows[chosen[0]].fact)


def _places(n: int, context: Context) -> str:
    return context.language.count("{n} place", "{n} places", n)
