"""The dashboard run in the process, over the small table of ``table.py``."""

from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.pages.table import write_table

ROOT = Path(__file__).parents[2]
Opener = Callable[..., AppTest]
FRAME = ("<style>", "<script>document.documentElement.lang = ")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the table, named to the dashboard."""
    st.cache_resource.clear()  # the small tables of tests differ under one data version
    monkeypatch.setenv("XIANBI_TABLE", str(tmp_path))
    return write_table(tmp_path)


@pytest.fixture
def visit(folder: Path) -> Opener:
    """Opens a page of the dashboard by a link: ``visit("funding", p="340123")``."""

    def opened(page: str = "overview", **params: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=30)
        for key, value in params.items():
            app.query_params[key] = value
        app.run()
        return app if page == "overview" else go(app, page)

    return opened


def go(app: AppTest, page: str) -> AppTest:
    """The page after a click in the navigation."""
    return app.switch_page(f"pages/{page}.py").run()


def words(app: AppTest) -> str:
    """All the HTML of the page but its style and the one script that tells the browser the language."""
    bodies = [block.proto.body for block in app.get("html")]
    return "\n".join(body for body in bodies if not body.startswith(FRAME))


def assert_sound(app: AppTest) -> None:
    """No exception, and none that was turned into a sentence."""
    assert not app.exception
    assert "could not be drawn" not in words(app)
    assert "没能画出来" not in words(app)
