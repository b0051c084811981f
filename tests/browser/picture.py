"""The picture of the overview for the README: python -m tests.browser.picture [FILE]"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import ViewportSize, sync_playwright

from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.browser.server import ROOT, run_dashboard
from tests.browser.visit import Visit

SIZE = ViewportSize(width=1440, height=900)


def take_picture(table: Path, target: Path) -> None:
    """The overview as it opens, in Chinese and light, as a PNG."""
    with (
        tempfile.TemporaryDirectory() as folder,
        run_dashboard(table, Path(folder) / "log.txt") as address,
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=find_chromium(), args=list(ARGUMENTS)) as browser,
    ):
        context = browser.new_context(viewport=SIZE, color_scheme="light")
        Visit(context.new_page(), address).open(lang="zh").screenshot(target)


if __name__ == "__main__":
    picture = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "img" / "overview.png"
    picture.parent.mkdir(parents=True, exist_ok=True)
    take_picture(ROOT / "data", picture)
