"""Every view of a storyboard gives one message with its caveat and sources, whatever the link says."""

from collections.abc import Callable

import pytest

from compare.context import Context
from compare.known import known_codes
from compare.meeting import build_scene, stop_of, stops_of, view_of
from compare.storyboard import USUAL, Stop, read_stops, write_stops
from compare.view import Filters, View
from tests.compare.figures import figure

LINES = (
    figure("340123", "funding.special", "300000000"),
    figure("341825", "funding.special", "20000000"),
    figure("341825", "poverty_rate", "4.5", basis="level"),
)


@pytest.fixture
def context(ask: Callable[..., Context]) -> Callable[..., Context]:
    return lambda **view: ask(LINES, **{"places": ("340123", "341825"), "mode": "meeting", **view})


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_usual_views_have_each_a_sentence(context: Callable[..., Context], language: str) -> None:
    asked = context(language=language)
    for number in range(1, len(USUAL) + 1):
        told = context(language=language, at=number)
        scene = build_scene(told, known_codes(asked.store))
        assert (scene.number, scene.count) == (number, len(USUAL))
        assert scene.panel.headline
        assert scene.context.view.page == USUAL[number - 1].page
        assert bool(scene.cards) == (scene.context.view.page == "overview")


def test_a_view_that_was_added_keeps_its_places_and_filters(context: Callable[..., Context]) -> None:
    seen = View("measures", ("341825",), period="2020", family="jobs", filters=Filters(metrics=("a",)))
    stop = stop_of(seen)
    assert stop == Stop("measures", "", (("p", "341825"), ("y", "2020"), ("f", "jobs")))
    known = known_codes(context().store)
    view, dropped = view_of(stop, View(places=("340123",), language="en"), known)
    assert (view.places, view.family, view.language, dropped) == (("341825",), "jobs", "en", ())


def test_the_usual_views_follow_the_places_chosen(context: Callable[..., Context]) -> None:
    known = known_codes(context().store)
    view, _ = view_of(USUAL[1], View(places=("341825",)), known)
    assert view.places == ("341825",)


def test_a_number_beyond_the_last_is_the_last(context: Callable[..., Context]) -> None:
    asked = context(at=20, story=(Stop("funding"), Stop("rate", "率")))
    scene = build_scene(asked, known_codes(asked.store))
    assert (scene.number, scene.title) == (2, "率")


def test_what_a_stop_names_and_the_table_does_not_know_is_told(context: Callable[..., Context]) -> None:
    stops, _ = read_stops("funding~p.999999~m.no_such")
    asked = context(story=stops)
    scene = build_scene(asked, known_codes(asked.store))
    assert [d.value for d in scene.dropped] == ["999999", "no_such"]
    assert scene.panel.headline
    assert stops_of(asked.view) == stops
    assert write_stops(stops) == "funding~p.999999~m.no_such"


def test_the_whole_table_can_be_a_view(context: Callable[..., Context]) -> None:
    asked = context(story=(Stop("data"),))
    assert len(build_scene(asked, known_codes(asked.store)).panel.table.cells) == len(LINES)


def test_no_place_gives_sentences(context: Callable[..., Context]) -> None:
    for number in range(1, len(USUAL) + 1):
        asked = context(places=(), at=number)
        assert build_scene(asked, known_codes(asked.store)).panel.headline
