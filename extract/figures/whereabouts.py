"""Whose figure it is: the place of a number, chosen among the places named around it."""

import re
from typing import NamedTuple

from extract.claims.benchmark import is_benchmark
from extract.claims.context import Group
from extract.claims.scene import Scene
from extract.figures.topic import find_topic, is_local_topic
from extract.mention import Kind, Number, Place
from extract.places.home import Home
from extract.reason import Reason

REACH = 200  # characters before a number in which its place is looked for again
BELOW = ("township", "village")
ABOVE = ("prefecture", "province", "nation")
_NOT_ITSELF = re.compile(r"级|第|委|政府|办|厅|局|人大|政协|前列|先进|率先|扶贫办|首批|定")
_OBJECT = re.compile(r"(?:赴|到|向|对|援助|支援|帮扶|帮助|与|和|同|前往|赴往|结对|入驻|送往|对口)$")
_PARTNERS = re.compile(r"协作|帮扶|援助|支援|结对|捐|对口|援建|物资|发出|送")


class Whereabouts(NamedTuple):
    """The place of a figure, or the reason why it is nobody's here; ``here``: the sentence itself names it."""

    name: str
    adcode: str
    here: bool
    reason: str = ""


def find_whereabouts(scene: Scene, group: Group, number: Number, home: Home | None) -> Whereabouts:
    """The place that a number of the scene describes."""
    spread = _spread(group, number, scene.places)
    if spread:
        return Whereabouts(spread.name, spread.adcode, True)
    nobody = _nobody(scene, group, number, home)
    if nobody:
        return Whereabouts("", "", True, nobody)
    subject = _subject(scene, group)
    if subject is None:
        return _of_topic(scene, home) or _at_home(scene, group, home)
    if subject.level in BELOW:
        return Whereabouts(subject.name, "", True, Reason.BELOW_COUNTY)
    if home and _is_stranger(subject, home):
        return _of_stranger(scene, group, subject, home)
    return Whereabouts(subject.name, subject.adcode, True)


def _nobody(scene: Scene, group: Group, number: Number, home: Home | None) -> str:
    """Why a figure is no county's here: a village's, or money for another county."""
    if _is_local(scene, group) or (number.kind is Kind.COUNT and tells_of_one(scene, group.start)):
        return Reason.BELOW_COUNTY
    given = home and number.kind is Kind.MONEY and _is_given_away(scene, group, home)
    return Reason.NO_PLACE if given else ""


def tells_of_one(scene: Scene, end: int) -> bool:
    """Whether a sentence tells of one firm, farm or school up to a place, with no county named behind it."""
    last = max((match.end() for match in _ONE.finditer(scene.text, scene.sentence.start, end)), default=-1)
    return last >= 0 and not any(last <= place.start < end for place in scene.places)


# 该公司, 我们园区, 国林药业有限公司, 平江中学有
_ONE = re.compile(
    "(?:该|这家|这个|我们|本)(?:公司|企业|合作社|园区|产业园|基地|车间|农场|社|厂|校|学校)(?![会区])"
    "|有限(?:责任)?公司|股份公司|合作社(?:理事长|社长|负责人)|(?:第[一二三四五六]|[\u4e00-\u9fff]{2})(?:中学|小学|职高|职中)(?:现有|共有|有)"
)


def _is_local(scene: Scene, group: Group) -> bool:
    """Whether 全村, 该镇 and the like hold the figure, with no 全县 after them."""
    start = max(scene.text.rfind(";", scene.sentence.start, group.start), scene.sentence.start)
    said = scene.text[start : group.start]
    last = max((match.end() for match in _LOCAL.finditer(said)), default=-1)
    return last >= 0 and not any(
        place.start >= start + last for place in scene.places if place.end <= group.start
    )


_LOCAL = re.compile(
    r"全村|[“:]社区有|等[乡镇村](?!镇村)|乡里|镇里|有个村|该村|本村|全乡|该乡|全镇|该镇|镇上|某[乡镇村]|全社区|该社区|周边[^,;。]{0,10}村"
)


