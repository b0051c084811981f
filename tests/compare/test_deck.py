"""The deck, opened again: native charts, their workbooks, words in two scripts, notes; and drawn by LibreOffice."""

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pptx import Presentation

from compare.context import Context
from compare.export.grid import ExportError
from compare.export.order import Order, fill_order
from compare.view import PAGES
from tests.compare.figures import figure
from tests.compare.payloads import PAYLOADS

FEIXI, JINGDE, TAOYUAN, JINCHENG, JARUD = "340123", "341825", "430725", "140500", "150526"
DAY = "2026-11-22"
Ask = Callable[..., Context]
MONEY = [
    figure(FEIXI, "funding.special", "369000000", text="3.69亿元"),
    figure(FEIXI, "funding.special", "269000000", text="2.69亿元", period="2019", start="20"),
    figure(JINGDE, "funding.special", "20950000", text="2095万元", start="40"),
    figure(JINCHENG, "funding.special", "110970000", text="1.1097亿元", period="2017", start="80"),
    figure(
        TAOYUAN, "funding.special", "40000000", text="逾4000万元", basis="plan", qualifier="over", start="90"
    ),
]
RATES = [
    figure(JINGDE, "poverty_rate", "4.5", text="4.5%", period="2014", basis="level", start="10"),
    figure(JINGDE, "poverty_rate", "0", text="0%", period="2020", basis="level", start="30"),
    figure(JARUD, "poverty_rate", "8.4", text="8.4%", period="2014", basis="level", start="50"),
]
EVENTS = [
    {"event": f"e{n:02}", "doc": f"report_{FEIXI}", "start": f"{n}", "end": "9", "quote": f"第{n}件事的原句",
     "place": "肥西县", "adcode": FEIXI, "date": f"20{n:02}", "kind": "policy", "title": f"第{n}件事" + "很长" * 20}
    for n in range(10, 50)
]  # fmt: skip
SUM = {"finding": "f1", "doc": f"report_{FEIXI}", "verdict": "contradicts", "check": "sum",
       "message_zh": "合计对不上", "message_en": "The sum is wrong"}  # fmt: skip


def ordered(context: Context, **order: Any) -> bytes:
    return fill_order(context, Order("pptx", day=DAY, **order)).content


def deck_of(context: Context, **order: Any) -> Any:
    return Presentation(io.BytesIO(ordered(context, **order)))


def charts_of(slide: Any) -> list[Any]:
    return [shape.chart for shape in slide.shapes if shape.has_chart]


def words_of(slide: Any) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def books_of(content: bytes) -> Iterator[openpyxl.Workbook]:
    archive = zipfile.ZipFile(io.BytesIO(content))
    for name in archive.namelist():
        if name.endswith(".xlsx"):
            yield openpyxl.load_workbook(io.BytesIO(archive.read(name)))


def test_bars_are_native_and_what_does_not_compare_stands_apart(ask: Ask) -> None:
    slide = deck_of(ask(MONEY, page="funding")).slides[1]
    assert slide.shapes.title.text_frame.text == "肥西县2020年财政专项扶贫资金3.69亿元，是旌德县的17.6倍"
    above, below = charts_of(slide)
    assert [name.split("\n")[0] for name in above.plots[0].categories] == ["肥西县", "旌德县"]
    assert [tuple(series.values) for series in above.plots[0].series] == [(36900, 2095), (26900, None)]
    names = [name.split("\n") for name in below.plots[0].categories]
    assert [name[0] for name in names] == ["桃源县", "晋城市", "扎鲁特旗"]
    assert names[0][1].startswith("▲")
    assert names[1][1] == "▲ 2017年，地级市"
    assert tuple(below.plots[0].series[0].values) == (4000, 11097, None)
    assert above.value_axis.maximum_scale == below.value_axis.maximum_scale
    assert (above.value_axis.minimum_scale, below.value_axis.minimum_scale) == (0, 0)
    assert "不与上面排名" in words_of(slide)


def test_numbers_beside_bars_are_bound_to_their_values_and_say_over(ask: Ask) -> None:
    above, below = charts_of(deck_of(ask(MONEY, page="funding")).slides[1])
    assert [_formats(chart) for chart in (above, below)] == [["#,##0"] * 3, ['"逾"#,##0', "#,##0"]]
    blanks = list(above._chartSpace.iter("{*}dispBlanksAs"))
    assert [blank.get("val") for blank in blanks] == ["gap"]


def _formats(chart: Any) -> list[str]:
    found = chart._chartSpace.iter("{*}numFmt")
    return [number.get("formatCode") for number in found if number.getparent().tag.endswith("}dLbl")]


def test_the_rate_is_a_native_chart_from_where_to_where(ask: Ask) -> None:
    slide = deck_of(ask(RATES, "en", page="rate", places=(JINGDE, JARUD, FEIXI))).slides[1]
    (chart,) = charts_of(slide)
    first, latest = chart.plots[0].series
    assert [name.split("\n")[0] for name in chart.plots[0].categories] == ["Jingde", "Jarud", "Feixi"]
    assert (tuple(first.values), tuple(latest.values)) == ((4.5, 8.4, None), (0.0, None, None))
    falls = [point.findtext("{*}v") for point in first._element.iter("{*}pt") if _is_fall(point)]
    assert falls == ["4.5"]


def _is_fall(point: Any) -> bool:
    return any(parent.tag.endswith("}minus") for parent in point.iterancestors())


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_every_slide_is_wide_titled_and_answered_for(ask: Ask, page: str, language: str) -> None:
    deck = deck_of(ask(MONEY + RATES, language, page=page, events=EVENTS, findings=[SUM]))
    assert round(deck.slide_width / deck.slide_height, 3) == 1.778
    assert len(deck.slides) >= 3
    for slide in deck.slides:
        assert slide.shapes.title.text_frame.text
        assert slide.notes_slide.notes_text_frame.text
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height, shape.name


