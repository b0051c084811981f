"""Names of the official list in running text: where one ends, where it begins, and whose it is."""

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.lexicon.gazetteer import Gazetteer, Unit
from extract.places.home import Home

SUFFIX = re.compile("[县市区旗州盟]")
# Names that are also the end of another word, with what must not stand before: 新|增城市, 沿|海城市.
CLASHES = {"增城市": "新", "海城市": "沿临", "和县": "县市区旗州盟省"}
# A county of one character whose name with 县 meets by chance: 建成县, 应县委要求, 现任县长.
VERBS = frozenset(
    ["和县", "应县", "开县", "成县", "代县", "任县", "随县", "文县", "单县", "兴县", "通县", "定县"]
)
# Common nouns that end like a district: 皖南山区, 老城区, 东部矿区.
NOUNS = re.compile(r"(?:山|城|新|郊|矿|牧|湖|市中|海)区\Z")
BARE_NOUNS = frozenset(["城区", "郊区", "矿区", "市区", "新区", "东区", "西区"])
# Before a name that begins with a direction these make another word of it: 皖|南山区, 西|南部县.
DIRECTIONS = frozenset("东西南北中华皖豫鄂湘赣川黔滇陕陇甘晋冀鲁苏浙闽粤桂琼新青宁蒙辽吉黑渝京津沪")
NOT_AFTER = frozenset("场域间")
# 应县委要求: of these names the verb is likelier before what the county has as well.
OFFICE = frozenset("委要里域级长")
BOUND = frozenset("壁邻在到赴为由与对向从把将给于至往是的及")
# How long after its end a name is still used of the time before: years.
MEMORY = 6


def find_titles(text: str, gazetteer: Gazetteer, year: int | None) -> Iterator[tuple[int, Unit]]:
    """Where units of the list are named in full, and which; only names that one unit alone has."""
    for match in SUFFIX.finditer(text):
        named = read_title(text, match.end(), gazetteer)
        unit = choose(named[1], None, year) if named else None
        if named and unit and unit.adcode:
            yield named[0], unit


def read_title(text: str, end: int, gazetteer: Gazetteer) -> tuple[int, tuple[Unit, ...]] | None:
    """The longest name of the list that ends here, if it is a word: where it starts, and who bears it."""
    for length in gazetteer.endings.get(text[end - 2 : end], ()):
        start = end - length
        if start >= 0 and (units := gazetteer.names.get(text[start:end])):
            return (start, units) if is_word(text, start, end) else None
    return None


def choose(units: tuple[Unit, ...], home: Home | None, year: int | None) -> Unit | None:
    """Of units that share a name the one in force and nearest to the home; None where all were long gone.

    Where nothing tells them apart the code is left empty; a mere 城区 is then no place at all.
    """
    latest = max(unit.last for unit in units)
    if year and latest < year - MEMORY:
        return None
    standing = [unit for unit in units if unit.stood(year)] if year else []
    standing = standing or [unit for unit in units if unit.last == latest]
    if home and len(standing) > 1:
        nearest = min(home.near(unit) for unit in standing)
        standing = [unit for unit in standing if home.near(unit) == nearest]
    if len(standing) == 1:
        return standing[0]
    return None if standing[0].name in BARE_NOUNS else replace(standing[0], adcode="")


def below(units: tuple[Unit, ...], adcode: str) -> tuple[Unit, ...]:
    """Those of the units that lie in a province or prefecture; all of them where none does."""
    stem = adcode[:2] if adcode.endswith("0000") else adcode[:4]
    inside = tuple(unit for unit in units if unit.adcode.startswith(stem))
    return inside or units


def is_word(text: str, start: int, end: int) -> bool:
    """Whether a name of the list is a word here: 阜南县 is not 南县, 皖南山区 not 南山区.

    >>> is_word("地处皖南山区", 3, 6), is_word("东方市场", 0, 3), is_word("吕梁市岚县", 3, 5)
    (False, False, True)
    >>> is_word("其中西吉县", 2, 5)
    True
    """
    name, before, after = text[start:end], text[start - 1 : start], text[end : end + 1]
    if (name[-1] in "市区" and after in NOT_AFTER) or (before and before in CLASHES.get(name, "")):
        return False
    if name in BARE_NOUNS:
        return before == "市"
    if not "\u4e00" <= before <= "\u9fff" or text.endswith("其中", 0, start):
        return name not in VERBS or after not in OFFICE
    return before in "县市区旗州盟省" or is_apart(name, before)


def is_apart(name: str, before: str) -> bool:
    """Whether a name and the character that it runs on from are two words."""
    if len(name) == 2 or NOUNS.search(name):
        return before in BOUND and name not in VERBS
    return not (name[0] in "东西南北中" and before in DIRECTIONS)
