"""Cards of the overview: one for each place; from seven places on a table instead."""

from collections.abc import Sequence

import streamlit as st

from compare.panel import Table
from compare.panels.card import Card, Entry
from pages.parts.markup import Markup, element, join
from pages.parts.scroll import scrolled

MOST_CARDS = 6
STYLE_OF = {"missing": "xb-f miss", "doubtful": "xb-f doubt", "plan": "xb-f plan"}


def show_cards(cards: Sequence[Card], table: Table) -> None:
    """The cards side by side, or the same figures as a table where there are too many."""
    st.html(write_cards(cards, table))


def write_cards(cards: Sequence[Card], table: Table) -> Markup:
    """The same as markup."""
    if len(cards) > MOST_CARDS:
        return _grid(cards, table)
    style = f"--n:{len(cards)};--rows:{1 + max((len(card.entries) for card in cards), default=0)}"
    return element("div", *(_card(card) for card in cards), css="xb-cards", style=style)


def _card(card: Card) -> Markup:
    lines = [element("p", words) for words in (card.where, card.report) if words]
    head = element("header", element("h2", card.name), *lines)
    return element("section", head, *map(_entry, card.entries), css="xb-card", style=f"--c:{card.colour}")


def _entry(entry: Entry) -> Markup:
    faint = join(element("s", entry.faint), " ") if entry.faint else ""
    number = element("dd", openable(join(faint, entry.number), entry))
    css = STYLE_OF.get(entry.state, "xb-f")
    small = element("dd", element("small", _small(entry)), css="xb-s")
    return element("dl", element("dt", entry.label), number, small, css=css)


def openable(number: Markup, entry: Entry) -> Markup:
    """The number as a button that opens the passages of its figures; plain where there are none."""
    codes = "~".join(dict.fromkeys(row.fact for row in entry.rows))
    return element("button", number, type="button", data_x=codes, css="xb-n") if codes else number


def _small(entry: Entry) -> Markup:
    words = element("em", entry.small) if entry.warned else join(entry.small)
    return join(words, " ", element("strong", f"! {entry.bad}")) if entry.bad else words


def _grid(cards: Sequence[Card], table: Table) -> Markup:
    """A line for each place, a column for each measure; the small words under each number."""
    head = element("tr", *(element("th", name, scope="col") for name in table.columns))
    lines = [element("tr", _name(card), *map(_cell, card.entries)) for card in cards]
    grid = element("table", element("thead", head), element("tbody", *lines), css="xb-grid xb-wide")
    return scrolled(grid, table.columns)


def _name(card: Card) -> Markup:
    stripe = element("i", style=f"background:{card.colour}")
    return element("th", stripe, card.name, element("small", card.where), scope="row")


def _cell(entry: Entry) -> Markup:
    faint = join(element("s", entry.faint), " ") if entry.faint else ""
    css = STYLE_OF.get(entry.state, "xb-f").removeprefix("xb-f").strip()
    number = element("b", openable(join(faint, entry.number), entry), css=css)
    return element("td", number, element("small", _small(entry)))
