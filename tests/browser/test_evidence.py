"""From a mark to its passage, by pointer and by keyboard; from the passage to the whole report and back."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator

from tests.browser.conftest import PHONE, Opener
from tests.browser.table import find_marks, read_rows
from tests.browser.visit import Visit

TWO = "340123~341825"


def opened(window: Visit) -> list[str]:
    """The figures whose passages the link opens."""
    return parse_qs(urlsplit(window.page.url).query).get("x", [""])[0].split("~")


def passages(window: Visit) -> Locator:
    return window.page.locator(".xb-pass")


def click_mark(window: Visit, selector: str, n: int = 0) -> None:
    """Clicks the middle of a mark: plotly lays its own surface over all of them."""
    mark = window.page.locator(selector).nth(n)
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box
    window.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    window.settle()


BARS = ".stPlotlyChart .barlayer .point path"


def test_a_click_on_a_bar_opens_its_passage_beside_the_chart(visit: Opener, built_table: Path) -> None:
    window, rows = visit().open("funding", p=TWO, lang="zh"), read_rows(built_table)
    fact = next(mark.fact for mark in find_marks(window))
    click_mark(window, BARS)
    assert opened(window) == [fact]
    assert passages(window).locator("mark").inner_text() == rows[fact]["text"]
    assert _squeezed(rows[fact]["quote"]) in _squeezed(passages(window).locator(".say").inner_text())
    chart, passage = (
        window.page.locator(".stPlotlyChart").first.bounding_box(),
        passages(window).bounding_box(),
    )
    assert chart
    assert passage
    assert passage["x"] > chart["x"] + chart["width"]
    assert abs(passage["y"] - chart["y"]) < 100


def _squeezed(text: str) -> str:
    return "".join(text.split())


def test_a_second_click_closes_it_and_so_does_the_button(visit: Opener) -> None:
    window = visit().open("funding", p="340123", lang="en")
    click_mark(window, BARS)
    assert passages(window).count() == 1
    click_mark(window, BARS)
    assert passages(window).count() == 0
    click_mark(window, BARS)
    assert passages(window).count() == 1
    window.page.get_by_role("button", name="Close").click()
    window.settle()
    assert passages(window).count() == 0


def test_two_places_are_read_side_by_side(visit: Opener, built_table: Path) -> None:
    window = visit().open("funding", p=TWO, lang="zh")
    rows = read_rows(built_table)
    places = [rows[mark.fact]["adcode"] for mark in find_marks(window)]
    click_mark(window, BARS)
    click_mark(window, BARS, next(n for n, place in enumerate(places) if place != places[0]))
    assert passages(window).count() == 2
    left, right = (passages(window).nth(n).bounding_box() for n in (0, 1))
    assert left
    assert right
    assert abs(left["y"] - right["y"]) < 5
    assert right["x"] > left["x"] + left["width"]


def test_on_a_telephone_the_passage_stands_under_the_chart(visit: Opener) -> None:
    window = visit(PHONE, "dark").open("funding", p=TWO, lang="en")
    click_mark(window, BARS)
    chart, passage = (
        window.page.locator(".stPlotlyChart").first.bounding_box(),
        passages(window).bounding_box(),
    )
    assert chart
    assert passage
    assert passage["y"] >= chart["y"] + chart["height"] - 1
    assert passage["x"] + passage["width"] <= PHONE[0]
    assert 0 <= passage["y"] < PHONE[1], "it is brought into sight"


def test_the_keyboard_alone_opens_a_passage_and_goes_on_from_it(visit: Opener, built_table: Path) -> None:
    window = visit().open("funding", p=TWO, lang="en")
    keys = window.page.keyboard
    window.page.get_by_role("button", name="Sentences").first.focus()
    keys.press("Enter")
    window.page.locator(".xb-quotes").wait_for()
    for _ in range(24):
        keys.press("Tab")
        if window.page.evaluate("document.activeElement.className") == "xb-open":
            break
    fact = window.page.evaluate("document.activeElement.dataset.x")
    assert fact in read_rows(built_table)
    keys.press("Enter")
    window.settle()
    window.page.locator(".xb-quotes").wait_for(state="detached")
    assert opened(window) == [fact]
    assert window.page.evaluate("document.activeElement.id") == f"passage-{fact}"
    keys.press("Tab")
    assert "Whole report" in window.page.evaluate("document.activeElement.innerText")


def test_cards_tables_and_moments_open_passages_too(visit: Opener, built_table: Path) -> None:
    window, rows = visit().open("", lang="zh"), read_rows(built_table)
    number = window.page.locator(".xb-card .xb-n").first
    fact = number.get_attribute("data-x")
    number.click()
    window.settle()
    assert opened(window) == [fact]
    assert passages(window).locator("mark").inner_text() == rows[str(fact)]["text"]
    window.open("funding", lang="zh")
    window.page.get_by_role("button", name="表格").first.click()
    line = window.page.locator("tr[data-x]").nth(1)
    line.wait_for()
    fact = line.get_attribute("data-x")
    line.locator("td").first.click()
    window.settle()
    assert opened(window) == [fact]
    window.open("timeline", lang="zh")
    click_mark(window, ".stPlotlyChart .scatterlayer .point")
    assert passages(window).count() >= 1


def test_from_the_passage_to_the_whole_report_and_back_to_the_charts(visit: Opener) -> None:
    window = visit().open("funding", p=TWO, lang="en")
    click_mark(window, BARS)
    (fact,) = opened(window)
    window.page.get_by_role("link", name="Whole report").click()
    window.page.locator(".xb-rep").wait_for()
    window.settle()
    assert "/report" in window.page.url
    assert opened(window) == [fact]
    mark = window.page.locator(f'.xb-rep mark[data-x="{fact}"]').first
    box = mark.bounding_box()
    assert box
    assert 100 < box["y"] < 900, "the figure is in sight"
    window.page.get_by_role("button", name="In the charts").click()
    window.page.get_by_role("link", name="Funding").last.click()
    window.page.locator(".stPlotlyChart").first.wait_for()
    window.settle()
    assert "/funding" in window.page.url
    assert opened(window) == [fact]
    assert passages(window).count() == 1


def test_the_report_is_filtered_stepped_through_and_searched(visit: Opener) -> None:
    window = visit().open("report", p="340123", lang="en")
    number = window.page.locator(".xb-rep mark.f-left").first
    assert _ground(number, "borderBottomStyle") == "dotted"
    window.page.get_by_role("button", name="In the table").click()
    window.settle()
    assert _ground(number, "borderBottomColor") == "rgba(0, 0, 0, 0)"
    window.page.get_by_role("button", name="Next number").click()
    window.settle()
    first = window.page.locator(".xb-rep mark.f-row").first
    assert opened(window) == [first.get_attribute("data-x")]
    assert _ground(first, "outlineStyle") == "solid"
    box = window.page.get_by_placeholder("Find in this report")
    box.fill("脫貧")
    box.press("Enter")
    window.settle()
    hits = window.page.locator(".xb-rep .hit")
    assert hits.count() > 3
    assert set(hits.all_text_contents()) == {"脱贫"}
    window.page.get_by_role("button", name="Next", exact=True).click()
    window.settle()
    assert _ground(hits.nth(1), "outlineStyle") == "solid"


def _ground(mark: Locator, name: str) -> str:
    return str(mark.evaluate(f"mark => getComputedStyle(mark).{name}"))


def test_a_click_in_the_text_takes_the_number_up(visit: Opener) -> None:
    window = visit(PHONE).open("report", p="340123", lang="en")
    left = window.page.locator(".xb-rep mark.f-left").nth(4)
    left.click()
    window.settle()
    assert opened(window) == [left.get_attribute("data-x")]
    slip = window.page.locator(".st-key-slip")
    assert "not in the table" in slip.inner_text()
    box = slip.bounding_box()
    assert box
    assert box["y"] < PHONE[1], "it stays in sight under the text"
