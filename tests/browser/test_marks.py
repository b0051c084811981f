"""A mark stands where its figure says, and its sentence is one click away."""

from pathlib import Path

import pytest

from tests.browser.conftest import Opener
from tests.browser.table import Row, find_marks, read_rows

SEVERAL = 4


@pytest.mark.parametrize("page", ["", "funding", "rate", "measures"])
def test_every_mark_has_the_value_of_its_row(visit: Opener, built_table: Path, page: str) -> None:
    rows = read_rows(built_table)
    marks = list(find_marks(visit().open(page, lang="zh")))
    assert len(marks) >= SEVERAL
    assert [mark for mark in marks if mark.value != float(rows[mark.fact]["value"])] == []


def test_lifted_are_numbers_or_shares_of_what_the_same_place_has(visit: Opener, built_table: Path) -> None:
    rows = read_rows(built_table)
    marks = list(find_marks(visit().open("lifted", lang="zh")))
    assert len(marks) >= SEVERAL
    wrong = [
        mark
        for mark in marks
        if mark.value != float(rows[mark.fact]["value"])
        and not _is_share(mark.value, rows[mark.fact], list(rows.values()))
    ]
    assert wrong == []


def _is_share(shown: float, row: Row, rows: list[Row]) -> bool:
    """Whether a figure of the same place and unit is the whole of which ``row`` is that many percent."""
    wholes = {float(other["value"]) for other in rows if _is_whole(other, row)} - {0.0}
    return any(abs(100 * float(row["value"]) / whole - shown) < 0.06 for whole in wholes)


def _is_whole(other: Row, row: Row) -> bool:
    same = other["adcode"] == row["adcode"] and other["unit"] == row["unit"]
    return same and other["metric"].startswith(("poor.", "villages.poor"))


@pytest.mark.parametrize("page", ["funding", "rate"])
def test_the_sentence_behind_every_mark_is_one_click_away(
    visit: Opener, built_table: Path, page: str
) -> None:
    window, rows = visit().open(page, lang="zh"), read_rows(built_table)
    shown = []
    for button in window.page.get_by_role("button", name="原句").all():
        button.click()
        quotes = window.page.locator(".xb-quotes")
        quotes.first.wait_for()
        shown.append("".join(quotes.all_inner_texts()))
        assert quotes.locator("mark").count() >= 1
        window.page.keyboard.press("Escape")
        quotes.first.wait_for(state="detached")
    said = _squeezed("".join(shown))
    facts = {mark.fact for mark in find_marks(window)}
    assert [rows[fact]["quote"] for fact in facts if _squeezed(rows[fact]["quote"]) not in said] == []


def _squeezed(text: str) -> str:
    """The text without blank space, which a browser sets as it likes."""
    return "".join(text.split())


@pytest.mark.parametrize("page", ["", "funding", "lifted", "rate", "measures", "timeline"])
def test_under_the_chart_are_its_sentences_and_its_data_as_a_table(visit: Opener, page: str) -> None:
    window = visit().open(page, lang="en")
    sentences = window.page.get_by_role("button", name="Sentences").first
    promised = int("".join(c for c in sentences.inner_text() if c.isdigit()))
    sentences.click()
    window.page.locator(".xb-quotes").wait_for()
    assert window.page.locator(".xb-quotes .xb-q").count() == promised > 0
    window.page.keyboard.press("Escape")
    window.page.locator(".xb-quotes").wait_for(state="detached")
    window.page.get_by_role("button", name="Table").first.click()
    lines = window.page.get_by_test_id("stPopoverBody").locator("tbody tr")
    lines.first.wait_for()
    assert lines.count() >= SEVERAL
