"""Everybody gets in: no serious fault by axe, controls work by keys, each chart told in words."""

import pytest

from compare.view import LANGUAGES, PAGES
from tests.browser.access import faults_of
from tests.browser.conftest import DESK, PHONE, Opener

EVERY = (*PAGES, "own", "audit", "coverage", "method", "report")
FIVE = "340123~341825~430725~140500~150526"


def path_of(page: str) -> str:
    return "" if page == "overview" else page


EACH = [
    pytest.param("zh", DESK, "light"),
    pytest.param("en", PHONE, "dark"),
    *(
        pytest.param(language, size, scheme, marks=pytest.mark.slow)
        for language, size, scheme in [
            ("en", DESK, "light"),
            ("en", DESK, "dark"),
            ("zh", DESK, "dark"),
            ("zh", PHONE, "dark"),
            ("zh", PHONE, "light"),
            ("en", PHONE, "light"),
        ]
    ),
]


@pytest.mark.parametrize(("language", "size", "scheme"), EACH)
def test_axe_finds_nothing_serious(visit: Opener, language: str, size: tuple[int, int], scheme: str) -> None:
    window = visit(size, scheme)
    found = {page: faults_of(window.open(path_of(page), lang=language, p=FIVE)) for page in EVERY}
    assert {page: faults for page, faults in found.items() if faults} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_what_opens(visit: Opener, scheme: str) -> None:
    window = visit(DESK, scheme).open("funding", lang="en", p=FIVE, x="")
    for name in ("Sentences", "Table", "Picture", "Cite", "For scripts"):
        button = window.page.get_by_role("button", name=name).first
        button.click()
        window.settle()
        assert faults_of(window) == [], name
        window.page.keyboard.press("Escape")
    window.open("funding", lang="en", p="none")
    assert faults_of(window) == []


def test_axe_would_see_it(visit: Opener) -> None:
    window = visit().open("rate", lang="en")
    window.page.evaluate("document.querySelector('.xb-deck').style.color = '#ddd'")
    assert any("color-contrast" in fault for fault in faults_of(window))


def test_a_picker_and_a_button_work_by_keys(visit: Opener) -> None:
    window = visit().open("funding", lang="en", p=FIVE)
    window.page.get_by_test_id("stPopoverButton").first.focus()
    window.page.keyboard.press("Enter")
    window.page.get_by_test_id("stPopoverBody").wait_for()
    window.page.keyboard.press("Escape")
    window.page.get_by_test_id("stPopoverBody").wait_for(state="hidden")
    window.page.get_by_role("button", name="中文").focus()
    window.page.keyboard.press("Enter")
    window.settle()
    assert "lang=zh" in window.page.url


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chart_is_told_in_words_and_stands_as_a_table(visit: Opener, language: str) -> None:
    window = visit().open("lifted", lang=language, p=FIVE)
    charts = window.page.get_by_test_id("stPlotlyChart")
    told = [
        chart.evaluate("c => (c.closest('[aria-label]') ?? c.querySelector('[aria-label]'))?.ariaLabel")
        for chart in charts.all()
    ]
    assert len(told) >= 3
    assert all(words and len(words) > 20 for words in told)
    headlines = [words.replace("\n", "") for words in window.page.locator("h1, .xb-h2").all_inner_texts()]
    assert told[0].startswith(headlines[0])
    assert window.page.get_by_role("button", name={"zh": "表格", "en": "Table"}[language]).count() >= len(
        told
    )


def test_the_page_says_its_language_and_its_quotes_theirs(visit: Opener) -> None:
    window = visit().open("timeline", lang="en", p=FIVE)
    tongue = "document.documentElement.lang"
    assert window.page.evaluate(tongue) == "en"
    assert set(window.page.eval_on_selector_all(".xb-ev q", "qs => qs.map(q => q.lang)")) <= {
        "zh-Hans",
        "zh-Hant",
    }
    window.page.get_by_role("button", name="中文").click()
    window.settle()
    assert window.page.evaluate(tongue) == "zh-Hans"
