"""Administrative units named in a text: found at their last character, looked up in the official list.

Full names count anywhere; bare names (陵川、沁水) only of the document's own place, of what is above it and
directly below, or in a list that ends in 县 or 市. Townships and villages are found by their form alone.
"""

import re

from extract.lexicon.gazetteer import Gazetteer, Unit
from extract.mention import Place
from extract.places.home import Home
from extract.places.placelist import find_listed
from extract.places.title import below, choose, read_title
from extract.places.village import find_stem

START = Place(0, 0, "", "", "")
# Where a unit may end. One set of characters, so that the search runs at the speed of C.
ENDS = re.compile("[县市区旗州盟省镇乡村木查道点国]")
TITLED = frozenset("县市区旗州盟省")
BELOW = frozenset("镇乡村")
LONGER = {"苏木": "township", "街道": "township", "嘎查": "village", "社区": "village"}
LONGER |= {"置点": "site", "置区": "site"}
TOWNSHIPS = frozenset(["镇", "乡", "苏木", "街道"])
SITE = re.compile(r"(?:易地扶贫搬迁|易地搬迁|扶贫搬迁|搬迁)?(?:集中)?安置[点区]\Z")
OWN = frozenset("全我本")
# The 全 of another word: 安全区域, 健全市场.
WHOLE = frozenset("安健齐保完顾周")
NOT_WHOLE = {"市": ("场",), "区": ("域", "间", "别"), "州": ("县",)}
NOT_NATION = re.compile("人大|政协|性|人民代表|扶贫开发|脱贫攻坚(?:先进|楷模|奖)|文明|优秀|先进|劳|两会")
# Behind a bare name these make something else of it: 中阳镇, 威宁路, 五台山.
NOT_BEHIND = frozenset("镇乡村路街山江河湖县市区旗州盟省")


def find_places(text: str, gazetteer: Gazetteer, home: Home | None = None) -> tuple[Place, ...]:
    """The units named in readable text, left to right, without overlaps.

    >>> from extract.lexicon.gazetteer import load_gazetteer
    >>> from extract.places.home import home_of
    >>> places = load_gazetteer()
    >>> home = home_of("肥西县", places, 2020)
    >>> [place.name for place in find_places("肥西县结对帮扶阜南县,全县8个贫困村", places, home)]
    ['肥西县', '阜南县', '肥西县']
    """
    found: list[Place] = []
    for match in ENDS.finditer(text):
        place = read_end(text, match.end(), found[-1] if found else START, (gazetteer, home))
        if place:
            # A longer name swallows the shorter one that ends inside it: 广州 in 广州市.
            while found and found[-1].end > place.start:
                found.pop()
            found.append(place)
    bare = find_bare(text, home) if home else []
    if "、" in text:
        bare += find_listed(text, gazetteer, home)
    return merge(found, bare) if bare else tuple(found)


def read_end(text: str, end: int, before: Place, lists: tuple[Gazetteer, Home | None]) -> Place | None:
    """The unit whose name ends here, or None; ``before`` is the unit found last."""
    gazetteer, home = lists
    last, floor = text[end - 1], before.end
    if last in BELOW:
        return read_below(text, end - 1, end, floor)
    if end > 1 and text[end - 2] in OWN:
        return read_own(text, end, home)
    if level := LONGER.get(text[end - 2 : end]):
        start = end - 2 if level != "site" else site_start(text, end, floor)
        return read_below(text, start, end, floor)
    if last not in TITLED:
        return None
    if named := read_title(text, end, gazetteer):
        start, units = named
        units = below(units, before.adcode) if before.adcode and floor == start else units
        unit = choose(units, home, home.year if home else None)
        unit = own_county(text[start:end], home, unit) if home and unit else unit
        return mention(start, end, unit) if unit else None
    return mention(end - 3, end, home.province) if home and is_region(text, end, home) else None


def own_county(name: str, home: Home, unit: Unit) -> Unit:
    """The county of the prefecture that is called so for short (东乡县 in 临夏), before one of that name far away."""
    if home.near(unit) < FAR_AWAY:
        return unit
    return next((own for own in (home.unit, *home.children) if own.short + name[-1] == name), unit)


FAR_AWAY = 4


def mention(start: int, end: int, unit: Unit) -> Place:
    """A unit of the list as a mention."""
    return Place(start, end, unit.name, unit.adcode, unit.level)


def read_own(text: str, end: int, home: Home | None) -> Place | None:
    """全国, and the unit that 全县, 我市, 全省 mean in this document; None where that is open."""
    word = text[end - 2 : end]
    if word in ("全国", "我国"):
        return None if NOT_NATION.match(text, end) else Place(end - 2, end, "全国", "", "nation")
    if text[end - 3 : end - 2] in WHOLE or text[end : end + 1] in NOT_WHOLE.get(word[1], ()):
        return None
    unit = own_unit(word[1], home) if home else None
    return mention(end - 2, end, unit) if unit else None


def own_unit(kind: str, home: Home) -> Unit | None:
    """The home or the unit above it whose name ends so; for 省 whatever is on top.

    全县 in a prefecture's report is a county of which this word does not tell the name; 全区 is a district or
    an autonomous region, never a 地区.
    """
    if kind == "省":
        return home.province
    family = (unit for unit in (home.unit, *home.above) if not unit.name.endswith("地区"))
    return next((unit for unit in family if unit.name[-1] == kind), None)


def is_region(text: str, end: int, home: Home) -> bool:
    """Whether 自治区 stands alone here, in a document of such a region."""
    return text[end - 3 : end] == "自治区" and home.province.name.endswith("自治区")


def read_below(text: str, start: int, end: int, floor: int) -> Place | None:
    """The township or village whose suffix this is, if a name stands before it."""
    stem = find_stem(text, start, end, floor)
    if stem == start:
        return None
    level = "township" if text[start:end] in TOWNSHIPS else "village"
    return Place(stem, end, text[stem:end], "", level)


def site_start(text: str, end: int, floor: int) -> int:
    """Where the words for a resettlement site begin: 沙上头|集中安置点."""
    site = SITE.search(text, max(floor, end - 11), end)
    return site.start() if site else end - 3


def find_bare(text: str, home: Home) -> list[Place]:
    """The bare names of the home, of what is above it and directly below; 自治区 is not one of them."""
    found = []
    for name, unit in home.bare:
        start = text.find(name)
        while start >= 0:
            end = start + len(name)
            if text[end : end + 1] not in NOT_BEHIND:
                found.append(mention(start, end, unit))
            start = text.find(name, end)
    return found


def merge(found: list[Place], bare: list[Place]) -> tuple[Place, ...]:
    """All places in order; of two that overlap the longer."""
    kept: list[Place] = []
    for place in sorted([*found, *bare], key=lambda place: (place.start, -place.end)):
        if kept and kept[-1].end > place.start:
            if place.end - place.start <= kept[-1].end - kept[-1].start:
                continue
            kept.pop()
        kept.append(place)
    return tuple(kept)
