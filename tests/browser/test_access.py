"""Everybody gets in: no serious fault by axe, every control reached and left by keys, each chart told in words."""

import pytest

from compare.view import LANGUAGES, PAGES
from tests.browser.access import faults_of
from tests.browser.conftest import DESK, PHONE, Opener
from tests.browser.visit import Visit

EVERY = (*PAGES, "own", "audit", "coverage", "method", "report")
FIVE = "340123~341825~430725~140500~150526"
# What can take the focus and is seen, and whether something around it shows that it has it.
CAN = """() => [...document.querySelectorAll('.stMain :is(button, input, a[href], [tabindex="0"])')]
  .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.disabled && e.tabIndex >= 0
    && e.getClientRects().length && !e.closest('[inert]')).length"""
NOW = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  window.xianbiMet = window.xianbiMet ?? new Map();
  if (!window.xianbiMet.has(e)) window.xianbiMet.set(e, window.xianbiMet.size);
  const shown = [e, e.parentElement, e.parentElement?.parentElement, e.firstElementChild].filter(Boolean)
    .some(n => { const s = getComputedStyle(n);
      return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none'
        || n.matches('[data-focused=true]') || n.dataset.baseweb; });
  return {number: window.xianbiMet.get(e), main: !!e.closest('.stMain'), shown, html: e.outerHTML.slice(0, 160)};
}"""


def path_of(page: str) -> str:
    return "" if page == "overview" else page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("size", "scheme"), [(DESK, "light"), (DESK, "dark"), (PHONE, "light"), (PHONE, "dark")]
)
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


@pytest.mark.parametrize("page", ["overview", "funding", "timeline"])
def test_the_keyboard_reaches_everything_and_is_seen_and_gets_out(visit: Opener, page: str) -> None:
    window = visit(DESK).open(path_of(page), lang="en", p=FIVE)
    reachable = window.page.evaluate(CAN)
    met, unseen = walk(window, reachable + 60)
    assert unseen == []
    assert met >= reachable > 10


def walk(window: Visit, most: int) -> tuple[int, list[str]]:
    """Tab by tab through the page: how many places of the main part were met, and where no focus was seen."""
    met, unseen, away = set(), [], 0
    for _ in range(most):
        window.page.keyboard.press("Tab")
        now = window.page.evaluate(NOW)
        if now is None or not now["main"]:
            away += bool(met)  # out of the main part again: no trap
            if away > 3:
                break
            continue
        met.add(now["number"])
        if not now["shown"]:
            unseen.append(now["html"])
    assert away, "the focus never left the page's main part"
    return len(met), unseen


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
