"""The browser for the tests: the system's Chromium or Chrome, else the one that Playwright installed."""

import os
import shutil
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--force-color-profile=srgb")


def find_chromium() -> str | None:
    """The path of a browser, or None where there is none."""
    named = (os.environ.get("XIANBI_BROWSER", ""), *NAMES)
    found = next((path for name in named if name and (path := shutil.which(name))), None)
    if found or MAC.exists():
        return found or str(MAC)
    return _of_playwright()


def _of_playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return str(path) if path.exists() else None


if __name__ == "__main__":
    sys.exit(find_chromium() is None)
