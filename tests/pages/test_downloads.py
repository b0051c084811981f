"""The row at the foot of a page: every file of it can be had, citations and scripts are shown when opened."""

from collections.abc import Callable

import pytest
from streamlit.proto.DownloadButton_pb2 import DownloadButton
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import assert_sound

Opener = Callable[..., AppTest]
CHARTS = ("overview", "funding", "lifted", "rate", "measures", "timeline")


def buttons_of(app: AppTest) -> list[DownloadButton]:
    return [block.proto for block in app.get("download_button")]


@pytest.mark.parametrize("page", CHARTS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_can_be_taken_away(visit: Opener, page: str, language: str) -> None:
    app = visit(page, lang=language, p="340123~341825")
    assert_sound(app)
    labels = [button.label for button in buttons_of(app)][-4:]
    assert (
        labels
        == {
            "en": ["Excel", "Slides", "Slides of all pages", "ZIP"],
            "zh": ["Excel", "幻灯片", "全部页面的幻灯片", "ZIP"],
        }[language]
    )


def test_the_data_page_counts_what_passes_and_the_whole(visit: Opener) -> None:
    app = visit("data", lang="en", p="340123")
    assert_sound(app)
    labels = [button.label for button in buttons_of(app)]
    assert labels == ["CSV: the 2 rows that pass", "CSV: everything, 6 rows", "Excel", "Slides", "ZIP"]


def test_a_page_without_places_has_no_row(visit: Opener) -> None:
    assert buttons_of(visit("funding", p="none")) == []


def test_citations_and_scripts_are_worked_out_when_opened(visit: Opener) -> None:
    app = visit("funding", lang="en", p="340123~341825")
    assert [block.value for block in app.code] == []
    for icon in (":material/format_quote:", ":material/terminal:"):
        app.session_state[f"take {icon}"] = True
    app.run()
    assert_sound(app)
    said = [block.value for block in app.code]
    assert said[0].startswith("[1] 甲报告[R]. [出版地不详]: 甲县委, 2020.")
    assert "乙报告. (2020)." in said[1]
    assert "丙报告" not in said[0]
    assert said[2].startswith('python -m compare "funding?p=340123~341825&m=funding.special&y=latest')
    assert said[3].splitlines()[0] == "import pandas as pd"
