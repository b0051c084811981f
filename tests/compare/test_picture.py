"""A picture says all that the page says of its chart, draws every mark of it, and opens in other programs."""

import io
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from compare.__main__ import FAILED, OK, main, open_link
from compare.context import Context
from compare.export.grid import ExportError
from compare.export.order import PICTURES, Order, fill_order
from compare.export.picture import raster
from compare.export.picture.lettering import Run, width_of, wrap
from compare.export.picture.page import WIDTH, write_svg
from compare.export.shown import show
from compare.panel import Panel
from compare.theme import DARK, LIGHT
from tests.compare.figures import figure

ALL = "p=340123~341825~430725~140500~150526"
CHARTS = ("overview", "funding", "lifted", "rate", "measures", "timeline")
DAY = "2026-11-22"
SVG = "{http://www.w3.org/2000/svg}"
FEIXI, JINGDE, TAOYUAN = "340123", "341825", "430725"
Ask = Callable[..., Context]


def panels_of(table: Path, page: str, language: str = "zh") -> tuple[Context, list[Panel]]:
    context, _ = open_link(f"{page}?{ALL}&lang={language}", table)
    return context, [block.panel for block in show(context).blocks if block.panel.figure is not None]


def said(svg: bytes) -> str:
    """All that is drawn as words, without the blanks at which lines are broken."""
    return "".join("".join(text.itertext()) for text in ET.fromstring(svg).iter(f"{SVG}text")).replace(
        " ", ""
    )


def draw(context: Context, panel: Panel) -> bytes:
    assert panel.figure is not None
    return write_svg(context, panel, panel.figure, DAY)


