"""Every page opens in both languages, on a desk and on a phone, and fetches nothing from outside."""

import pytest

from compare.view import LANGUAGES, PAGES
from tests.browser.conftest import DESK, PHONE, Opener

TITLES = {
    "zh": ("总览", "资金", "脱贫", "贫困发生率", "措施", "时间线", "数据", "自己的报告"),
    "en": ("Overview", "Funding", "Lifted", "Poverty rate", "Measures", "Timeline", "Data", "Own reports"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_the_navigation_opens(visit: Opener, language: str) -> None:
    window = visit().open(lang=language)
    links = window.page.get_by_test_id("stTopNavLink")
    assert tuple(links.all_inner_texts()) == TITLES[language]
    paths = []
    for place in range(links.count()):
        links.nth(place).click()
        window.settle()
        window.assert_sound()
        paths.append(window.page.url.split("?")[0])
        assert f"lang={language}" in window.page.url
        assert window.page.locator("h1").count() == 1, paths[-1]
    assert len(set(paths)) == len(PAGES) + 1


@pytest.mark.parametrize(("size", "scheme"), [(DESK, "light"), (PHONE, "dark")], ids=["desk", "phone"])
def test_nothing_is_wider_than_the_window(visit: Opener, size: tuple[int, int], scheme: str) -> None:
    window = visit(size, scheme)
    for page in PAGES:
        window.open("" if page == "overview" else page)
        width = window.page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
        assert width <= size[0], page


def test_an_unknown_code_is_told_and_the_rest_opens(visit: Opener) -> None:
    window = visit().open("funding", p="340123~999999", lang="en")
    assert "999999" in window.text
    assert window.page.locator("h1").count() == 1
