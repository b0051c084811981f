"""Administrative units named in a text: found at their suffix, looked up in the official list.

Full names count anywhere; bare names (陵川、沁水) only near the document's own place, or in a list that ends in
县 or 市. Townships and villages are found by their form alone: their figures are nobody's in this table.
"""

import re
from functools import lru_cache

from extract.gazetteer import Gazetteer, Unit
from extract.home import Home
from extract.mention import Place
from extract.placelist import find_listed
from extract.village import find_stem

HAN = "\u4e00-\u9fff"
# Bare names that are ordinary words as well: never taken without their suffix.
WORDS = frozenset(
    "和平 平安 富民 兴国 太平 安定 民主 团结 建设 文明 安全 民丰 城区 郊区 新城 东方 海南 通道 大方 河南 高新 开发".split()
)
# A county of one character whose name with 县 meets by chance: 市和县, 建成县, 应县委要求, 现任县长.
VERBS = frozenset("和县 应县 开县 成县 代县 任县 随县 文县 单县 兴县 通县 定县 全县".split())
# Common nouns that end like a district: 皖南山区, 老城区, 东部矿区.
NOUNS = re.compile(r"(?:山|城|新|郊|矿|牧|湖|市中|海)区\Z")
# Before a name that begins with a direction these make another word of it: 皖|南山区, 西|南部县.
DIRECTIONS = frozenset("东西南北中华皖豫鄂湘赣川黔滇陕陇甘晋冀鲁苏浙闽粤桂琼新青宁蒙辽吉黑渝京津沪")
ANCHORS = rf"""
  (?P<nation> 全国(?!人大|政协|性|人民代表|扶贫开发|脱贫攻坚(?:先进|楷模|奖)|文明|优秀|先进|劳模|工商联|两会) | 我国 )
| (?P<own> (?<![安健齐保完顾])(?: 全|我|本 )(?: 自治[县区州旗] | 县 | 市(?!场) | 旗 | 盟 | 州(?!县) | 区(?!域|间|别) | 省 )
    | (?<![{HAN}])县(?:域|里) | (?<=在)县(?:域|里) )
{{bare}}
| (?P<unit> [县市区旗州盟省] )
| (?P<below> [镇乡村] | 苏木 | 嘎查(?!村) | 街道(?!办) | 街道办事处 | 社区 | 安置[点区] )
"""


def find_places(text: str, gazetteer: Gazetteer, home: Home | None = None) -> tuple[Place, ...]:
    """The units named in readable text, left to right, without overlaps.

    >>> from extract.gazetteer import load_gazetteer
    >>> from extract.home import home_of
    >>> places = load_gazetteer()
    >>> home = home_of("肥西县", places, 2020)
    >>> [place.name for place in find_places("肥西县结对帮扶阜南县,全县8个贫困村", places, home)]
    ['肥西县', '阜南县', '肥西县']
    """
    found: list[Place] = []
    for match in anchors(home).finditer(text):
        place = read_anchor(match, found[-1].end if found else 0, gazetteer, home)
        if place:
            # A longer name swallows the shorter one before it: 内蒙古 in 内蒙古自治区.
            while found and found[-1].start >= place.start:
                found.pop()
            found.append(place)
    if "、" in text:
        listed = find_listed(text, gazetteer, home)
        taken = {place.start for place in listed}
        found = [place for place in found if place.start not in taken]
        found = sorted([*found, *listed], key=lambda place: place.start)
    return tuple(found)


@lru_cache(maxsize=64)
def anchors(home: Home | None) -> re.Pattern[str]:
    """The pattern of all places where a unit may be named, with the bare names that the home allows."""
    names: set[str] = set()
    for unit in (home.unit, *home.above, *home.children) if home else ():
        names |= {unit.name, unit.short}
    names = {name for name in names - WORDS if len(name) > 2 or name[-1] not in "县市区旗州盟省"}
    ordered = sorted(names, key=lambda name: (-len(name), name))
    bare = f"| (?P<bare> (?: {'|'.join(ordered)} )(?![镇乡村路街]) )" if ordered else ""
    return re.compile(ANCHORS.replace("{bare}", bare), re.VERBOSE)


