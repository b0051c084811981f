"""Rows of the table in the reader's language: shown, and downloaded exactly as shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import pandas as pd
import streamlit as st

from compare.context import Context
from compare.export.spreadsheet import write_csv
from compare.record import Filter, Row
from compare.words.periods import say_period
from compare.words.terms import bases, grades, qualifiers, units
from pages.parts.empty import show_empty
from pages.parts.markup import element, join

WIDTHS = (120, 180, 105, 130, 110, 95, 120, 75, 105, 85, 95, 160, 420, 260, 130, 170, 75, 75)
Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """Columns and cells as they are shown."""

    columns: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]


def table_of(rows: Sequence[Row], context: Context) -> Sheet:
    """The rows in words; last the sentence, and where it stands: codes and places as in the table itself."""
    say = context.language.say
    columns = (
        say("Place"),
        say("Metric"),
        say("As printed"),
        say("Value"),
        say("Up to"),
        say("Unit"),
        say("Period"),
        say("Since"),
        say("Basis"),
        say("Exactness"),
        say("Grade"),
        say("Reason"),
        say("Sentence"),
        say("Report"),
        say("Figure’s id"),
        say("Report’s id"),
        say("Start"),
        say("End"),
    )
    titles = {document.doc: document.title for document in context.store.documents()}
    return Sheet(columns, tuple(_cells(row, context, titles) for row in rows))


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
        "The first file below holds these, the second the whole table; filters bring the rest in view."
    )
    gap = "" if context.language.code == "zh" else " "
    st.html(element("div", element("p", verdict, gap, advice), css="xb-warn", role="note"))


def show_rows(table: Sheet, context: Context) -> None:
    """The rows as a table to scroll and sort; a box in words where none passes the filter."""
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
    st.dataframe(frame, hide_index=True, column_config=config, height=560, key="rows")


def show_downloads(table: Sheet, context: Context) -> None:
    """Two buttons: what is shown, and the whole table with its codes; each says how many rows it holds."""
    language, store = context.language, context.store
    whole = store.count(Filter())
    version = store.version[:6]
    with st.container(horizontal=True, key="acts data"):
        st.download_button(
            language.count("CSV: the {n} row shown", "CSV: the {n} rows shown", len(table.cells)),
            lambda: write_csv(table.columns, table.cells),
            f"xianbi-{version}-shown.csv",
            "text/csv",
            key="download shown",
            icon=":material/download:",
            on_click="ignore",
            disabled=not table.cells,
        )
        st.download_button(
            language.count("CSV: everything, {n} row", "CSV: everything, {n} rows", whole),
            lambda: _everything(store.table(Filter())),
            f"xianbi-{version}-all.csv",
            "text/csv",
            key="download all",
            icon=":material/download:",
            on_click="ignore",
        )


def _everything(rows: Sequence[Row]) -> bytes:
    columns = tuple(Row.__dataclass_fields__)
    return write_csv(columns, [[getattr(row, column) for column in columns] for row in rows])


def _cells(row: Row, context: Context, titles: dict[str, str]) -> tuple[Cell, ...]:
    language = context.language
    metric = context.metrics.get(row.metric)
    return (
        context.names.short(row.adcode, row.place),
        metric.name(language) if metric else row.metric,
        row.text,
        _number(row.value),
        None if row.high is None else _number(row.high),
        units(language).get(row.unit, row.unit),
        say_period(row.period, language),
        say_period(row.since, language) if row.since else "",
        bases(language).get(row.basis, row.basis),
        qualifiers(language).get(row.qualifier, row.qualifier),
        grades(language).get(row.grade, row.grade),
        language.say(row.note) if row.note else "",
        row.quote,
        titles.get(row.doc, row.doc),
        row.fact,
        row.doc,
        row.start,
        row.end,
    )


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _places(n: int, context: Context) -> str:
    return context.language.count("{n} place", "{n} places", n)
