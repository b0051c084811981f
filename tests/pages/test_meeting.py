"""The meeting, its storyboard, the copied link and the page for paper, run in the process."""

import json
from pathlib import Path

import pytest

from tests.pages.conftest import Opener, assert_sound, words

OLD = "123456789abc"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("at", ["1", "2", "3", "4", "5", "6", "99"])
def test_every_view_of_a_meeting_has_one_headline(visit: Opener, at: str, language: str) -> None:
    app = visit(mode="meeting", at=at, lang=language)
    assert_sound(app)
    assert words(app).count("<h1") == 1
    assert "multiselect" not in {widget.type for widget in app.main}


def test_the_buttons_turn_and_leave(visit: Opener) -> None:
    app = visit(mode="meeting", at="2", lang="en")
    app.button(key="turn arrow_forward").click().run()
    assert app.query_params["at"] == "3"
    app.button(key="turn arrow_back").click().run()
    app.button(key="turn leave").click().run()
    assert "mode" not in app.query_params
    assert "at" not in app.query_params
    assert app.multiselect(key="pick places").value


def test_a_title_is_text_and_stands_above_the_computed_sentence(visit: Opener) -> None:
    said = words(visit(mode="meeting", s="funding~t.<b>Money</b>", lang="en"))
    assert "&lt;b&gt;Money&lt;/b&gt;" in said
    assert said.index("Money") < said.index("<h1")


def test_a_view_that_is_none_is_told(visit: Opener) -> None:
    app = visit(mode="meeting", s="nowhere~~rate", lang="en")
    assert_sound(app)
    assert "nowhere" in words(app)


def test_a_link_of_the_past_says_what_changed(visit: Opener, folder: Path) -> None:
    after = {
        "place": "肥西县",
        "adcode": "340123",
        "metric": "funding.special",
        "value": "300000000",
        "unit": "CNY",
    }
    after |= {"period": "2020", "basis": "flow", "qualifier": "exact", "text": "3亿元"}
    record = {"change": "changed", "doc": "d1", "fact": "a1", "was": "a1"}
    record |= {"before": {**after, "value": "290000000"}, "after": after}
    since = [{"version": OLD + "0000", "added": 0, "gone": 0, "changed": 1, "moved": 0, "facts": [record]}]
    told = json.dumps({"version": "abcdef012345", "since": since})
    (folder / "changes.json").write_text(told, encoding="utf-8")
    app = visit("overview", v=OLD, lang="en")
    assert "changed: ¥290m (2020, in the year) → ¥300m (2020, in the year)" in words(app)
    assert app.query_params["v"] == OLD
    app.multiselect(key="pick places").set_value(["341825"]).run()
    assert "v" not in app.query_params
    assert "data have moved on" not in words(app)


def test_a_forgotten_version_is_told_and_the_present_one_is_not(visit: Opener) -> None:
    assert "no longer remembered" in words(visit(v="0" * 12, lang="en"))
    assert "data have moved on" not in words(visit(v="abcdef012345", lang="en"))


def test_the_copied_link_names_the_data_version_and_no_mode(visit: Opener) -> None:
    said = words(visit("funding", p="340123", lang="en"))
    assert (
        'data-copy="p=340123&amp;m=funding.special&amp;y=latest&amp;per=absolute&amp;lang=en&amp;v=abcdef012345"'
        in said
    )


def test_paper_says_every_filter(visit: Opener) -> None:
    app = visit("data", print="1", p="340123~341825", fm="funding.special", lang="en")
    assert_sound(app)
    said = words(app)
    assert "Metrics</b>: Special poverty funds" in said
    assert "Feixi (340123), Jingde (341825)" in said
    assert app.query_params["mode"] == "print"
    app.button(key="paper back").click().run()
    assert "mode" not in app.query_params
