"""The workbook, opened again by another program than the one that wrote it."""

import io
from collections.abc import Callable

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from compare.context import Context
from compare.export.grid import MOST_LINES, ExportError, Grid
from compare.export.order import Order, fill_order
from compare.export.sheet import Sheet
from tests.compare.figures import figure

FEIXI, JINGDE, JINCHENG, JARUD = "340123", "341825", "140500", "150526"
Ask = Callable[..., Context]
LINES = [
    figure(FEIXI, "funding.special", "369000000", text="3.69亿元"),
    figure(JINGDE, "funding.special", "20950000", text="2095万元", start="40"),
    figure(JINCHENG, "funding.special", "110970000", text="1.1097亿元", period="2017", start="80"),
]


def book_of(context: Context, **order: object) -> openpyxl.Workbook:
    content = fill_order(context, Order("xlsx", day="2026-11-22", **order)).content  # type: ignore[arg-type]
    return openpyxl.load_workbook(io.BytesIO(content))


def lines_of(sheet: Worksheet) -> list[list[object]]:
    return [[cell for cell in line if cell is not None] for line in sheet.iter_rows(values_only=True)]


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("zh", ["视图", "数字", "词典", "报告", "核算", "事件"]),
        ("en", ["View", "Figures", "Dictionary", "Reports", "Sums", "Events"]),
    ],
)
def test_it_has_its_sheets_in_both_languages(ask: Ask, language: str, names: list[str]) -> None:
    book = book_of(ask(LINES, language, page="funding", places=(FEIXI, JINGDE)))
    assert book.sheetnames == names
    for sheet in book.worksheets:
        assert sheet.freeze_panes
        assert sheet.auto_filter.ref


def test_the_view_says_what_the_page_says_places_as_lines(ask: Ask) -> None:
    lines = lines_of(
        book_of(ask(LINES, page="funding", places=(FEIXI, JINGDE, JINCHENG, JARUD))).worksheets[0]
    )
    flat = [cell for line in lines for cell in line]
    assert lines[0] == ["肥西县2020年财政专项扶贫资金3.69亿元，是旌德县的17.6倍"]
    assert lines[2] == ["晋城市不与其他地方同比：它是地级市，数字属2017年。"]
    head = next(n for n, line in enumerate(lines) if line[:1] == ["地方"])
    assert [line[:2] for line in lines[head + 1 : head + 4]] == [
        ["肥西县", 36900],
        ["旌德县", 2095],
        ["晋城市", 11097],
    ]
    assert lines[head + 4][0] == "扎鲁特旗"
    assert "各地最近一次" in flat
    assert "3f9a1c" in flat


def test_numbers_are_numbers_and_codes_are_text(ask: Ask) -> None:
    sheet = book_of(ask(LINES, page="funding", places=(FEIXI,)))["数字"]
    head = [cell.value for cell in sheet[1]]
    line = dict(zip(head, sheet[2], strict=True))
    assert (line["value"].value, line["value"].data_type) == (369000000, "n")
    assert (line["adcode"].value, line["adcode"].data_type) == (FEIXI, "s")
    assert (line["period"].value, line["period"].data_type) == ("2020", "s")
    assert {line[name].data_type for name in ("fact", "doc", "quote", "metric")} == {"s"}


def test_columns_are_wide_enough_for_chinese(ask: Ask) -> None:
    sheet = book_of(ask(LINES, page="funding", places=(FEIXI,)))["词典"]
    widest = max(len(str(cell.value)) for cell in sheet["D"])
    assert sheet.column_dimensions["D"].width >= min(2 * widest, 60)
    assert sheet.column_dimensions["A"].width < 20


def test_the_dictionary_explains_every_column_and_metric_that_occurs(ask: Ask) -> None:
    book = book_of(ask(LINES, page="funding"))
    codes = {line[2] for line in book["词典"].iter_rows(min_row=2, values_only=True)}
    for name in ("数字", "报告", "核算", "事件"):
        head = {cell.value for cell in book[name][1]} - {"GB/T 7714", "APA"}
        assert head <= codes, name
    assert {"funding.special", "CNY", "flow", "stated", "exact"} <= codes


def test_each_report_is_cited_and_the_table_last(ask: Ask) -> None:
    lines = list(
        book_of(ask(LINES, page="funding", places=(FEIXI,)))["报告"].iter_rows(min_row=2, values_only=True)
    )
    assert len(lines) == 2
    assert lines[0][-2].startswith("肥西县报告[R].")
    assert "数据版本3f9a1c" in lines[1][-2]


def test_same_table_same_bytes(ask: Ask) -> None:
    context = ask(LINES, page="funding")
    assert fill_order(context, Order("xlsx")).content == fill_order(context, Order("xlsx")).content


def test_more_lines_than_a_sheet_holds_are_refused_in_a_sentence() -> None:
    lines = Sheet(("a",), (("x",),) * MOST_LINES)
    with pytest.raises(ExportError, match="take the CSV"):
        Grid(None, str).write_table(lines.columns, lines.cells, fixed=True)