def _is_given_away(scene: Scene, group: Group, home: Home) -> bool:
    """Whether the sentence tells of money for another county (向阜南县援助资金), with no word of the home behind it."""
    last = next((place for place in reversed(scene.places) if place.end <= group.start), None)
    if last is None or last.level in BELOW or not _is_stranger(last, home):
        return False
    left = scene.text[max(last.start - 8, scene.clause_start(last.start)) : last.start]
    given = _GIVEN.search(left) and not _FETCHED.search(left)
    return bool(given) and scene.clause_start(group.start) <= last.end


_GIVEN = re.compile("(?:支援|援助|驰援|捐助|捐赠给?|送给|向|给|为)(?:邻近|相邻|兄弟|受援|结对|对口)?的?$")
_FETCHED = re.compile("争取|来自|申请")


def _of_topic(scene: Scene, home: Home | None) -> Whereabouts | None:
    """In a prefecture's report the county with which the paragraph, or its heading, opens; below it a township's lines."""
    if is_local_topic(scene):
        return Whereabouts("", "", False, Reason.BELOW_COUNTY)
    topic = find_topic(scene, home) if home and home.children else None
    return Whereabouts(topic.name, topic.adcode, False) if topic else None


def _at_home(scene: Scene, group: Group, home: Home | None) -> Whereabouts:
    """The place that the document is about, or the nation; neither where a region within them is told of."""
    large = home is None or home.unit.level == "province"
    if (home is None and not scene.context.nation) or (large and _is_regional(scene, group)):
        return Whereabouts("", "", False, Reason.NO_PLACE)
    if home is None:
        return Whereabouts("全国", "", False)
    if scene.context.village:
        return Whereabouts("", "", False, Reason.BELOW_COUNTY)
    return Whereabouts(home.unit.name, home.unit.adcode, False)


def _is_regional(scene: Scene, group: Group) -> bool:
    """Whether a part of the nation or province is spoken of: 西部地区贫困人口1634万人, 各省发生率, 三区三州."""
    start = max(scene.sentence.start, group.start - REACH)
    start = max(scene.text.rfind(";", start, group.start), start)
    named = [match.end() for match in _REGION.finditer(scene.text, start, group.start)]
    return bool(named) and _ALL_OF_IT.search(scene.text, named[-1], group.start) is None


_ALL_OF_IT = re.compile("全年|全[国省区]|合计|总计|共[有计]?")


_REGION = re.compile(
    "[东中西][、部]|[南北][疆部]|地区|片区|各[省地县]|省份|三区三州|[0-9两三四五六七八九十]个[^,;。0-9]{0,8}[县州]"
)


def _spread(group: Group, number: Number, places: tuple[Place, ...]) -> Place | None:
    """陵川、沁水两县…降为A和B: one place for each number of the list."""
    size = len(group.numbers)
    if size < 2 or len({n.unit for n in group.numbers if n.unit}) > 1:
        return None
    before = [p for p in places if p.end <= group.start and p.level not in (*BELOW, *ABOVE)]
    run: list[Place] = []
    for place in reversed(before):
        if run and run[-1].start - place.end > 2:
            break
        run.append(place)
    if len(run) != size or len({place.name for place in run}) != size:
        return None
    return run[::-1][group.numbers.index(number)]


def _subject(scene: Scene, group: Group) -> Place | None:
    """The last place before the number that is not the object of a verb (赴阜南县); a village in the way counts."""
    before = [place for place in scene.places if place.end <= group.start]
    for at, place in reversed(list(enumerate(before))):
        if _is_listed(scene, before, at):
            return None
        if _is_below(scene, group, place) or _is_subject(scene, group, place):
            return place
    return None


def _is_listed(scene: Scene, before: list[Place], at: int) -> bool:
    """Whether a place is one of several told together, to which a single number cannot belong."""
    place = before[at]
    if scene.text[place.end : place.end + 1] in ("、", "和"):
        return True
    return at > 0 and scene.text[before[at - 1].end : place.start] in ("、", "和", "及", "与")


def _is_below(scene: Scene, group: Group, place: Place) -> bool:
    """Whether a village or township holds the figure: not one that was an example (如义和碑村、小黑山村等)."""
    if place.level not in BELOW or _GENERIC.fullmatch(place.name):
        return False
    example = "如" in scene.text[scene.sentence.start : place.start]
    return not (example and "等" in scene.text[place.end : group.start])


