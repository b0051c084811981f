"""A download is what the page shows, in a form that other programs open rightly; the command line gives the same."""

import csv
import io
import re
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
from pptx import Presentation

from compare.__main__ import main
from tests.browser.conftest import Opener
from tests.browser.table import read_rows
from tests.browser.visit import Visit

MARK = b"\xef\xbb\xbf"


def _download(window: Visit, position: int) -> tuple[int, bytes]:
    """The number of rows that the button promises, and the file."""
    button = window.page.get_by_test_id("stDownloadButton").get_by_role("button").nth(position)
    promised = re.search("[0-9][0-9,]*", button.inner_text())
    assert promised
    with window.page.expect_download() as waiting:
        button.click()
    return int(promised[0].replace(",", "")), Path(waiting.value.path()).read_bytes()


def _rows(content: bytes) -> list[list[str]]:
    assert content.startswith(MARK)
    text = content.decode("utf-8-sig")
    assert text.count("\r\n") >= 1
    return list(csv.reader(io.StringIO(text, newline="")))[1:]


def test_shown_and_whole_table(visit: Opener, built_table: Path) -> None:
    window = visit().open("data", lang="zh", p="340123")
    shown, file = _download(window, 0)
    assert len(_rows(file)) == shown > 0
    everything, whole = _download(window, 1)
    assert len(_rows(whole)) == everything == len(read_rows(built_table))
    assert shown < everything


def test_rows_behind_a_chart(visit: Opener) -> None:
    window = visit().open("funding", lang="en")
    promised, file = _download(window, 0)
    assert len(_rows(file)) == promised > 0


def _take(window: Visit, label: str) -> bytes:
    with window.page.expect_download() as waiting:
        window.page.get_by_role("button", name=label, exact=True).click()
    return Path(waiting.value.path()).read_bytes()


@pytest.mark.parametrize(("label", "kind", "more"), [
    ("Excel", "xlsx", []),
    ("Slides", "pptx", []),
    ("Slides of all pages", "pptx", ["--story"]),
    ("ZIP", "zip", []),
])  # fmt: skip
def test_the_row_at_the_foot_gives_what_the_command_line_gives(
    visit: Opener, built_table: Path, *, tmp_path: Path, label: str, kind: str, more: list[str]
) -> None:
    window = visit().open("funding", lang="en", p="340123~341825~140500")
    taken = _take(window, label)
    out, day = tmp_path / "file", datetime.now(UTC).date().isoformat()
    line = [
        window.page.url,
        "--to",
        kind,
        "--table",
        str(built_table),
        "--out",
        str(out),
        "--day",
        day,
        *more,
    ]
    assert main(line) == 0
    assert taken == out.read_bytes()
    assert taken.startswith(b"PK")


def test_workbook_and_slides_say_the_headline_of_the_page(visit: Opener) -> None:
    window = visit().open("funding", lang="zh", p="340123~341825~140500")
    headline = window.page.locator("h1").inner_text().replace("\n", "")
    book = openpyxl.load_workbook(io.BytesIO(_take(window, "Excel")))
    assert book.worksheets[0]["A1"].value == headline
    deck = Presentation(io.BytesIO(_take(window, "幻灯片")))
    assert deck.slides[1].shapes.title.text_frame.text == headline
    window.assert_sound()


def test_citations_can_be_copied_and_the_script_is_shown(visit: Opener) -> None:
    window = visit().open("funding", lang="en", p="340123~341825")
    window.page.get_by_role("button", name="Cite").click()
    window.settle()
    body = window.page.get_by_test_id("stPopoverBody")
    assert "[R]. [出版地不详]: " in body.inner_text()
    assert body.get_by_test_id("stCode").count() == 2
    window.page.keyboard.press("Escape")
    window.page.get_by_role("button", name="For scripts").click()
    window.settle()
    assert 'python -m compare "funding?p=340123~341825' in body.last.inner_text()
    window.assert_sound()
