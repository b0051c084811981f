"""Two processes of the dashboard behind nginx, with the configuration that docs/deploy ships."""

import asyncio
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest

from tests.browser.server import run_dashboard
from tests.pages.table import write_table
from tools.load.proxy import serving_proxy
from tools.load.visitor import Plan, visit

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not installed: apt install nginx-light"),
]


@pytest.fixture(scope="module")
def proxy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address of nginx before two dashboards, and its folder."""
    folder = tmp_path_factory.mktemp("deploy")
    table = write_table(folder / "table")
    with (
        run_dashboard(table, folder / "a.log") as one,
        run_dashboard(table, folder / "b.log") as two,
        serving_proxy((one, two), folder) as address,
    ):
        yield address, folder


def test_the_page_comes_with_its_headers_and_a_cookie_once(proxy: tuple[str, Path]) -> None:
    address, _ = proxy
    with urlopen(address) as answer:
        headers = answer.headers
    cookie = headers["Set-Cookie"]
    assert re.fullmatch("xianbi=[0-9a-f]{32}; Path=/; HttpOnly; SameSite=Lax", cookie)
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "nginx/" not in headers["Server"]
    with urlopen(Request(address, headers={"Cookie": cookie.partition(";")[0]})) as again:
        assert again.headers["Set-Cookie"] is None


def test_a_visit_stays_with_its_process_and_visits_spread_over_both(proxy: tuple[str, Path]) -> None:
    address, folder = proxy
    before = len(_served(folder))
    for n in range(12):
        for _ in range(3):
            cookie = {"Cookie": f"xianbi={n:032x}"}
            urlopen(Request(f"{address}/_stcore/health", headers=cookie)).close()
    time.sleep(0.2)
    seen = _served(folder)[before:]
    groups = [set(seen[at : at + 3]) for at in range(0, 36, 3)]
    assert [len(group) for group in groups] == [1] * 12
    assert len(set().union(*groups)) == 2


def test_pages_come_over_the_websocket_and_foreign_origins_are_refused(proxy: tuple[str, Path]) -> None:
    address, _ = proxy
    plan = Plan(("", "funding"), ("340123", "341825"), 0.1, time.monotonic() + 8)
    told = asyncio.run(visit(address, plan, 1, {"Cookie": f"xianbi={1:032x}"}))
    assert told.faults == []
    assert len(told.opened) == 1
    assert told.clicks
    stranger = Request(
        f"{address}/_stcore/stream",
        headers={
            "Origin": "http://elsewhere.example",
            "Upgrade": "websocket",
            "Connection": "Upgrade",
            "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Key": "MDEyMzQ1Njc4OWFiY2RlZg==",
        },
    )
    with pytest.raises(URLError, match="403"):
        urlopen(stranger)


def test_nginx_takes_the_file_as_it_is(tmp_path: Path) -> None:
    file = Path(__file__).parents[1] / "docs" / "deploy" / "nginx.conf"
    done = subprocess.run(
        ["nginx", "-t", "-p", str(tmp_path), "-e", "error.log", "-c", str(file)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "[warn]" not in done.stderr.replace('the "user" directive', "")


def _served(folder: Path) -> list[str]:
    """Which process answered each request so far."""
    lines = (folder / "access.log").read_text(encoding="utf-8").splitlines()
    return [line.split()[3] for line in lines]