def read_anchor(match: re.Match[str], floor: int, gazetteer: Gazetteer, home: Home | None) -> Place | None:
    """The unit that stands at one anchor, or None."""
    start, end = match.span()
    match match.lastgroup:
        case "nation":
            return Place(start, end, "全国", "", "nation")
        case "own":
            return name_of(start, end, own_unit(match.group(), home)) if home else None
        case "bare":
            return name_of(start, end, near_unit(match.group(), home)) if home else None
        case "unit":
            return read_unit(match.string, end, gazetteer, home)
    stem = find_stem(match.string, start, floor)
    level = "village" if match.group() in ("村", "嘎查", "社区", "安置点", "安置区") else "township"
    return Place(stem, end, match.string[stem:end], "", level) if stem < start else None


def name_of(start: int, end: int, unit: Unit | None) -> Place | None:
    """The mention of a unit of the list."""
    return Place(start, end, unit.name, unit.adcode, unit.level) if unit else None


def own_unit(word: str, home: Home) -> Unit | None:
    """The home or the unit above it that 全县, 我市, 全省 speak of; None where the document has no such unit."""
    family = (home.unit, *home.above)
    if "县" in word:
        return home.unit if home.unit.level == "county" and home.unit.name[-1] == "县" else None
    if word[-1] == "省":
        return home.province
    return next((unit for unit in family if unit.name[-1] == word[-1]), None)


def near_unit(word: str, home: Home) -> Unit | None:
    """The home, a unit above or a unit below with this full or bare name; None where two share it."""
    near = (home.unit, *home.above, *home.children)
    called = [unit for unit in near if word == unit.name] or [unit for unit in near if word == unit.short]
    return called[0] if len(called) == 1 else None


def read_unit(text: str, end: int, gazetteer: Gazetteer, home: Home | None) -> Place | None:
    """The longest name of the list that ends here, if its left edge is the edge of a word."""
    for length in gazetteer.endings.get(text[end - 2 : end], ()):
        start = end - length
        if start >= 0 and (units := gazetteer.names.get(text[start:end])):
            unit = choose(units, home)
            return name_of(start, end, unit) if is_edge(text, start, end, unit) else None
    return None


def choose(units: tuple[Unit, ...], home: Home | None) -> Unit:
    """Of units that share a name the one in force and nearest to the home.

    Where nothing tells them apart the code is left empty.
    """
    year = home.year if home else None
    latest = max(unit.last for unit in units)
    standing = [unit for unit in units if unit.stood(year or latest)] or [u for u in units if u.last == latest]
    nearest = min(home.near(unit) for unit in standing) if home else 0
    best = [unit for unit in standing if not home or home.near(unit) == nearest]
    return best[0] if len(best) == 1 else replace_code(best[0])


def replace_code(unit: Unit) -> Unit:
    """The unit without its code: several places of the country have this name."""
    return Unit("", unit.name, unit.short, unit.level, "", unit.first, unit.last, unit.pinyin, unit.english)


def is_edge(text: str, start: int, end: int, unit: Unit) -> bool:
    """Whether a name of the list is a word here: 阜南县 is not 南县, 皖南山区 not 南山区, 东方市场 not 东方市."""
    name, before = text[start:end], text[start - 1 : start]
    if text[end : end + 1] in ("场", "域", "间") and name[-1] in "市区":
        return False
    if not before or not "\u4e00" <= before <= "\u9fff":
        return name not in VERBS or text[end : end + 1] not in ("委", "要", "里", "域", "级")
    if before in "县市区旗州盟省":
        return name != "和县"
    if len(name) == 2 or NOUNS.search(name):
        return before in "在到赴为由与对向从把将给于至往是的及" and name not in VERBS
    return not (name[0] in "东西南北中" and before in DIRECTIONS)
