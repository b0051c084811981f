"""A dashboard and a browser for these tests; ``visit`` opens windows of any size, light or dark."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.browser.server import run_dashboard
from tests.browser.visit import Visit

DESK = (1440, 900)
PHONE = (390, 844)
Scheme = Literal["light", "dark"]
Opener = Callable[..., Visit]


@pytest.fixture(scope="session")
def server(built_table: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard with the table of the five reports."""
    with run_dashboard(built_table, tmp_path_factory.mktemp("server") / "log.txt") as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = find_chromium()
    assert found, "no Chromium found: run make browser, or install chromium and fonts-noto-cjk"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser, server: str) -> Iterator[Opener]:
    """Opens a window: ``visit()``, ``visit(PHONE, "dark")``. Every window is held to be sound at the end."""
    windows: list[tuple[BrowserContext, Visit]] = []

    def open_window(size: tuple[int, int] = DESK, scheme: Scheme = "light") -> Visit:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, accept_downloads=True
        )
        windows.append((context, Visit(context.new_page(), server)))
        return windows[-1][1]

    yield open_window
    for context, window in windows:
        window.assert_sound()
        context.close()