_GENERIC = re.compile("(?:今年|去年|开工|建成|建设|新建|集中|大型|了|个)*安置[点区]")


def _is_one_of_some(text: str, place: Place) -> bool:
    """Whether a place is one of a list: 未摘帽的有蔚县以及涿鹿县;贫困村1448个."""
    before = text[max(place.start - 2, 0) : place.start]
    return before.endswith(("及", "和", "与", "、", "有", "在")) or text.startswith(
        ("以及", "和", "、"), place.end
    )


def _is_subject(scene: Scene, group: Group, place: Place) -> bool:
    """Whether figures behind a place can be its own.

    What is above a county is often named in passing: 全省第4, 省委, 在合肥市.
    """
    if place.level in BELOW:
        return False
    text = scene.text
    if _OBJECT.search(text, max(place.start - 4, 0), place.start) or _NOT_ITSELF.match(text, place.end):
        return False
    if text.find(";", place.end, min(group.start, place.end + REACH)) >= 0 and _is_one_of_some(text, place):
        return False
    if place.level in ABOVE and is_benchmark(scene, place, group):
        return True
    return not _is_bare(scene, place) and (place.level not in ABOVE or _is_above(scene, group, place))


def _is_above(scene: Scene, group: Group, place: Place) -> bool:
    """Whether the figures behind a unit above the county are that unit's."""
    text, start = scene.text, place.start
    if _COMPARED.search(text, max(start - 3, 0), start) or _TIER.match(text, start):
        return False
    if _SUPERLATIVE.match(text, place.end):
        return False
    if _BY_THE_WAY.search(text, max(start - 2, 0), start) or _SHOWN.match(text, place.end):
        return False
    if text.startswith("全", start) or text.startswith("各", place.end):
        return True
    same_clause = start >= scene.clause_start(group.start)
    return same_clause and text[start - 1 : start] not in ("在", "被", "受", "由")


# 做法在全省推广, 经验全国交流: what was done there is the county's
_BY_THE_WAY = re.compile("[在居列位]$")
_SHOWN = re.compile("[^,;。0-9]{0,6}(?:推广|推开|推介|交流|观摩|通报|点名|领先|表彰|示范)")
# 中央1.41亿元、自治区6400万元: who paid, not whose it is
_TIER = re.compile("(?:自治区|省|[盟市州])(?:级|本级|财政|配套)*[0-9]")
# 略高于全省0.27%的平均水平: what follows is the county's again
_COMPARED = re.compile("[高低多少快慢好优差大小强弱]于$|[比较超占居列]过?$")
# 全国贫困人口最多的县, 全省4个深度贫困县之一: the nation is only what the county is compared with
_SUPERLATIVE = re.compile("[^,;。]{0,16}(?:最|之一|首个|唯一|前列|排名|位居|平均)")


def _is_bare(scene: Scene, place: Place) -> bool:
    """Whether a short name only opens another one (凉州邓马营湖)."""
    printed = scene.text[place.start : place.end]
    if printed == place.name or printed[0] in "全我本该" or printed[-1] in "县旗":
        return False
    return _GOES_ON.match(scene.text, place.end) is not None


_GOES_ON = re.compile(
    r"(?![县市区旗州两三四五等的有共各在是为从把将已也还全年累计减脱摘退剩尚拟今去上投整安实仍又])[\u4e00-\u9fff]"
)


def _is_stranger(place: Place, home: Home) -> bool:
    """Whether a place is neither the home, nor around it, nor the nation."""
    if place.level == "nation" or place.adcode == home.unit.adcode:
        return False
    around = (*home.above, *home.children)
    return all(unit.adcode != place.adcode for unit in around)


def _of_stranger(scene: Scene, group: Group, subject: Place, home: Home) -> Whereabouts:
    """Another county's figure is its own; what it gives as a partner is the home's."""
    lead = scene.text[scene.sentence.lead[0] : scene.sentence.lead[1]]
    if _PARTNERS.search(scene.text, scene.sentence.start, group.end) or _PARTNERS.search(lead):
        return _of_topic(scene, home) or _at_home(scene, group, home)
    return Whereabouts(subject.name, subject.adcode, True)
