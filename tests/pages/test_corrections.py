"""A figure judged on the page, the judgement taken back, and what was corrected shown where the figure is."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from compare.record import Row
from compare.store import open_store
from tests.compare.test_corrections import CORRECTIONS, households, make
from tests.pages.conftest import assert_sound, words
from tests.pages.test_evidence import opener

Visitor = Callable[..., AppTest]


@pytest.fixture
def row(tmp_path: Path) -> Row:
    return households(make(tmp_path, ""))


@pytest.fixture
def read(row: Row, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Visitor:
    """Opens a page over a small built table."""
    return opener(tmp_path / "out", monkeypatch)


def test_a_figure_is_judged_and_the_judgement_undone(read: Visitor, row: Row, tmp_path: Path) -> None:
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir() if path.is_file()}
    app = read("lifted", x=row.fact, p="341825", m="lifted.households", lang="en")
    app.radio(key=f"verdict {row.fact}").set_value("other").run()
    app.text_input(key=f"to value {row.fact}").set_value("210").run()
    app.selectbox(key=f"to place {row.fact}").set_value("341824").run()
    app.text_input(key=f"remark {row.fact}").set_value("<b>swapped</b>").run()
    app.button(key=f"keep {row.fact}").click().run()
    assert_sound(app)
    assert "wrong: should be otherwise (Value 210, Place Jixi); &lt;b&gt;swapped&lt;/b&gt;" in words(app)
    app.switch_page("pages/data.py").run()
    assert_sound(app)
    assert "1 figure judged in this visit" in words(app)
    offered = {one.proto.label for one in app.get("download_button")}
    assert {"corrections.toml", "judgements.csv"} <= offered
    app.button(key=f"undo list {row.fact}").click().run()
    assert "judged in this visit" not in words(app)
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir() if path.is_file()} == before


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("value", "many"), "This value is no number: many"),
        (("period", "soon"), "This period is none: soon"),
        (("value", ""), "Say what it should be"),
    ],
)
def test_what_cannot_be_taken_is_said(read: Visitor, row: Row, typed: tuple[str, str], said: str) -> None:
    field, words_typed = typed
    app = read("lifted", x=row.fact, p="341825", m="lifted.households", lang="en")
    app.radio(key=f"verdict {row.fact}").set_value("other").run()
    app.text_input(key=f"to {field} {row.fact}").set_value(words_typed).run()
    app.button(key=f"keep {row.fact}").click().run()
    assert said in words(app)
    assert app.radio(key=f"verdict {row.fact}").value == "other"


def test_a_judgement_is_of_this_visit_alone(read: Visitor, row: Row) -> None:
    app = read("lifted", x=row.fact, p="341825", m="lifted.households")
    app.button(key=f"keep {row.fact}").click().run()
    assert app.button(key=f"undo passage {row.fact}").label == "撤销"
    assert "judged" not in read("lifted", x=row.fact, p="341825", m="lifted.households").session_state


@pytest.mark.parametrize("page", ["lifted", "report"])
def test_a_problem_is_reported_with_a_ready_text(read: Visitor, row: Row, page: str) -> None:
    app = read(page, x=row.fact, p="341825", m="lifted.households")
    told = next(one.value for one in app.code if "数据问题反馈" in one.value)
    for part in (row.fact, row.quote, "report?x=", "问题："):
        assert part in told


def test_what_was_corrected_is_shown_where_the_figure_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = households(make(tmp_path, CORRECTIONS))
    visit = opener(tmp_path / "out", monkeypatch)
    app = visit("lifted", x=row.fact, p="341825", m="lifted.households", lang="en")
    assert_sound(app)
    shown = words(app)
    assert shown.count("Value: extracted 120, corrected to 210") == 2  # in the passage, and under the chart
    left = next(one for one in open_store(tmp_path / "out").leftovers() if one.reason == "corrected")
    app = visit("report", d="jd", x=f"n{left.start}", lang="en")
    assert_sound(app)
    assert (
        "taken out of the table by hand; extracted as 0.5 (of a township; source: a letter, 2026-11-22)"
        in words(app)
    )