def test_notes_hold_quotes_question_link_and_version(ask: Ask) -> None:
    text = deck_of(ask(MONEY, page="funding", period="2020")).slides[1].notes_slide.notes_text_frame.text
    for words in (
        "肥西县 · 财政专项扶贫资金 · 3.69亿元：“肥西县3.69亿元。”",
        "年份：2020年",
        "指标：财政专项扶贫资金",
        "按什么平均：总数",
        "数据版本：3f9a1c",
        "链接：funding?p=340123~341825~430725~140500~150526&y=2020&per=absolute&lang=zh",
    ):
        assert words in text


def test_the_timeline_is_cut_into_slides_and_loses_nothing(ask: Ask) -> None:
    deck = deck_of(ask(MONEY, page="timeline", places=(FEIXI,), events=EVENTS))
    tables = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
    told = [row.cells[3].text for table in tables[:-1] for row in list(table.rows)[1:]]
    assert told == [event["title"] for event in EVENTS]
    notes = "\n".join(slide.notes_slide.notes_text_frame.text for slide in deck.slides)
    assert all(event["quote"] in notes for event in EVENTS)
    assert len(tables) > 3


def test_a_story_goes_through_all_pages_and_ends_with_the_sources(ask: Ask) -> None:
    deck = deck_of(ask(MONEY + RATES, "en", events=EVENTS[:3], findings=[SUM]), story=True)
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert titles[0] == "Xianbi: counties compared"
    assert titles[-2:] == ["1 of the reports’ own sums disagrees", "Sources and citation"]
    assert len(titles) == 8
    cells = [
        c.text
        for shape in deck.slides[-1].shapes
        if shape.has_table
        for row in shape.table.rows
        for c in row.cells
    ]
    assert any(cell.startswith("肥西县. (2020). 肥西县报告.") for cell in cells)
    assert any("Data version 3f9a1c" in cell for cell in cells)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_run_has_an_east_asian_face(ask: Ask, language: str) -> None:
    archive = zipfile.ZipFile(io.BytesIO(ordered(ask(MONEY + RATES, language, page="funding"), story=True)))
    slides = [
        archive.read(n).decode()
        for n in archive.namelist()
        if re.search(r"(slides/slide|notesSlide)[0-9]", n)
    ]
    runs = [run for slide in slides for run in re.findall(r"<a:r>.*?</a:r>", slide)]
    assert len(runs) > 40
    assert [run for run in runs if '<a:ea typeface="Microsoft YaHei"/>' not in run] == []
    charts = [archive.read(n).decode() for n in archive.namelist() if re.search(r"charts/chart[0-9]", n)]
    assert charts
    assert all('<a:ea typeface="Microsoft YaHei"/>' in chart for chart in charts)
    assert '<a:ea typeface="Microsoft YaHei"/>' in archive.read("ppt/theme/theme1.xml").decode()


def test_the_workbooks_inside_hold_the_charts_numbers_and_no_formula(ask: Ask) -> None:
    places = dict(zip((FEIXI, JINGDE, TAOYUAN, JINCHENG, JARUD), PAYLOADS[::10], strict=False))
    lines = [
        figure(code, "funding.special", f"{n + 1}0000", text=name, quote=name, place=name)
        for n, (code, name) in enumerate(places.items())
    ]
    plain = ask(lines, page="funding", places=tuple(places))
    content = ordered(Context(plain.store, plain.view, plain.language, plain.palette))
    cells = [cell for book in books_of(content) for line in book.active.iter_rows() for cell in line]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s", "n"}
    assert {1, 2, 3, 4, 5} == {cell.value / 10000 for cell in cells if cell.data_type == "n" and cell.value}
    names = {str(cell.value).split("\n")[0] for cell in cells if cell.column == 1 and cell.value}
    assert {name for name in places.values() if name.strip() == name} <= names
    archive = zipfile.ZipFile(io.BytesIO(content))
    relations = b"".join(archive.read(name) for name in archive.namelist() if name.endswith(".rels"))
    assert b'TargetMode="External"' not in relations


def test_same_table_same_bytes(ask: Ask) -> None:
    context = ask(MONEY, page="funding")
    assert ordered(context) == ordered(context)


def test_no_place_and_no_figure_still_give_a_deck_that_says_so(ask: Ask) -> None:
    assert (
        deck_of(ask(MONEY, page="funding", places=())).slides[1].shapes.title.text_frame.text
        == "还没有选地方。"
    )
    assert deck_of(ask(MONEY, page="rate", places=(FEIXI,))).slides[1].shapes.title.text_frame.text


def test_more_figures_than_a_deck_can_show_are_refused_in_a_sentence(ask: Ask) -> None:
    lines = [figure(FEIXI, "funding.special", f"{n}", start=f"{n}") for n in range(301)]
    with pytest.raises(ExportError, match="take the workbook"):
        ordered(ask(lines, page="data"))


@pytest.mark.slow
@pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed: apt install libreoffice-impress"
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_libreoffice_draws_every_slide(ask: Ask, tmp_path: Path, language: str) -> None:
    context = ask(MONEY + RATES, language, events=EVENTS, findings=[SUM])
    deck = tmp_path / "deck.pptx"
    deck.write_bytes(ordered(context, story=True))
    home = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    line = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(deck)]
    subprocess.run(line, check=True, capture_output=True, timeout=180)
    pages = len(re.findall(rb"/Type ?/Page\b", (tmp_path / "deck.pdf").read_bytes()))
    assert pages == len(Presentation(str(deck)).slides)
