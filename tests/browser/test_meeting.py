"""A meeting fits its window, is turned by keys, and shows the sentence of a figure; paper holds whole charts."""

import pytest

from tests.browser.conftest import DESK, Opener
from tests.browser.visit import Visit

SIZES = ((1024, 768), (1920, 1080), (3840, 2160))
INSIDE = """() => {
  const main = document.querySelector('[data-testid=stMain]');
  const right = Math.max(...[...document.querySelectorAll('.st-key-stage :is(h1,p,svg,section,div.xb-src)')]
    .map((one) => one.getBoundingClientRect().right));
  return {fits: document.querySelector('.st-key-stage').dataset.fits, high: main.scrollHeight - innerHeight,
          wide: main.scrollWidth - innerWidth, right: right - innerWidth};
}"""


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}")
@pytest.mark.parametrize(("scheme", "language"), [("light", "zh"), ("dark", "en")])
def test_every_view_fits_the_window(visit: Opener, size: tuple[int, int], scheme: str, language: str) -> None:
    window = visit(size, scheme).open(mode="meeting", lang=language)
    seen = 0
    while seen < 20:
        window.page.wait_for_timeout(400)
        found = window.page.evaluate(INSIDE)
        assert found["fits"] == "true", (_place(window), found)
        assert found["high"] <= 1, (_place(window), found)
        assert found["wide"] <= 0, (_place(window), found)
        assert found["right"] <= 1, (_place(window), found)
        before, seen = _place(window), seen + 1
        window.page.keyboard.press("PageDown")
        window.settle()
        if _place(window) == before:
            break
    assert seen >= 6


def test_keys_and_clickers_turn_and_leave(visit: Opener) -> None:
    window = visit(DESK).open("funding", mode="meeting", lang="en")
    for key, at in (
        ("ArrowRight", 2),
        ("PageDown", 3),
        ("Space", 4),
        ("PageUp", 3),
        ("ArrowLeft", 2),
        ("Home", 1),
    ):
        window.page.keyboard.press(key)
        window.settle()
        assert _place(window).startswith(f"{at} of "), key
    for _ in range(3):
        window.page.keyboard.press("ArrowRight")
    window.settle()
    assert _place(window).startswith("4 of ")
    window.page.keyboard.press("Escape")
    window.settle()
    assert "mode" not in window.page.url
    assert window.page.get_by_test_id("stHeader").is_visible()


def test_a_click_on_a_bar_shows_its_sentence_and_escape_the_chart(visit: Opener) -> None:
    window = visit(DESK).open("funding", mode="meeting", at="2", lang="zh")
    box = window.page.locator(".barlayer .point").first.bounding_box()
    assert box
    window.page.mouse.click(box["x"] + box["width"] / 3, box["y"] + box["height"] / 2)
    window.settle()
    assert window.page.locator(".xb-pass mark").count() == 1
    window.page.keyboard.press("Escape")
    window.settle()
    assert window.page.locator(".xb-pass").count() == 0
    assert "mode=meeting" in window.page.url


def test_the_copied_link_opens_the_same_page(visit: Opener) -> None:
    window = visit(DESK)
    window.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    window.open("funding", p="341825~340123", lang="en")
    window.page.locator("[data-copy]").click()
    window.page.wait_for_timeout(300)
    link = window.page.evaluate("navigator.clipboard.readText()")
    assert link.startswith(f"{window.address}/funding?p=341825~340123&")
    assert "v=" in link


def test_on_paper_every_filter_stands_above_the_page(visit: Opener) -> None:
    window = visit(DESK, "dark").open("funding", print="1", lang="en")
    assert window.page.locator(".xb-asked").first.is_visible()
    assert window.page.locator(".st-key-pick").is_hidden()
    ground = "getComputedStyle(document.querySelector('.stApp')).backgroundColor"
    assert window.page.evaluate(ground) == "rgb(255, 255, 255)"
    assert window.page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def _place(window: Visit) -> str:
    return window.page.locator(".st-key-turn .xb-count").inner_text()
