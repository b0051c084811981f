"""Passages and whole reports on the page: opened by the link, stepped through, and never markup."""

import json
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from compare.record import Row
from compare.store import Store, open_store
from extract.build import build
from pages.parts.markup import element
from tests.pages.conftest import ROOT, Opener, assert_sound, words

Visitor = Callable[..., AppTest]
HOSTILE = "<script>alert(1)</script>"


def opener(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Visitor:
    monkeypatch.setenv("XIANBI_TABLE", str(folder))

    def opened(page: str, **params: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
        for key, value in params.items():
            app.query_params[key] = value
        return app.switch_page(f"pages/{page}.py").run()

    return opened


@pytest.fixture
def read(built_table: Path, monkeypatch: pytest.MonkeyPatch) -> Visitor:
    """Opens a page over the table of the seeds."""
    return opener(built_table, monkeypatch)


@pytest.fixture(scope="module")
def store(built_table: Path) -> Store:
    return open_store(built_table)


def funds(store: Store, adcode: str) -> Row:
    return next(row for row in store.rows((adcode,)) if row.metric == "funding.special")


def test_a_link_opens_the_passage_with_its_neighbours(read: Visitor, store: Store) -> None:
    row = funds(store, "341825")
    app = read("funding", x=row.fact)
    assert_sound(app)
    shown = words(app)
    assert shown.count('class="xb-pass"') == 1
    assert f"<mark>{row.text}</mark>" in shown
    assert 'class="near"' in shown
    app.button(key=f"close {row.fact}").click().run()
    assert 'class="xb-pass"' not in words(app)
    assert "x" not in app.query_params


def test_two_passages_of_two_places(read: Visitor, store: Store) -> None:
    codes = [funds(store, place).fact for place in ("340123", "341825")]
    app = read("funding", x="~".join(codes), lang="en")
    assert_sound(app)
    assert [f'id="passage-{code}"' in words(app) for code in codes] == [True, True]


def test_a_passage_is_shown_once_on_a_page(read: Visitor, store: Store) -> None:
    row = next(row for row in store.rows(("150526",)) if row.metric == "poverty_rate")
    app = read("overview", x=row.fact)
    assert words(app).count('class="xb-pass"') == 1


def test_a_figure_that_is_not_there_is_told(read: Visitor) -> None:
    app = read("funding", x="ffffffffffff", lang="en")
    assert_sound(app)
    assert "no such figure: ffffffffffff" in words(app)


def test_a_page_that_is_changed_leaves_the_passage_behind(read: Visitor, store: Store) -> None:
    app = read("funding", x=funds(store, "340123").fact)
    app.query_params.clear()
    app.switch_page("pages/lifted.py").run()
    assert "x" not in app.query_params


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_report_of_a_figure_with_every_number_marked(read: Visitor, store: Store, language: str) -> None:
    row = funds(store, "341825")
    app = read("report", x=row.fact, lang=language)
    assert_sound(app)
    shown = words(app)
    assert shown.count("<h1") == 1
    document = store.documents((row.doc,))[0]
    assert shown.count(' id="m') == document.numbers
    assert f'data-x="{row.fact}"' in shown
    assert shown.count('class="xb-pass"') == 1


def test_steps_go_from_number_to_number(read: Visitor, store: Store) -> None:
    app = read("report", d=store.documents()[0].doc)
    assert "x" not in app.query_params
    seen = []
    for _ in range(3):
        app.button(key="step True").click().run()
        seen.append(app.query_params["x"])
    assert len(set(map(str, seen))) == 3
    app.button(key="step False").click().run()
    assert app.query_params["x"] == seen[1]
    assert_sound(app)


def test_what_is_filtered_out_is_no_longer_stepped_through(read: Visitor, store: Store) -> None:
    document = next(one for one in store.documents() if one.damaged)
    app = read("report", d=document.doc, lang="en")
    app.session_state[f"fates {document.doc}"] = ["damaged"]
    app.run()
    app.button(key="step True").click().run()
    assert_sound(app)
    assert "digits lost" in words(app)
    assert f"1 of {document.damaged}" in words(app)


def test_words_are_found_in_the_other_script_and_stepped_through(read: Visitor, store: Store) -> None:
    document = next(one for one in store.documents() if one.script == "simplified")
    app = read("report", d=document.doc, lang="en")
    app.text_input(key="query").set_value("脫貧").run()
    n = (store.text(document.doc) or "").count("脱贫")
    assert f"1 of {n}" in words(app)
    app.button(key="found 1").click().run()
    assert f"2 of {n}" in words(app)
    app.text_input(key="query").set_value("没有这几个字吧").run()
    assert "Not found" in words(app)
    assert_sound(app)


def test_a_table_without_texts_shows_the_sentence_and_says_so(visit: Opener) -> None:
    app = visit("funding", x="a1", lang="en")
    assert_sound(app)
    assert "made without the reports’ texts" in words(app)
    app = visit("report", x="a1", lang="en")
    assert_sound(app)
    assert "The text of this report is not in the table." in words(app)


def test_a_table_of_another_version_of_the_program_is_told(
    built_table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, store: Store
) -> None:
    for path in built_table.iterdir():
        if path.is_file() and not path.name.startswith("."):
            (tmp_path / path.name).write_bytes(path.read_bytes())
    manifest = json.loads((tmp_path / "manifest.json").read_bytes())
    (tmp_path / "manifest.json").write_text(json.dumps({**manifest, "extractor": "0.0"}), encoding="utf-8")
    app = opener(tmp_path, monkeypatch)("funding", x=funds(store, "340123").fact, lang="en")
    assert_sound(app)
    assert "made by version 0.0 of the program" in words(app)


def test_a_report_that_is_not_there_is_told(read: Visitor) -> None:
    app = read("report", d="nowhere", lang="en")
    assert_sound(app)
    assert "The table has no such report." in words(app)


def test_nothing_in_a_report_is_markup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"一、{HOSTILE}\n2019年\"'><img src=x onerror=alert(2)>肥西县累计脱贫20户{HOSTILE}。新增<b>30个</b>点。\n"
    (tmp_path / "fx.txt").write_text(text, encoding="utf-8")
    build([tmp_path / "fx.txt"], None, tmp_path / "table", lambda *_: None)
    row = open_store(tmp_path / "table").rows()[0]
    app = opener(tmp_path / "table", monkeypatch)("report", x=row.fact, d="fx")
    assert_sound(app)
    shown = words(app)
    for markup in (HOSTILE, "<img", "<b>30"):
        assert markup not in shown
    assert HOSTILE in unescape(shown)


def test_names_of_attributes_are_those_of_html() -> None:
    made = element("button", "看", data_x="<1>", aria_label='"', css="xb-n")
    assert made == '<button data-x="&lt;1&gt;" aria-label="&quot;" class="xb-n">看</button>'
