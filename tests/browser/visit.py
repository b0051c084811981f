"""One page of the dashboard in one browser window, with all that it asked of the network."""

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request

SETTLED = 30_000  # milliseconds
STARTED = 150  # milliseconds until a click has reached the script
# A page whose script has ended and whose text and charts were the same three looks running.
QUIET = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  const busy = document.querySelector('[data-testid="stSkeleton"], [data-testid="stSpinner"]');
  const main = document.querySelector('[data-testid="stMain"]');
  const now = `${main?.innerText} ${main?.querySelectorAll('svg *').length}`;
  const said = main?.innerText.trim();  // a server just started ends its first run with nothing shown
  const ended = app?.dataset.testScriptState === 'notRunning' && !busy && said;
  window.xianbiSame = ended && window.xianbiBefore === now ? window.xianbiSame + 1 : 0;
  window.xianbiBefore = now;
  return window.xianbiSame >= 2;
}"""


@dataclass  # without slots: Playwright keeps its own marks on what listens to it
class Visit:
    """A window on the dashboard: ``open`` a page, look at it, and hold it to the promises of every page."""

    page: Page
    address: str
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", self._note_request)
        self.page.on("websocket", lambda socket: self.requests.append(socket.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", self._note_console)

    def open(self, path: str = "", **link: str) -> "Visit":
        """This visit, with the page loaded and come to rest; ``link`` holds the link's parameters."""
        query = f"?{urlencode(link)}" if link else ""
        self.page.goto(f"{self.address}/{path}{query}", wait_until="domcontentloaded")
        return self.settle()

    def settle(self) -> "Visit":
        """This visit, after whatever was clicked has been drawn."""
        self.page.wait_for_timeout(STARTED)
        self.page.evaluate("window.xianbiSame = 0")
        self.page.wait_for_function(QUIET, timeout=SETTLED, polling=120)
        return self

    @property
    def text(self) -> str:
        """What stands on the page, without the navigation."""
        return self.page.get_by_test_id("stMain").inner_text()

    def assert_sound(self) -> None:
        """No traceback, no error of a script, nothing fetched from another host."""
        self.assert_only_local()
        assert self.page.get_by_test_id("stException").count() == 0, self.text
        assert "Traceback" not in self.text
        assert self.errors == []

    def assert_only_local(self) -> None:
        """Every request of this window, web sockets included, went to the dashboard itself."""
        host = urlsplit(self.address).netloc
        inside = {"data", "blob"}
        outside = [url for url in self.requests if not _is_inside(url, host, inside)]
        assert outside == []

    def screenshot(self, path: Path) -> Path:
        """A picture of the whole page. What scrolls is inside, so the window is made as tall as that."""
        size = self.page.viewport_size or {"width": 1440, "height": 900}
        height = self.page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
        self.page.set_viewport_size({"width": size["width"], "height": max(size["height"], int(height) + 60)})
        self.page.wait_for_timeout(400)
        self.page.screenshot(path=path)
        self.page.set_viewport_size(size)
        return path

    def _note_request(self, request: Request) -> None:
        self.requests.append(request.url)

    def _note_console(self, message: ConsoleMessage) -> None:
        # A deep link makes Streamlit look for two of its own files under the page's path, in vain.
        if message.type == "error" and "404" not in message.text:
            self.errors.append(message.text)


def _is_inside(url: str, host: str, schemes: set[str]) -> bool:
    parts = urlsplit(url)
    return parts.scheme in schemes or parts.netloc == host
