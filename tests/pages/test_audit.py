"""Audit, coverage and method on the page: from a sum, a sign or an example to the passage, and never markup."""

from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from compare.store import Store, open_store
from extract.build import build
from tests.pages.conftest import ROOT, Opener, assert_sound, words

Visitor = Callable[..., AppTest]
HOSTILE = "<script>alert(1)</script>"
PAGES = ("audit", "coverage", "method")


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
    return opener(built_table, monkeypatch)


@pytest.fixture(scope="module")
def store(built_table: Path) -> Store:
    return open_store(built_table)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_pages_open_over_any_table(visit: Opener, page: str, language: str) -> None:
    app = visit(page, lang=language)
    assert_sound(app)
    assert words(app).count("<h1") == 1


@pytest.mark.parametrize("page", PAGES)
def test_without_places_the_pages_still_say_something(read: Visitor, page: str) -> None:
    app = read(page, p="none", lang="en")
    assert_sound(app)
    assert words(app).count("<h1") == 1


def test_a_sum_stands_with_both_numbers_and_a_button_for_each_figure(read: Visitor) -> None:
    app = read("audit", p="140500", lang="en")
    assert_sound(app)
    shown = words(app)
    assert "<dt>Reported</dt><dd>24. 6%</dd>" in shown
    assert "<dt>Calculated</dt><dd>29.2%</dd>" in shown
    assert '<mark class="checked">24. 6%</mark>' in shown
    assert shown.count("<article") == shown.count('id="finding-')


def test_a_verdict_filters_and_stays_in_the_link(read: Visitor) -> None:
    app = read("audit", lang="en", fv="contradicts")
    assert 'class="v-contradicts"' in words(app)
    assert 'class="v-consistent"' not in words(app)
    app.button_group(key="pick verdicts").set_value(["consistent"]).run()
    assert "consistent" in app.query_params["fv"]
    assert 'class="v-contradicts"' not in words(app)
    assert_sound(app)


def test_the_passage_of_a_figure_stands_below_its_sum(read: Visitor, store: Store) -> None:
    row = next(row for row in store.rows(("341825",)) if row.text == "5639人")
    app = read("audit", x=row.fact, p="341825", lang="en")
    assert_sound(app)
    assert words(app).count('class="xb-pass"') == 1
    app.button(key=f"close {row.fact}").click().run()
    assert 'class="xb-pass"' not in words(app)


def test_other_pages_say_where_a_figure_is_contradicted(read: Visitor, store: Store) -> None:
    row = next(row for row in store.rows(("341825",)) if row.text == "5639人")
    for page in ("lifted", "data"):
        app = read(page, x=row.fact, p="341825", lang="en", m="lifted.persons")
        assert_sound(app)
        assert "More lifted than registered" in words(app)
        labels = [link.proto.label for link in app.get("page_link")]
        assert any("see the audit" in label for label in labels), page
        assert "Audit" in labels


def test_the_cell_in_hand_shows_its_passage_and_the_other_figures(read: Visitor, store: Store) -> None:
    held = [row for row in store.rows(("430725",)) if row.metric == "villages.poor"]
    app = read("coverage", x=held[0].fact, lang="en")
    assert_sound(app)
    shown = words(app)
    assert shown.count('class="xb-pass"') == 1
    assert f"{len(held) - 1} more figures of Taoyuan: poor villages" in shown


def test_many_places_turn_the_matrix_and_a_year_thins_it(read: Visitor, store: Store) -> None:
    app = read("coverage", lang="en")
    assert 'class="xb-grid xb-cover"' in words(app)
    app.toggle(key="all places").set_value(True).run()
    assert_sound(app)
    shown = words(app)
    assert 'class="xb-grid xb-cover many"' in shown
    assert shown.count('scope="row"') >= len(store.places())
    signs = shown.count("<button")
    app.selectbox(key="pick period coverage").set_value("2014").run()
    assert_sound(app)
    assert 0 < words(app).count("<button") < signs


def test_the_method_follows_another_figure_at_a_click(read: Visitor) -> None:
    app = read("method", lang="en")
    before = words(app)
    assert before.count("<li>") >= 7
    app.button(key="another example").click().run()
    assert_sound(app)
    assert words(app) != before
    assert "x" in app.query_params


def test_every_metric_is_defined(read: Visitor) -> None:
    app = read("method", lang="zh")
    assert words(app).count('<th scope="row">') >= 46 + 3


@pytest.mark.parametrize("page", PAGES)
def test_nothing_in_a_report_is_markup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str) -> None:
    text = (
        f"2019年肥西县150个贫困村累计退出120个{HOSTILE},占90%。增长<b>30%</b>。肥西县成立驻村工作队<i>3支</i>。\n"
        f"肥西县累计脱贫20户{HOSTILE}。\n"
    )
    (tmp_path / "fx.txt").write_text(text, encoding="utf-8")
    build([tmp_path / "fx.txt"], None, tmp_path / "table", lambda *_: None)
    app = opener(tmp_path / "table", monkeypatch)(page, p="340123")
    assert_sound(app)
    shown = words(app)
    assert HOSTILE not in shown
    assert "<b>30" not in shown
    if page == "audit":
        assert HOSTILE in unescape(shown)
