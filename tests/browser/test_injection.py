"""Sixty hostile texts in a real browser: nothing runs, nothing new stands on the page, nobody else is asked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from compare.store import open_store
from compare.view import PAGES
from tests.browser.server import run_dashboard
from tests.browser.visit import Visit
from tests.injection import ALL, PAYLOADS, build_hostile, counties

# What no page of ours has. Pictures are those that Streamlit or the page draws itself.
STRANGE = """() => [...document.querySelectorAll(`
  main iframe, main object, main video, main math, main form[action], main base, main meta, main link,
  [onerror], [onload], [onmouseover], [onclick], [onfocus], [ontoggle], .katex, [data-x="f00"],
  a[href^="javascript"], a[href*="evil.example"], [src*="evil.example"],
  [data-testid=stMain] img:not([src^="blob:"]):not([src^="data:"])`)].map(e => e.outerHTML.slice(0, 200))"""
HIT = "window.xbhit === undefined && document.body.style.background === ''"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_hostile(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def address(hostile: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with run_dashboard(hostile, tmp_path_factory.mktemp("server") / "log.txt") as address:
        yield address


@pytest.fixture
def window(browser: Browser, address: str) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    window = Visit(context.new_page(), address)
    window.page.on("dialog", lambda dialog: window.errors.append(dialog.message))
    yield window
    window.assert_sound()
    context.close()


def assert_harmless(window: Visit) -> None:
    assert window.page.evaluate(HIT)
    assert window.page.evaluate(STRANGE) == []
    window.assert_sound()


@pytest.mark.parametrize("page", [*PAGES, "audit", "coverage"])
def test_no_page_runs_or_fetches_anything(window: Visit, hostile: Path, page: str) -> None:
    codes, store = [unit.adcode for unit in counties()], open_store(hostile)
    chosen = codes[
        : len(PAYLOADS) : 5
    ]  # one of each kind; the pages' own tests show all of them to all pages
    fact = store.rows((chosen[0],))[0].fact
    window.open("" if page == "overview" else page, p="~".join(chosen), x=fact)
    assert_harmless(window)
    assert "XB" in window.text


def test_a_report_shows_all_of_them_as_text(window: Visit) -> None:
    window.open("report", d=ALL)
    assert_harmless(window)
    shown = "".join(
        (window.page.get_by_test_id("stMain").text_content() or "").split()
    )  # also what is out of sight
    assert [one for one in PAYLOADS if "".join(one.split()) not in shown] == []


def test_hovers_and_labels_show_text(window: Visit) -> None:
    """The words beside a mark, and the names on the button of places, are the report's own signs."""
    for start in (0, 36):
        chosen = [unit.adcode for unit in counties()][start : start + 12]
        window.open("funding", p="~".join(chosen))
        for box in window.page.locator(".js-plotly-plot .bars path").all()[:4]:
            box.hover(force=True)
            window.page.wait_for_timeout(60)
            assert_harmless(window)
        label = window.page.locator(".st-key-places button").first.inner_text()
        assert "XB" in label
        assert "evil.example" not in label or ":" in label
