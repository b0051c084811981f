"""A download is what the page shows, in a form that a spreadsheet opens rightly."""

import csv
import io
import re
from pathlib import Path

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
