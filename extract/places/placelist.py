"""Bare names in a list that ends in their common suffix: 陵川、沁水两县; 肥东县、肥西、长丰三县."""

import re

from extract.lexicon.gazetteer import Gazetteer, Unit
from extract.mention import Place
from extract.places.home import Home

# The end of a list: 两县, 三个省定贫困县, 等周边县市.
TAIL = re.compile(
    r"""
    (?: (?:等)? (?: [两二三四五六七八九十] | [0-9]{1,2} ) 个? | 等 (?:周边|邻近|相邻|周围)? )
    (?: 省定 | 国定 | 国家级 | 省级 | 深度 | 重点 )? (?:贫困)? [县市区旗]
    """,
    re.VERBOSE,
)
ITEMS = re.compile(r"[\u4e00-\u9fff]{2,12}(?:[、和及][\u4e00-\u9fff]{2,9}){1,15}\Z")
LONGEST = 90
ITEM = re.compile(r"[^、和及]+")


def find_listed(text: str, gazetteer: Gazetteer, home: Home | None) -> list[Place]:
    """The bare names of lists that end in a suffix for all.

    >>> from extract.lexicon.gazetteer import load_gazetteer
    >>> [place.name for place in find_listed("随着陵川、沁水两个县的脱贫摘帽", load_gazetteer(), None)]
    ['陵川县', '沁水县']
    """
    found: list[Place] = []
    for tail in TAIL.finditer(text):
        items = ITEMS.search(text, max(0, tail.start() - LONGEST), tail.start())
        if items:
            found += read_items(items, gazetteer, home)
    return found


def read_items(items: re.Match[str], gazetteer: Gazetteer, home: Home | None) -> list[Place]:
    """The counties that the items of a list name."""
    places = (
        read_item(item, gazetteer, home, item.start() == items.start())
        for item in ITEM.finditer(items.string, items.start(), items.end())
    )
    return [place for place in places if place]


def read_item(item: re.Match[str], gazetteer: Gazetteer, home: Home | None, opening: bool) -> Place | None:
    """The county that one item names; the opening item may carry words before the name."""
    text, end = item.string, item.end()
    starts = range(max(item.start(), end - 8), end - 1) if opening else (item.start(),)
    for start in starts:
        unit = county_of(text[start:end], gazetteer, home)
        if unit:
            return Place(start, end, unit.name, unit.adcode, unit.level)
    return None


def county_of(name: str, gazetteer: Gazetteer, home: Home | None) -> Unit | None:
    """The one county, near the home if there is one, with this bare name."""
    year = home.year if home else None
    units = [unit for unit in gazetteer.shorts.get(name, ()) if unit.level == "county"]
    latest = max((unit.last for unit in units), default=0)
    units = [unit for unit in units if unit.stood(year or latest)]
    if home and units:
        nearest = min(home.near(unit) for unit in units)
        units = [unit for unit in units if home.near(unit) == nearest]
    return units[0] if len(units) == 1 else None
