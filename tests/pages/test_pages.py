"""Each page runs in both languages, keeps its state in the link, and says what it cannot do."""

import subprocess
import sys
from pathlib import Path

import pytest

from compare.store import SlowError, Store
from compare.view import LANGUAGES, PAGES
from tests.pages.conftest import ROOT, Opener, assert_sound, go, words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_runs_and_has_one_headline(visit: Opener, page: str, language: str) -> None:
    app = visit(page, lang=language)
    assert_sound(app)
    assert words(app).count("<h1") == 1
    assert app.query_params["lang"] == language


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_that_no_place_is_chosen(visit: Opener, page: str) -> None:
    app = visit(page, p="none", lang="en")
    assert_sound(app)
    if page != "data":
        assert "No place is chosen yet." in words(app)
    assert app.query_params["p"] == "none"


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("places", ["340123", "140500~341825"])
def test_every_page_runs_with_one_place_and_with_two_unlike(visit: Opener, page: str, places: str) -> None:
    app = visit(page, p=places)
    assert_sound(app)
    assert app.query_params["p"] == places


def test_a_link_that_says_nothing_is_written_whole(visit: Opener) -> None:
    app = visit("funding")
    written = {key: app.query_params[key] for key in ("p", "m", "y", "per", "lang")}
    assert written == {
        "p": "340123~341825~140500",
        "m": "funding.special",
        "y": "latest",
        "per": "absolute",
        "lang": "zh",
    }


def test_the_state_survives_pages_and_language(visit: Opener) -> None:
    app = visit("funding", p="341825~340123", y="2020", m="funding.special")
    app.button(key="pick language").click().run()
    assert app.query_params["lang"] == "en"
    go(app, "timeline")
    assert (app.query_params["p"], app.query_params["y"], app.query_params["lang"]) == (
        "341825~340123",
        "2020",
        "en",
    )
    assert not app.exception


def test_a_metric_of_another_page_is_not_drawn_but_comes_back(visit: Opener) -> None:
    app = visit("funding", m="funding.social")
    go(app, "lifted")
    assert app.query_params["m"].startswith("lifted.")
    go(app, "funding")
    assert app.query_params["m"] == "funding.social"


def test_choosing_places_rewrites_the_link(visit: Opener) -> None:
    app = visit("funding")
    app.multiselect(key="pick places").set_value(["341825"]).run()
    assert app.query_params["p"] == "341825"
    app.multiselect(key="pick places").set_value([]).run()
    assert app.query_params["p"] == "none"


def test_an_unknown_code_is_told_until_something_changes(visit: Opener) -> None:
    app = visit("funding", p="340123~999999", k="<b>boo</b>", lang="en")
    assert "The table has no such places: 999999." in words(app)
    assert "Not understood: &lt;b&gt;boo&lt;/b&gt;." in words(app)
    assert app.query_params["p"] == "340123"
    app.multiselect(key="pick places").set_value(["341825"]).run()
    assert "999999" not in words(app)


def test_what_a_report_says_never_becomes_markup(visit: Opener) -> None:
    for page in ("funding", "timeline"):
        text = words(visit(page))
        assert "<script" not in text
        assert "<b>专项" not in text
    assert "&lt;script&gt;" in text


def test_the_sentence_stands_with_its_number_marked(visit: Opener) -> None:
    text = words(visit("funding"))
    assert "甲县安排专项资金<mark>3亿元</mark>。" in text
    assert 'lang="zh-Hant"' in text


def test_a_folder_without_a_table_gives_a_sentence(
    visit: Opener, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XIANBI_TABLE", str(tmp_path / "none"))
    app = visit(lang="en")
    assert not app.exception
    assert "The table cannot be read." in words(app)
    assert f"python -m extract build REPORTS --out {tmp_path / 'none'}" in words(app)
    assert "make data" not in words(app)


@pytest.mark.parametrize("damage", ["", "fact,doc\n1", "\x00\x01"])
def test_a_broken_table_gives_a_sentence(visit: Opener, folder: Path, damage: str) -> None:
    (folder / "metrics.csv").write_text(damage, encoding="utf-8")
    (folder / "manifest.json").write_text(f'{{"data_version": "broken{len(damage)}"}}', encoding="utf-8")
    app = visit(lang="zh")
    assert not app.exception
    assert "读不到数据表" in words(app)


def test_the_data_page_filters_and_counts(visit: Opener) -> None:
    app = visit("data", lang="en", fm="funding.special", fg="stated", p="340123~341825~140500")
    assert "2 figures of 2 places" in words(app)
    labels = [button.label for button in app.get("download_button")]
    assert labels[:2] == ["CSV: the 2 rows that pass", "CSV: everything, 6 rows"]


def test_a_view_cut_at_its_limit_says_so_and_the_files_say_how_much_they_hold(
    visit: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pages.parts.filters.MOST_ROWS", 4)
    app = visit("data", lang="en")
    assert "The first 4 of 6 rows are shown." in words(app)
    labels = [button.label for button in app.get("download_button")]
    assert labels[:2] == ["CSV: the 6 rows that pass", "CSV: everything, 6 rows"]
    assert "rows are shown" not in words(visit("data", lang="en", fm="funding.special"))


def test_only_years_with_figures_of_the_page_are_offered(visit: Opener) -> None:
    years = visit("funding").selectbox(key="pick period funding")
    assert years.options == ["最近一次", "2020年", "2017年"]


def test_a_family_of_measures_is_chosen_by_the_link(visit: Opener) -> None:
    app = visit("measures", f="jobs", lang="en")
    assert app.query_params["f"] == "jobs"
    assert "No report of these places gives figures on this: Jobs" in words(app)


def test_undated_figures_can_be_asked_for(visit: Opener) -> None:
    assert "1 figure of 1 place" in words(visit("data", lang="en", fy="none"))


def test_a_filter_without_a_match_says_so(visit: Opener) -> None:
    said = words(visit("data", lang="en", fb="plan"))
    assert "No figure passes these filters." in said
    assert said.count("<h1") == 1


def test_a_page_that_fails_says_so_and_shows_no_traceback(
    visit: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("the inside")

    monkeypatch.setattr("compare.panels.rate.build_rate", fail)
    app = visit("rate", lang="en")
    assert not app.exception
    assert "This page could not be drawn." in words(app)
    assert "the inside" not in words(app)


BROKEN = """
import extract.lexicon

def fail():
    raise ValueError("a broken entry")

extract.lexicon.load_metrics = fail
import pages.parts.frame
import compare.panels.overview
"""


def test_what_is_loaded_before_a_page_runs_does_not_read_the_lexicon() -> None:
    """A broken entry must be met where it is told in a sentence."""
    done = subprocess.run(
        [sys.executable, "-c", BROKEN], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_nothing_chosen_is_one_click_from_something(visit: Opener) -> None:
    app = visit("funding", p="none")
    app.button(key="first places").click().run()
    assert app.query_params["p"] == "340123~341825~140500"


def test_a_question_that_took_too_long_is_told_as_such(
    visit: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(*_: object) -> None:
        raise SlowError("a question took longer than 5 seconds and was ended")

    monkeypatch.setattr(Store, "rows", slow)
    app = visit("overview", p="340123", lang="en")
    assert not app.exception
    assert "took too long and was ended" in words(app)
    assert "cannot be read" not in words(app)
