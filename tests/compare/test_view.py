"""A link brings back the view that wrote it, and no link breaks a page."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from compare.storyboard import USUAL, Stop
from compare.view import (
    BASES,
    GRADES,
    LANGUAGES,
    MODES,
    MOST_PLACES,
    PAGES,
    PERS,
    Filters,
    Known,
    View,
    link,
    parse_link,
)

PLACES = tuple(f"{code:06d}" for code in range(340101, 340131))
METRICS = ("funding.special", "lifted.households", "poverty_rate")
PERIODS = ("2014", "2019", "2020")
KINDS = ("exit", "funding", "plan")
DATES = ("2019", "2020-09", "none")
FAMILIES = ("income", "jobs")
KNOWN = Known(PLACES, PLACES[:5], METRICS, PERIODS, DATES, FAMILIES, KINDS)


def some(values: tuple[str, ...], most: int = 12) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), unique=True, max_size=min(most, len(values))).map(tuple)


VIEWS = st.builds(
    View,
    page=st.sampled_from(PAGES),
    places=some(PLACES),
    metric=st.sampled_from(("", *METRICS)),
    period=st.sampled_from(("latest", *PERIODS)),
    per=st.sampled_from(PERS),
    language=st.sampled_from(LANGUAGES),
    family=st.sampled_from(("", *FAMILIES)),
    kinds=some(KINDS),
    filters=st.builds(Filters, some(METRICS), some(DATES), some(BASES), some(GRADES)),
    mode=st.sampled_from(MODES),
    doc=st.sampled_from(("", "肥西 2020", "own:甲~乙")),
    facts=st.lists(st.sampled_from(("08b22ae0b911", "n271", "own08b22ae0b911")), unique=True, max_size=2).map(
        tuple
    ),
    version=st.sampled_from(("", "ec43ac9cac99")),
    story=st.sampled_from(
        ((), USUAL, (Stop("funding", "钱. 多少", (("p", "340101~340102"), ("y", "2020"))),))
    ),
    at=st.integers(0, 6),
)
PARAMS = (
    "p",
    "m",
    "y",
    "per",
    "lang",
    "f",
    "k",
    "fm",
    "fy",
    "fb",
    "fg",
    "mode",
    "d",
    "x",
    "s",
    "at",
    "v",
    "print",
)


@given(VIEWS)
def test_a_link_brings_its_view_back(view: View) -> None:
    assert parse_link(link(view), KNOWN, view.page) == (view, ())


@given(VIEWS)
def test_the_language_changes_nothing_else_in_a_link(view: View) -> None:
    chinese, english = (link(replace(view, language=code)) for code in LANGUAGES)
    assert {key for key in chinese if chinese[key] != english[key]} == {"lang"}


@given(st.dictionaries(st.sampled_from(PARAMS), st.text(max_size=200)), st.text(max_size=20))
def test_any_text_is_a_link(params: dict[str, str], page: str) -> None:
    view, dropped = parse_link(params, KNOWN, page)
    assert view.page in PAGES
    assert set(view.places) <= set(PLACES)
    assert parse_link(link(view), KNOWN, view.page) == (view, ())
    assert all(
        d.value in params.values() or any(d.value in v.split("~") for v in params.values()) for d in dropped
    )


def test_an_unknown_code_is_dropped_and_named() -> None:
    view, dropped = parse_link({"p": "340101~999999~340102", "m": "no.such", "y": "20"}, KNOWN)
    assert view.places == ("340101", "340102")
    assert (view.metric, view.period) == ("", "latest")
    assert [(d.part, d.value) for d in dropped] == [
        ("place", "999999"),
        ("metric", "no.such"),
        ("period", "20"),
    ]


def test_a_place_too_many_is_dropped_and_named() -> None:
    places = tuple(f"34{n:04}" for n in range(1, MOST_PLACES + 2))
    view, dropped = parse_link({"p": "~".join(places)}, replace(KNOWN, places=places))
    assert view.places == places[:MOST_PLACES]
    assert [(d.part, d.value) for d in dropped] == [("too many", places[MOST_PLACES])]


def test_a_link_without_places_opens_the_first_and_none_opens_none() -> None:
    assert parse_link({}, KNOWN)[0].places == PLACES[:5]
    assert parse_link({"p": "none"}, KNOWN)[0].places == ()
