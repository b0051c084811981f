"""A chart's file holds what is shown and the printed figures behind it, none under a false name."""

from collections.abc import Callable

import pytest

from compare.context import Context
from compare.export.sheet import sheet_of, table_of
from compare.panels.funding import build_funding
from pages.parts.rows import WIDTHS
from tests.compare.conftest import ask  # noqa: F401 - a fixture
from tests.compare.figures import figure, row

FEIXI, JINGDE = "340123", "341825"
LINES = [
    figure(FEIXI, "funding.special", "369000000", text="3.69亿元"),
    figure(FEIXI, "poor.persons", "16386", basis="level", text="16386人", start="30"),
]


def lines_of(context: Context) -> list[dict[str, object]]:
    panel = build_funding(context)[0]
    sheet = sheet_of(panel.table, panel.rows, context)
    assert len(set(sheet.columns)) == len(sheet.columns)
    return [dict(zip(sheet.columns, line, strict=True)) for line in sheet.cells]


@pytest.mark.usefixtures("ask")
def test_a_quotient_stands_under_its_own_name_with_what_was_divided(ask: Callable[..., Context]) -> None:  # noqa: F811
    shown, whole = lines_of(ask(LINES, "en", places=(FEIXI,), per="person"))
    assert shown["Special poverty funds per registered poor person, yuan"] == "¥22,519"
    assert (shown["Metric"], shown["Value"], shown["As printed"]) == (
        "Special poverty funds",
        369000000,
        "3.69亿元 ÷ 16386人",
    )
    assert (whole["Metric"], whole["Value"], whole["As printed"]) == (
        "Registered poor people",
        16386,
        "16386人",
    )
    assert whole["Special poverty funds per registered poor person, yuan"] == ""


def test_a_place_without_a_figure_is_in_the_file_too(ask: Callable[..., Context]) -> None:  # noqa: F811
    silent = lines_of(ask(LINES, "en", places=(FEIXI, JINGDE)))[1]
    assert (silent["Place"], silent["Value"]) == ("Jingde", "")


def test_a_row_is_shown_whole(ask: Callable[..., Context]) -> None:  # noqa: F811
    odd = row(
        FEIXI, "lifted.persons", "20", high="30", since="2014", basis="cumulative", start="7",
        grade="doubtful", note="metric carried over",
    )  # fmt: skip
    table = table_of([odd], ask(LINES, "en"))
    line = dict(zip(table.columns, table.cells[0], strict=True))
    assert (line["Up to"], line["Since"], line["Reason"]) == (30, "2014", "metric carried over")
    assert (line["Figure’s id"], line["Report’s id"]) == (odd.fact, odd.doc)
    assert (line["Start"], line["End"]) == (odd.start, odd.end)
    assert len(WIDTHS) == len(table.columns)
