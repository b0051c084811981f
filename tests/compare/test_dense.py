"""Many places: more than there are colours, up to fifty, ranked by number and drawn alike."""

import re
from collections.abc import Callable

from compare.charts.bars import BAR, DENSE_ROW
from compare.context import Context
from compare.panels.funding import build_funding
from compare.view import COLOURED, MOST_PLACES
from extract.lexicon.gazetteer import load_gazetteer
from tests.compare.figures import figure

Ask = Callable[..., Context]
COUNTIES = [unit.adcode for unit in load_gazetteer().units if unit.level == "county" and unit.last >= 2020]
MANY = tuple(COUNTIES[:MOST_PLACES])


def test_so_many_as_there_are_colours_keep_their_own(ask: Ask) -> None:
    few, many = (ask([], places=MANY[:n]) for n in (COLOURED, COLOURED + 1))
    assert len({few.colour(place) for place in few.view.places}) == COLOURED
    assert {many.colour(place) for place in many.view.places} == {many.palette.zero}


def test_fifty_places_are_ranked_in_thin_lines_and_those_with_the_same_figure_share_a_rank(ask: Ask) -> None:
    values = [str(100_000_000 - 1_000_000 * (n // 2)) for n in range(MOST_PLACES)]
    lines = [figure(place, "funding.special", value) for place, value in zip(MANY, values, strict=True)]
    panel = build_funding(ask(lines, places=MANY))[0]
    assert panel.figure is not None
    words = [note["text"] for note in panel.figure["layout"]["annotations"]]
    ranks = [int(found[1]) for text in words if (found := re.match(r"<b>([0-9]+)\. ", text))]
    assert ranks == [1 + n - n % 2 for n in range(MOST_PLACES)]
    assert panel.figure["layout"]["height"] == DENSE_ROW * MOST_PLACES
    assert {trace["width"][0] for trace in panel.figure["data"]} == {BAR // 2}


def test_of_many_silent_places_one_line_tells_all(ask: Ask) -> None:
    lines = [figure(place, "funding.special", "1000000") for place in MANY[:12]]
    panel = build_funding(ask(lines, places=MANY[:14]))[0]
    assert panel.figure is not None
    assert panel.figure["layout"]["height"] == DENSE_ROW * 12
    assert sum("报告没有写" in note or "没有" in note for note in panel.notes) >= 1


def test_of_several_measures_each_shows_its_first_ten_and_says_how_many_more(ask: Ask) -> None:
    metrics = ("funding.special", "funding.total", "funding.social")
    lines = [
        figure(place, metric, str(1_000_000 + n)) for metric in metrics for n, place in enumerate(MANY[:30])
    ]
    panel = build_funding(ask(lines, places=MANY[:30], metric="funding.special"))[1]
    assert panel.figure is not None
    words = [note["text"] for note in panel.figure["layout"]["annotations"]]
    assert len(panel.figure["data"]) == 20
    assert sum("20" in text and "表" in text for text in words) == 2
    assert len(panel.table.cells) == 60
