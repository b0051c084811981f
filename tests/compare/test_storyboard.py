"""A storyboard comes back from its link and its file, and any text is one."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.storyboard import (
    KEYS,
    MOST_STOPS,
    PAGES,
    USUAL,
    Stop,
    clean_title,
    read_file,
    read_stops,
    write_file,
    write_stops,
)

CODES = st.from_regex(r"[0-9A-Za-z_.]{1,12}", fullmatch=True)
VALUES = st.lists(CODES, min_size=1, max_size=4).map("~".join)
ASKED = st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=4).map(
    lambda told: tuple((key, told[key]) for key in KEYS if key in told)
)
STOPS = st.lists(
    st.builds(Stop, st.sampled_from(PAGES), st.text(max_size=80).map(clean_title), ASKED),
    min_size=1,
    max_size=MOST_STOPS,
).map(tuple)


@given(STOPS)
def test_a_storyboard_comes_back_from_link_and_file(stops: tuple[Stop, ...]) -> None:
    assert read_stops(write_stops(stops)) == (stops, ())
    assert read_file(write_file(stops)) == stops


@given(st.text(alphabet="~.pmytk0123overviewfunding钱 \n<", max_size=200))
def test_any_text_is_a_storyboard_that_comes_back(text: str) -> None:
    stops, _ = read_stops(text)
    assert read_stops(write_stops(stops)) == (stops, ())


def test_a_link_needs_no_escapes_but_for_titles() -> None:
    text = write_stops((*USUAL, Stop("funding", "", (("p", "340123~341825"), ("m", "funding.social")))))
    assert set(text) <= set("abcdefghijklmnopqrstuvwxyz0123456789._-~")
    assert text.endswith("audit~~funding~p.340123~p.341825~m.funding.social")


def test_too_many_views_are_named() -> None:
    stops, left = read_stops("~~".join(["rate"] * (MOST_STOPS + 2)))
    assert (len(stops), left) == (MOST_STOPS, ("rate", "rate"))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"views": []}',
        b'{"kind": "xianbi storyboard", "views": []}',
        b'{"kind": "xianbi storyboard", "views": [{"page": "nowhere"}]}',
        b'{"kind": "xianbi storyboard", "views": [3]}',
    ],
)
def test_what_is_no_storyboard_is_none(content: bytes) -> None:
    assert read_file(content) is None


def test_the_file_can_be_read_by_people() -> None:
    told = json.loads(write_file((Stop("funding", "钱", (("m", "funding.social"),)),)))
    assert told["views"] == [{"page": "funding", "title": "钱", "m": "funding.social"}]
