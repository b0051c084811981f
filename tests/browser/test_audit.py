"""From a sum, a sign of the matrix and a mark on a chart to the sentence; the navigation has room for all pages."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from compare.view import LANGUAGES
from tests.browser.conftest import DESK, PHONE, Opener
from tests.browser.table import read_rows
from tests.browser.visit import Visit

PAGES = ("audit", "coverage", "method")


def opened(window: Visit) -> list[str]:
    return parse_qs(urlsplit(window.page.url).query).get("x", [""])[0].split("~")


def test_a_number_of_a_sum_opens_its_passage(visit: Opener, built_table: Path) -> None:
    window, rows = visit().open("audit", p="341825", lang="en"), read_rows(built_table)
    sum_ = window.page.locator("article.v-contradicts").first
    assert "5639人" in sum_.inner_text()
    sum_.locator("mark.checked").click()
    window.settle()
    assert rows[opened(window)[0]]["text"] == "5639人"
    assert window.page.locator(".xb-pass mark").inner_text() == "5639人"


def test_a_wrong_share_that_is_no_row_leads_into_its_report(visit: Opener) -> None:
    window = visit().open("audit", p="140500", fv="contradicts", lang="en")
    window.page.locator("mark.checked", has_text="24. 6%").click()
    window.page.locator(".xb-rep").wait_for()
    window.settle()
    assert urlsplit(window.page.url).path == "/report"
    assert "24. 6%" in window.page.locator(".xb-pass").inner_text()
    assert "a share" in window.page.locator(".xb-pass").inner_text()


def test_a_sign_of_the_matrix_opens_its_passage_by_keyboard_too(visit: Opener, built_table: Path) -> None:
    window, rows = visit().open("coverage", p="340123~341825", lang="en"), read_rows(built_table)
    window.page.get_by_role("button", name="Feixi, Special poverty funds", exact=False).click()
    window.settle()
    row = rows[opened(window)[0]]
    assert (row["adcode"], row["metric"]) == ("340123", "funding.special")
    assert window.page.locator(".xb-pass mark").inner_text() == row["text"]
    window.page.get_by_role("button", name="Jingde, Special poverty funds", exact=False).focus()
    window.page.keyboard.press("Enter")
    window.settle()
    assert rows[opened(window)[-1]]["adcode"] == "341825"


def test_a_number_that_looks_like_a_metric_is_one_click_from_its_phrase(visit: Opener) -> None:
    window = visit().open("coverage", p="340123", lang="en")
    line = window.page.locator(".xb-q", has_text="looks like").first
    number = line.locator("b").inner_text()
    line.get_by_role("button", name="Passage").click()
    window.page.locator(".xb-rep").wait_for()
    window.settle()
    assert number in window.page.locator(".xb-pass").inner_text()


def test_a_contradicted_figure_leads_from_its_chart_to_the_finding(visit: Opener) -> None:
    window = visit().open("lifted", p="341825~340123", m="lifted.persons", lang="en")
    window.page.get_by_role("link", name="see the audit").first.click()
    window.page.locator(".xb-audit").first.wait_for()
    window.settle()
    assert urlsplit(window.page.url).path == "/audit"
    assert "More lifted than registered" in window.page.locator("article.v-contradicts").first.inner_text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_of_audit_and_method_stand_in_one_group(visit: Opener, language: str) -> None:
    window = visit().open(lang=language)
    section = window.page.get_by_test_id("stTopNavSection")
    assert section.count() == 1
    assert " more" not in window.page.get_by_test_id("stTopNav").inner_text(), "nothing is folded away"
    section.click()
    links = window.page.get_by_test_id("stTopNavDropdownLink")
    links.first.wait_for()
    assert links.count() == len(PAGES)
    links.nth(0).click()
    window.settle()
    assert urlsplit(window.page.url).path == "/audit"
    assert f"lang={language}" in window.page.url


@pytest.mark.parametrize(("size", "scheme"), [(DESK, "light"), (PHONE, "dark")], ids=["desk", "phone"])
def test_nothing_is_wider_than_the_window(visit: Opener, size: tuple[int, int], scheme: str) -> None:
    window = visit(size, scheme)
    for page in PAGES:
        window.open(page)
        width = window.page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
        assert width <= size[0], page