@pytest.mark.parametrize("page", CHARTS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_chart_speaks_for_itself(built_table: Path, page: str, language: str) -> None:
    context, panels = panels_of(built_table, page, language)
    assert panels
    for panel in panels:
        words = said(draw(context, panel))
        cautions = [part for caution in panel.warnings for part in (caution.verdict, caution.reason)]
        titles = [source.document.title for source in panel.sources]
        day = {"zh": "2026年11月22日取得", "en": "taken 22 Nov 2026"}[language]
        wanted = [
            panel.headline,
            panel.deck,
            *cautions,
            *titles,
            *panel.notes,
            context.store.version[:6],
            day,
        ]
        wanted += [item.words for item in panel.key]
        if language == "en":
            wanted = [re.sub("[“”]", '"', re.sub("[‘’]", "'", text)) for text in wanted]
        assert [text for text in wanted if re.sub(r"[ \n]", "", text) not in words] == []


@pytest.mark.parametrize("page", CHARTS)
def test_every_word_and_mark_of_the_chart_is_drawn(built_table: Path, page: str) -> None:
    context, panels = panels_of(built_table, page)
    for panel in panels:
        assert panel.figure is not None
        drawn = ET.fromstring(draw(context, panel))
        group = drawn.find(f"{SVG}g")
        assert group is not None
        words = ["".join(text.itertext()) for text in group.iter(f"{SVG}text")]
        notes = [re.sub("<[^>]+>", "", note["text"]) for note in panel.figure["layout"]["annotations"]]
        assert [note for note in notes if note not in words] == []
        traces = panel.figure["data"]
        bars = sum(len(trace["x"]) for trace in traces if trace["type"] == "bar")
        dots = sum(len(trace["x"]) for trace in traces if "markers" in trace.get("mode", ""))
        marks = [m for m in group if m.tag.removeprefix(SVG) in ("rect", "circle", "polygon", "path")]
        assert len(marks) >= bars + dots > 0


def test_bars_are_as_long_as_their_values(ask: Ask) -> None:
    lines = [figure(FEIXI, "funding.special", "300000000"), figure(JINGDE, "funding.special", "75000000")]
    context = ask(lines, page="funding", places=(FEIXI, JINGDE))
    group = ET.fromstring(draw(context, show(context).first.panel)).find(f"{SVG}g")
    assert group is not None
    long, short = (float(bar.get("width", "0")) for bar in group.iter(f"{SVG}rect"))
    assert long / short == pytest.approx(4, rel=0.001)


def test_zero_plan_doubt_range_and_open_ends_are_drawn(ask: Ask) -> None:
    lines = [
        figure(FEIXI, "funding.special", "0"),
        figure(JINGDE, "funding.special", "75000000", grade="doubtful", note="damaged text", high="90000000"),
        figure(TAOYUAN, "funding.special", "5000000", basis="plan", qualifier="over"),
    ]
    drawn = draw(context := ask(lines, page="funding"), show(context).first.panel).decode()
    assert "url(#hatch-781C06)" in drawn
    assert 'id="hatch-781C06"' in drawn
    assert 'stroke="#1E6D50"' in drawn
    assert 'd="M0,-10 L12,0 L0,10 Z"' in drawn


def test_a_mark_that_cannot_be_drawn_is_an_error_and_no_gap(ask: Ask) -> None:
    context = ask([figure(FEIXI, "funding.special", "1")], page="funding")
    panel = show(context).first.panel
    assert panel.figure is not None
    panel.figure["layout"]["shapes"].append({"type": "spiral", "yref": "y"})
    with pytest.raises(KeyError):
        draw(context, panel)


HOSTILE = "</text><script>alert(1)</script>&\x00\x0b\ud800\ufffe"


def test_what_a_report_is_called_never_becomes_markup(ask: Ask) -> None:
    reports = {FEIXI: {"title": HOSTILE.replace("\ud800", ""), "publisher": "<image href='http://x'/>"}}
    context = ask([figure(FEIXI, "funding.special", "1")], page="funding", reports=reports)
    tree = ET.fromstring(draw(context, show(context).first.panel))
    assert {node.tag.removeprefix(SVG) for node in tree.iter()} <= {
        "svg", "title", "desc", "defs", "pattern", "g", "rect", "line", "path", "circle", "polygon", "text", "tspan",
    }  # fmt: skip
    assert "<script>alert(1)</script>&" in said(draw(context, show(context).first.panel))


def test_a_picture_is_on_white_whatever_the_page_is(ask: Ask) -> None:
    context = ask([figure(FEIXI, "funding.special", "1")], page="funding")
    dark = Context(context.store, context.view, context.language, DARK, context.gazetteer)
    light = fill_order(context, Order("svg", day=DAY)).content
    assert fill_order(dark, Order("svg", day=DAY)).content == light
    assert f'fill="{LIGHT.places[0]}"'.encode() in light


@pytest.mark.parametrize("kind", PICTURES)
def test_the_command_line_writes_the_same_picture(ask: Ask, tmp_path: Path, kind: str) -> None:
    context = ask([figure(FEIXI, "funding.special", "1")], page="funding", places=(FEIXI,))
    out, table = tmp_path / "file", str(context.store.folder)
    line = ["funding?p=340123&m=funding.special", "--to", kind, "--table", table, "--day", DAY]
    assert main([*line, "--out", str(out), "--part", "funding.special"]) == OK
    assert out.read_bytes() == fill_order(context, Order(kind, day=DAY)).content


@pytest.mark.parametrize(("page", "told"), [("data", "has no chart"), ("funding", "has no chart")])
def test_a_page_without_a_chart_says_so(ask: Ask, page: str, told: str) -> None:
    with pytest.raises(ExportError, match=told):
        fill_order(ask([figure(FEIXI, "poverty_rate", "1")], page=page, places=(FEIXI,)), Order("svg"))


def test_an_unknown_part_names_those_that_are_there(ask: Ask, capsys: pytest.CaptureFixture[str]) -> None:
    context = ask([figure(FEIXI, "funding.special", "1")], page="funding", places=(FEIXI,))
    asked = ["funding?p=340123", "--to", "svg", "--part", "x", "--table", str(context.store.folder)]
    assert main(asked) == FAILED
    assert "it has: funding.special" in capsys.readouterr().err


def test_the_png_is_twice_as_wide_and_has_ink_where_its_words_are(built_table: Path) -> None:
    context, panels = panels_of(built_table, "rate")
    png = Image.open(io.BytesIO(fill_order(context, Order("png", day=DAY)).content)).convert("L")
    root = ET.fromstring(draw(context, panels[0]))
    assert png.size == (2 * WIDTH, 2 * int(root.get("height", "0")))
    assert png.getextrema()[0] < 60
    headline = png.crop((64, 60, 2 * WIDTH - 64, 130))
    dark = sum(headline.histogram()[:128]) / (headline.width * headline.height)
    assert 0.02 < dark < 0.4


def test_a_machine_without_chinese_signs_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    raster._draws_chinese.cache_clear()
    monkeypatch.setattr(raster, "_draw", lambda svg, scale: b"the same empty box")
    with pytest.raises(ExportError, match="no font with Chinese signs"):
        raster.write_png(b"<svg/>")
    raster._draws_chinese.cache_clear()


@pytest.mark.parametrize(
    "text",
    [
        "《决战决胜脱贫攻坚》（扎鲁特党建，2020年10月）；" * 9,
        "down 8.4 points (100%), " * 20,
        "县" * 300,
        "x" * 500,
    ],
)
def test_lines_keep_their_width_and_lose_nothing(text: str) -> None:
    lines = wrap([Run(text[:40], bold=True), Run(text[40:])], 400, 13)
    assert "".join(run.text for line in lines for run in line) == text
    assert all(width_of(line, 13) <= 400 + 13 for line in lines)
    assert not any(line[0].text[0] in "，。；）》),." for line in lines)
    assert not any(line[-1].text[-1] in "《（(" for line in lines)
