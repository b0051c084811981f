"""The place that a document is about, where nobody said: names counted, weighed by where they stand.

A wrong home is worse than none: every figure of the document would be another county's. So one place must
stand out, and what the text calls itself (我县, 全市) must not contradict it.
"""

import re
from collections import Counter
from dataclasses import dataclass

from extract.gazetteer import Gazetteer, Unit
from extract.home import ORDINARY, Home, settle
from extract.title import find_titles

HEAD = 300  # characters in which a name counts more: title, sender, first sentences
SELF = re.compile(
    r"(?<![安健齐])[全我本](?P<own>[县市旗州盟区])(?!场|域)|(?<![区省自治])(?P<seat>[县市旗州盟])(?:委|人?民?政府)"
)
ENOUGH = 3.0  # one name in the head, or three anywhere
LEAD = 1.5  # times the weight of the next place that is not above or below it


@dataclass(frozen=True, slots=True)
class Weighed:
    """A unit and how much the text speaks of it."""

    unit: Unit
    weight: float


def infer_home(text: str, gazetteer: Gazetteer, year: int | None = None) -> Home | None:
    """The home of readable text; None where no place stands out.

    >>> from extract.gazetteer import load_gazetteer
    >>> home = infer_home("旌德县地处皖南,辖10镇。全县共有贫困村8个。", load_gazetteer(), 2020)
    >>> home.unit.name
    '旌德县'
    """
    weighed = weigh(text, gazetteer, year)
    selves = Counter(match["own"] or match["seat"] for match in SELF.finditer(text))
    counties = [item for item in weighed if item.unit.level == "county"]
    cities = [item for item in weighed if item.unit.level == "prefecture"]
    county, city = leader(counties), leader(cities)
    unit = between(county, city, selves) or common_parent(counties, gazetteer, year, selves)
    return settle(unit, gazetteer, year) if unit else None


def weigh(text: str, gazetteer: Gazetteer, year: int | None) -> list[Weighed]:
    """The prefectures and counties named in full, heaviest first; bare names of these count half."""
    weights: dict[Unit, float] = {}
    for start, unit in find_titles(text, gazetteer, year):
        if unit.level != "province":
            weights[unit] = weights.get(unit, 0.0) + (3.0 if start < HEAD else 1.0)
    for unit in weights:
        if len(unit.short) > 1 and unit.short not in ORDINARY:
            bare = text.count(unit.short) - text.count(unit.name)
            weights[unit] += 0.5 * min(max(bare, 0), 20)
    return sorted((Weighed(u, w) for u, w in weights.items()), key=lambda item: (-item.weight, item.unit.adcode))


def leader(items: list[Weighed]) -> Weighed | None:
    """The first of the list, if it has weight and stands clear of the second."""
    if not items or items[0].weight < ENOUGH:
        return None
    return items[0] if len(items) == 1 or items[0].weight >= LEAD * items[1].weight else None


def between(county: Weighed | None, city: Weighed | None, selves: Counter[str]) -> Unit | None:
    """The county or the prefecture: the heavier, unless the text calls itself by the other's word."""
    if not county or not city:
        only = county or city
        return only.unit if only and fits(only.unit, selves) else None
    if fits(county.unit, selves) and (county.weight >= city.weight or not fits(city.unit, selves)):
        return county.unit
    return city.unit if fits(city.unit, selves) and city.weight >= LEAD * county.weight else None


def fits(unit: Unit, selves: Counter[str]) -> bool:
    """Whether the text's own words (我县, 全市) allow this kind of unit; two are needed to rule it out."""
    kind = unit.name[-1]
    others = sum(count for word, count in selves.items() if word != kind)
    return selves[kind] > 0 or others < 2 or not selves


def common_parent(
    counties: list[Weighed], gazetteer: Gazetteer, year: int | None, selves: Counter[str]
) -> Unit | None:
    """The prefecture above all counties named, where the text says 我市 and names at least two of its counties."""
    parents = Counter(item.unit.parent for item in counties)
    if len(counties) < 2 or not parents or selves["市"] + selves["州"] + selves["盟"] < 3:
        return None
    code, children = parents.most_common(1)[0]
    parent = gazetteer.by_code(code, year)
    whole = children >= 2 and children >= 0.8 * len(counties)
    return parent if parent and whole and parent.level == "prefecture" and fits(parent, selves) else None
