"""The first steps in a browser, and an address that names no page."""

import pytest

from tests.browser.conftest import Opener


@pytest.mark.parametrize(
    ("language", "told"), [("en", "There is no page “nothing” here"), ("zh", "这里没有“nothing”这一页")]
)
def test_an_address_without_a_page_is_told_in_a_sentence(visit: Opener, language: str, told: str) -> None:
    visit().open()  # the very first run of a server knows only Streamlit's older scheme of pages
    window = visit().open("nothing", lang=language)
    assert told in window.text
    assert window.page.get_by_role("dialog").count() == 0
    assert window.page.locator("h1").count() == 1


def test_the_overview_by_its_name_opens_without_a_word(visit: Opener) -> None:
    visit().open()
    window = visit().open("overview", lang="en")
    assert "There is no page" not in window.text
    assert window.page.get_by_role("dialog").count() == 0


def test_first_steps_are_put_away_for_good(visit: Opener) -> None:
    window = visit().open()
    assert window.page.locator(".xb-guide").is_visible()
    window.page.get_by_role("button", name="知道了").click()
    window.settle()
    assert window.page.locator(".xb-guide").count() == 0
    window.page.reload()
    window.settle()
    assert window.page.locator(".xb-guide").count() == 0


def test_a_search_without_a_match_is_told_in_chinese(visit: Opener) -> None:
    window = visit().open("funding", lang="zh")
    window.page.get_by_test_id("stPopoverButton").first.click()
    search = window.page.locator("[data-testid=stPopoverBody] input").first
    search.click()
    search.type("zzzz")
    nothing = window.page.locator("[role=listbox][data-empty=true] [role=option] span")
    nothing.wait_for()
    said = nothing.evaluate("n => [getComputedStyle(n).fontSize, getComputedStyle(n, '::after').content]")
    assert said[0] == "0px"
    assert "没有找到" in said[1]
