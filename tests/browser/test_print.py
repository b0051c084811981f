"""On paper a page keeps its words and charts and loses what can only be clicked, from either theme."""

import pytest

from tests.browser.conftest import DESK, Opener


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_has_the_chart_and_no_buttons(visit: Opener, scheme: str) -> None:
    window = visit(DESK, scheme).open("funding")
    window.page.emulate_media(media="print")
    assert window.page.locator(".stPlotlyChart").first.is_visible()
    assert window.page.locator(".xb-src").first.is_visible()
    for gone in (".st-key-pick", ".stDownloadButton", ".stPopover", "[data-testid=stHeader]"):
        assert window.page.locator(gone).first.is_hidden(), gone
    style = "getComputedStyle(document.querySelector('{}')).{}"
    assert window.page.evaluate(style.format(".stApp", "backgroundColor")) == "rgb(255, 255, 255)"
    turned = window.page.evaluate(style.format(".stPlotlyChart", "filter"))
    assert ("invert(1)" in turned) == (scheme == "dark")
