"""The place that a document is about, where nobody said: names counted, weighed by where they stand.

A wrong home is worse than none: every figure of the document would be another county's. So one place must
stand out, and what the text calls itself (我县, 全市) must not contradict it.
"""

import re
from collections import Counter
from dataclasses import dataclass

from extract.lexicon.gazetteer import Gazetteer, Unit
from extract.places.home import ORDINARY, Home, settle
from extract.places.title import find_titles

HEAD = 300  # characters in which a name counts more: title, sender, first sentences
SELF = re.compile(
    r"(?<![安健齐])[全我本](?P<own>[县市旗州盟区])(?!场|域)|(?<![区省自治])(?P<seat>[县市旗州盟])(?:委|人?民?政府)"
)
ENOUGH = 3.0  # one name in the head, or three anywhere
OFTEN = 6  # times that a bare name must stand in a text to be its subject
PLAIN = 10.0  # with this weight, and five times the prefecture's, 我市 in the text no longer matters
CLEAR = 3.0  # times the weight of its own county that a prefecture needs to be the subject
OFTEN_NAMED, OPENING = 3, 80  # times that a province is named, and the characters in which it is named first
OWN_PROVINCE = re.compile("[全我]省(?!级)|全疆|自治区(?:党委|人民政府|政府|扶贫)|省(?:委|政府|扶贫办)")
LEAD = 1.5  # times the weight of the next place that is not above or below it


