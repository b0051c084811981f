"""The picture of a chart: the browser saves it as SVG and PNG, and in it nothing runs out of its place."""

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from compare.__main__ import OK, main, open_link
from compare.export.picture.page import MARGIN, WIDTH, write_svg
from compare.export.shown import show
from tests.browser.conftest import DESK, PHONE, Opener
from tests.browser.visit import Visit

ALL = "340123~341825~430725~140500~150526"
# The right edge of the widest word, and the words whose lines touch: fonts differ from what was reckoned.
REACH = """() => Math.max(...[...document.querySelectorAll('text')].map(t => t.getBBox().x + t.getBBox().width))"""


def save(window: Visit, name: str) -> bytes:
    with window.page.expect_download() as waiting:
        window.page.get_by_role("button", name=name).click()
    return Path(waiting.value.path()).read_bytes()


@pytest.mark.parametrize(("size", "scheme"), [(DESK, "light"), (PHONE, "dark")], ids=["desk", "phone"])
def test_the_page_gives_the_picture_that_the_command_line_gives(
    visit: Opener, built_table: Path, *, tmp_path: Path, size: tuple[int, int], scheme: str
) -> None:
    window = visit(size, scheme).open("funding", lang="en", p=ALL)
    window.page.get_by_role("button", name="Picture").first.click()
    window.settle()
    svg, png = save(window, "SVG"), Image.open(io.BytesIO(save(window, "PNG")))
    out, day = tmp_path / "file.svg", datetime.now(UTC).date().isoformat()
    line = [window.page.url, "--to", "svg", "--table", str(built_table), "--out", str(out), "--day", day]
    assert main(line) == OK
    assert svg == out.read_bytes()
    assert png.size[0] == 2 * WIDTH
    grey = png.convert("L")
    assert grey.getpixel((2, 2)) == 255
    title = grey.crop((2 * MARGIN, 50, 2 * WIDTH - 2 * MARGIN, 150))
    assert sum(title.histogram()[:128]) > 2000


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_word_runs_out_of_a_picture(browser: Browser, built_table: Path, language: str) -> None:
    page = browser.new_page()
    reached = {}
    for name in ("overview", "funding", "lifted", "rate", "measures", "timeline"):
        context, _ = open_link(f"{name}?p={ALL}&lang={language}", built_table)
        for block in show(context).blocks:
            if block.panel.figure is not None:
                page.set_content(write_svg(context, block.panel, block.panel.figure, "2026-11-22").decode())
                reached[f"{name} {block.panel.id}"] = page.evaluate(REACH)
    page.close()
    assert len(reached) >= 9
    assert {part: right for part, right in reached.items() if right > WIDTH - MARGIN + 6} == {}
