"""The page of one's own reports, in the process: what it says, what it keeps to itself, what it never runs."""

import io
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from compare.known import known_codes
from compare.own.refusals import Fault
from compare.store import open_store
from compare.view import PAGES
from extract.visit import read_visit
from pages.parts import visit as own
from pages.parts.visit import VISIT, Room, Visit
from tests.pages.conftest import Opener, assert_sound, go, words

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>"
REPORT = f"{HOSTILE}旌德县2019年脱贫50户、投入专项扶贫资金300万元，javascript:alert(3) 7247 处。"


@pytest.fixture
def brought() -> Visit:
    """A visit with one report, whose text is none too friendly."""
    room = Room()
    (room.path / "upload").mkdir()
    (room.path / "upload" / "'onload=alert(4)&lt;b&gt;.txt").write_text(REPORT, encoding="utf-8")
    read_visit(room.path, {})
    store = open_store(room.path / "table")
    return Visit(room, store, known_codes(store), (Fault(HOSTILE, "scan", {"pages": HOSTILE}),))


def with_reports(app: AppTest, brought: Visit) -> AppTest:
    app.session_state[VISIT] = brought
    return app


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_without_reports_says_what_it_is_for(visit: Opener, language: str) -> None:
    app = visit("own", lang=language)
    assert_sound(app)
    assert words(app).count("<h1") == 1
    assert len(app.button) > 0
    assert not [button for button in app.button if button.key == "own compare"]


def test_what_a_report_says_never_becomes_markup_on_any_page(visit: Opener, brought: Visit) -> None:
    app = with_reports(visit(lang="en", p="340123"), brought)
    go(app, "own")
    assert_sound(app)
    text = words(app)
    assert "&lt;script&gt;" in text
    assert "&amp;lt;b&amp;gt;" in text
    app.button(key="own compare").click().run()
    for page in PAGES:
        if page != "overview":
            go(app, page)
        assert_sound(app)
        shown = words(app)
        assert "<script" not in text + shown
        assert "<img" not in text + shown
        assert "own341825" in app.query_params["p"]


def test_own_places_are_offered_beside_the_others(visit: Opener, brought: Visit) -> None:
    app = with_reports(visit("own", lang="zh"), brought)
    app.run()
    options = app.multiselect(key="pick places").options
    assert sum(option.startswith("旌德县\n") for option in options) == 1
    assert sum(option.startswith("旌德县*\n") for option in options) == 1


def test_another_visit_sees_nothing_of_it(visit: Opener, brought: Visit) -> None:
    with_reports(visit("own"), brought).run()
    other = visit("funding", p="340123~own341825", lang="en")
    assert "stays in the visit that opened them" in words(other)
    assert other.query_params["p"] == "340123"
    assert "own" not in "".join(other.multiselect(key="pick places").options)


def test_removing_all_clears_the_view_and_the_folder(visit: Opener, brought: Visit) -> None:
    folder = brought.room.path
    app = with_reports(visit("own", lang="en", p="340123"), brought)
    app.run()
    app.button(key="own compare").click().run()
    go(app, "own")
    app.button(key="own remove all").click().run()
    assert app.query_params["p"] == "340123"
    assert VISIT not in app.session_state
    assert folder.exists()  # this test still holds the visit


def test_a_room_is_gone_with_its_last_holder() -> None:
    room = Room()
    folder = room.path
    assert folder.is_dir()
    del room
    assert not folder.exists()


class Sent(io.BytesIO):
    """A file as the browser sends it."""

    def __init__(self, name: str, size: int = 3) -> None:
        super().__init__(b"abc")
        self.name, self.size = name, size


@pytest.mark.parametrize(
    ("name", "refusal"),
    [
        ("a.exe", "other format"),
        ("noending", "other format"),
        ("other.csv", "other format"),
        ("big.txt", "full"),
    ],
)
def test_what_never_reaches_the_reader(tmp_path: Path, name: str, refusal: str) -> None:
    fault = own._refuse(Sent(name, 3 if name != "big.txt" else own.MOST + 1), tmp_path)
    assert fault
    assert fault.refusal == refusal


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/肥西.txt", "肥西.txt"),
        ("C:\\Windows\\肥西.docx", "肥西.docx"),
        (".hidden.txt", "hidden.txt"),
        ("a\u202eb<c>.txt", "abc.txt"),
        ("长" * 300 + ".pdf", "长" * 76 + ".pdf"),
        ("documents.csv", "documents.csv"),
    ],
)
def test_names_of_uploads_are_harmless(name: str, kept: str) -> None:
    assert own._name(name) == kept


def test_a_reader_that_dies_gives_up_the_new_files_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "upload").mkdir()
    (tmp_path / "upload" / "x.txt").write_text("abc")
    (tmp_path / "table").mkdir()
    (tmp_path / "table" / "manifest.json").write_text("{}")
    monkeypatch.setattr(own, "MODULE", "extract.no_such_module")
    answer = own._ask(tmp_path, {})
    assert answer["version"]
    assert [(fault["where"], fault["refusal"]) for fault in answer["faults"]] == [("x.txt", "broken")]
    assert not (tmp_path / "upload").exists()
    monkeypatch.setattr(own, "PATIENCE", 0.001)
    (tmp_path / "upload").mkdir()
    (tmp_path / "upload" / "y.txt").write_text("abc")
    assert own._ask(tmp_path, {})["faults"][0]["refusal"] == "slow"