# a first line that names what the document is
TITLE = re.compile(
    r"""\s* [^\n。,;]{4,40}
    (?: 报告 | 总结 | 公报 | 讲话 | 汇报 | 通报 | 方案 | 发布词 | 情况 | 工作要点 | 自评 ) [^\n。,;]{0,12} (?: \n | $ )""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A unit and how much the text speaks of it."""

    unit: Unit
    weight: float


def infer_home(text: str, gazetteer: Gazetteer, year: int | None = None) -> Home | None:
    """The home of readable text; None where no place stands out.

    >>> from extract.lexicon.gazetteer import load_gazetteer
    >>> home = infer_home("旌德县地处皖南,辖10镇。全县共有贫困村8个。", load_gazetteer(), 2020)
    >>> home.unit.name
    '旌德县'
    """
    titled = in_title(text, gazetteer, year)
    if titled:
        return settle(titled, gazetteer, year)
    weighed = weigh(text, gazetteer, year)
    selves = Counter(match["own"] or match["seat"] for match in SELF.finditer(text))
    counties = [item for item in weighed if item.unit.level == "county"]
    cities = [item for item in weighed if item.unit.level == "prefecture"]
    county, city = leader(counties), leader(cities)
    unit = between(county, city, selves) or common_parent(counties, gazetteer, year, selves)
    if not unit and not county and not city and selves["县"]:
        unit = bare_leader(text, gazetteer, year)
    unit = unit or (None if county or city else province_leader(text, gazetteer, year, selves))
    return settle(unit, gazetteer, year) if unit else None


def in_title(text: str, gazetteer: Gazetteer, year: int | None) -> Unit | None:
    """The one county or prefecture named in the title of a report (会宁县2018年脱贫攻坚工作报告)."""
    title = TITLE.match(text)
    if title is None:
        return None
    named = {unit for _, unit in find_titles(title.group(), gazetteer, year) if unit.level != "province"}
    counties = {unit for unit in named if unit.level == "county"}
    chosen = counties or named
    return next(iter(chosen)) if len(chosen) == 1 else None


def weigh(text: str, gazetteer: Gazetteer, year: int | None) -> list[Weighed]:
    """The prefectures and counties named in full, heaviest first; bare names of these count half."""
    starts: dict[Unit, list[int]] = {}
    for start, unit in find_titles(text, gazetteer, year):
        if unit.level != "province":
            starts.setdefault(unit, []).append(start)
    weighed = (Weighed(unit, weight_of(text, unit, found)) for unit, found in starts.items())
    return sorted(weighed, key=lambda item: (-item.weight, item.unit.adcode))


def weight_of(text: str, unit: Unit, starts: list[int]) -> float:
    """Full names count one, three in the head; bare ones half, and one more in the head (桃源地处湘西北)."""
    in_head = sum(start < HEAD for start in starts)
    weight = len(starts) + 2.0 * in_head
    if len(unit.short) < 2 or unit.short in ORDINARY or unit.short == unit.name:
        return weight
    bare = min(max(text.count(unit.short) - len(starts), 0), 20)
    return weight + 0.5 * bare + (text.count(unit.short, 0, HEAD) > in_head)


def leader(items: list[Weighed]) -> Weighed | None:
    """The first of the list, if it has weight and stands clear of the second."""
    if not items or items[0].weight < ENOUGH:
        return None
    return items[0] if len(items) == 1 or items[0].weight >= LEAD * items[1].weight else None


def between(county: Weighed | None, city: Weighed | None, selves: Counter[str]) -> Unit | None:
    """The county or the prefecture: the heavier, unless the text calls itself by the other's word."""
    if not county or not city:
        only = county or city
        return only.unit if only and fits(only, selves) else None
    if county.weight >= PLAIN and county.weight >= PLAIN / 2 * city.weight:
        return county.unit
    if fits(county, selves) and (county.weight >= city.weight or not fits(city, selves)):
        return county.unit
    apart = CLEAR if county.unit.parent == city.unit.adcode else LEAD
    return city.unit if fits(city, selves) and city.weight >= apart * county.weight else None


def fits(item: Weighed, selves: Counter[str]) -> bool:
    """Whether the text's own words (我县, 全市) allow this kind; one rules out a place hardly named."""
    kind = item.unit.name[-1]
    others = sum(count for word, count in selves.items() if word != kind)
    return selves[kind] > 0 or others < (2 if item.weight >= 2 * ENOUGH else 1)


def common_parent(
    counties: list[Weighed], gazetteer: Gazetteer, year: int | None, selves: Counter[str]
) -> Unit | None:
    """The prefecture above the counties named, where the text says 我市 and names two of them or more."""
    parents = Counter(item.unit.parent for item in counties)
    if len(counties) < 2 or not parents or selves["市"] + selves["州"] + selves["盟"] < 3:
        return None
    code, children = parents.most_common(1)[0]
    parent = gazetteer.by_code(code, year)
    whole = children >= 2 and children >= 0.8 * len(counties)
    return parent if parent and whole and parent.level == "prefecture" else None


def province_leader(text: str, gazetteer: Gazetteer, year: int | None, selves: Counter[str]) -> Unit | None:
    """The one province of which a text speaks: named at its head and often, called 全省 or 自治区, and no 全县 or 我市."""
    if not OWN_PROVINCE.search(text) or any(selves[kind] for kind in "县旗州盟"):
        return None
    units = [
        unit
        for unit in gazetteer.units
        if unit.level == "province" and unit.name[-1] in "省区" and unit.stood(year)
    ]
    counted = sorted(((text.count(unit.short), unit.adcode, unit) for unit in units), reverse=True)
    (most, _, first), (second, _, _) = counted[:2]
    return first if most >= OFTEN_NAMED and most >= CLEAR * second and first.short in text[:OPENING] else None


def bare_leader(text: str, gazetteer: Gazetteer, year: int | None) -> Unit | None:
    """The one county whose bare name stands in the head and often behind it (樱桃县纳雍 of a newspaper)."""
    head = text[:HEAD]
    words = {head[at : at + size] for size in (2, 3, 4) for at in range(len(head) - size + 1)}
    often = sorted(
        (-text.count(word), word)
        for word in words
        if word in gazetteer.shorts and word not in ORDINARY and text.count(word) >= OFTEN
    )
    units = [unit for _, word in often[:1] for unit in gazetteer.named(word, year)]
    alone = len(often) == 1 or (len(often) > 1 and often[0][0] <= 2 * often[1][0])
    return units[0] if alone and len(units) == 1 and units[0].level == "county" else None
