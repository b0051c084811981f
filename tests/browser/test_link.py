"""The link carries the whole state: it survives a reload, another language and another page."""

from urllib.parse import parse_qs, urlsplit

from tests.browser.conftest import Opener
from tests.browser.table import find_marks
from tests.browser.visit import Visit

TWO = "341825~340123"


def _state(window: Visit) -> dict[str, list[str]]:
    return parse_qs(urlsplit(window.page.url).query)


def test_a_reload_shows_the_same(visit: Opener) -> None:
    window = visit().open("funding", p=TWO, m="funding.programme", per="absolute", lang="en")
    before, link = window.text, window.page.url
    window.page.reload()
    window.settle()
    assert window.page.url == link
    assert window.text == before


def test_another_language_keeps_places_figures_and_page(visit: Opener) -> None:
    window = visit().open("funding", p=TWO, lang="zh")
    marks, state = set(find_marks(window)), _state(window)
    window.page.get_by_role("button", name="English").click()
    window.settle()
    assert urlsplit(window.page.url).path.endswith("/funding")
    assert {**_state(window), "lang": ["zh"]} == state
    assert set(find_marks(window)) == marks
    assert "肥西" not in window.page.locator("h1").inner_text()


def test_another_page_keeps_the_places(visit: Opener) -> None:
    window = visit().open("funding", p=TWO, lang="en")
    window.page.get_by_test_id("stTopNavLink").filter(has_text="Poverty rate").click()
    window.settle()
    assert _state(window)["p"] == [TWO]
    assert _state(window)["lang"] == ["en"]


def test_a_hostile_link_is_a_page(visit: Opener) -> None:
    hostile = "<script>alert(1)</script>'\"; DROP TABLE rows--~340123"
    window = visit().open("data", p=hostile, m="<b>", y="9999", lang="xx", fm="~~~", k="\u202e")
    assert window.page.locator("h1").count() == 1
    assert not window.page.evaluate("[...document.scripts].some(script => script.text.includes('alert'))")
    assert _state(window)["p"] == ["340123"]
