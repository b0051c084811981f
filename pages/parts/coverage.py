"""Coverage on the page: the matrix, the passage of the cell in hand, reports by their numbers, likely numbers."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from compare.context import Context
from compare.coverage.matrix import Matrix, read_matrix, reports_of
from compare.coverage.shares import read_shares
from compare.coverage.words import say_cell_head, say_deck, say_headline, say_silent
from compare.record import Row
from compare.view import LATEST
from pages.parts.evidence import evidence_of
from pages.parts.grid import write_key, write_likely, write_matrix, write_shares
from pages.parts.markup import element, join
from pages.parts.passage import open_facts, show_passages
from pages.parts.pickers import Picker, period_picker

A_PAGE = 50  # places in one matrix
SCOPE, PART = "all places", "part of places"


def years_picker(context: Context) -> Picker:
    """The picker of the year: all years together, or one."""
    picker = period_picker(context)
    return replace(picker, words={**picker.words, LATEST: context.language.say("All years")})


def pick_scope(context: Context) -> tuple[str, ...]:
    """The chosen places, or all of the table, fifty at a time."""
    say = context.language.say
    entries = [entry.adcode for entry in context.store.places()]
    with st.container(horizontal=True, vertical_alignment="center", key="scope"):
        everywhere = st.toggle(say("All {n} places of the table", n=f"{len(entries):,}"), key=SCOPE)
        if not everywhere:
            return context.view.places
        starts = range(0, len(entries), A_PAGE)
        if len(starts) < 2:
            return tuple(entries)
        first = st.selectbox(
            say("Which of them"),
            starts,
            key=PART,
            format_func=lambda at: f"{at + 1:,}–{min(at + A_PAGE, len(entries)):,}",
            label_visibility="collapsed",
        )
    return tuple(entries[first : first + A_PAGE])


def show_coverage(context: Context, places: Sequence[str]) -> None:
    """Headline, key, matrix, and below it what answers for it."""
    matrix, say = read_matrix(context, places), context.language.say
    st.html(
        join(
            element("h1", say_headline(context, matrix), css="xb-h"),
            element("p", say_deck(context), css="xb-deck"),
            write_key(matrix, context),
            write_matrix(matrix, context),
            element("p", say_silent(context, matrix), css="xb-remark") if matrix.silent else "",
        )
    )
    _show_cell(context, matrix)
    shares = read_shares(context, reports_of(context, places))
    st.html(write_shares(shares, context))
    if matrix.likely:
        title = element("h2", say("Numbers left over that look like a metric"), css="xb-h2")
        st.html(join(title, write_likely(matrix, context)))


def _show_cell(context: Context, matrix: Matrix) -> None:
    """The passage of the cell in hand, and the other figures of the same place and metric."""
    opened = open_facts(context, [cell.code for cell in matrix.cells.values()] + list(context.view.facts))
    row = context.store.row(opened[-1]) if opened else None
    if row is None:
        return
    show_passages(opened, context)
    others = [one for one in _rows_of_cell(context, row) if one.fact not in opened]
    if others:
        head = element("h3", say_cell_head(context, row, len(others)), css="xb-h3")
        st.html(join(head, evidence_of(others, context)))


def _rows_of_cell(context: Context, row: Row) -> list[Row]:
    found = context.store.rows((row.adcode,), (row.metric,)) if row.adcode else ()
    return [one for one in found if context.view.period in (LATEST, one.year)]
