"""The place that a paragraph is about: 一、苍溪县。上半年脱贫…, or the lines under the heading 【泽州县】."""

import re

from extract.claims.scene import Scene
from extract.lexicon.gazetteer import Unit
from extract.places.home import Home
from extract.places.village import find_stem

_OPENS = re.compile(
    r"""\s* (?: [^\w\s(]{1,3} \s* )?
    (?: [(]? (?: 第? [一二三四五六七八九十]{1,3} (?:部分|章|节|篇)? | [0-9]{1,2} ) (?: [)、.:\s]{1,2} | 是 ) \s* )?
    (?P<name> [\u4e00-\u9fff]{2,15} )""",
    re.VERBOSE,
)
_LISTED = ("、", "和", "及", "与", "等")
# all that may stand behind a name in a heading that only names a place: 陵川脱贫攻坚情况, 官亭镇
_ONLY = re.compile(
    r"(?:脱贫攻坚|扶贫|减贫|工作|推进|进展|完成|基本|总体|有关|主要)*(?:情况|篇|部分|成效|进展|做法)?\W*(?:\(.*)?$"
)
_TOWNSHIP = re.compile("(?P<end>镇|乡|街道|苏木|村|嘎查|社区)")


def find_topic(scene: Scene, home: Home) -> Unit | None:
    """The county of ``home`` with which the sentence's paragraph opens, else the nearest heading that names one.

    None where neither does. A list of counties (苍溪、剑阁两县) is no topic, and a heading that speaks of all (全市情况)
    ends that of one.
    """
    text, sentence = scene.text, scene.sentence
    opened = text.rfind("\n", 0, sentence.start) + 1
    unit = _opening(text, (opened, sentence.end), home)
    for span in reversed(sentence.outline):
        if unit:
            break
        unit = _opening(text, span, home) or _only(text, span, home)
        if unit is None and _WHOLE.search(text, *span):
            break
    return unit


_WHOLE = re.compile("[全我本][市州县盟旗区]|各[县区旗市]|总体|综述|概况|总的|面上")


def is_local_topic(scene: Scene) -> bool:
    """Whether the nearest heading is the name of a township or village, whose figures follow: (一)官亭镇."""
    if not scene.sentence.outline:
        return False
    opens = _OPENS.match(scene.text, *scene.sentence.outline[-1])
    if opens is None:
        return False
    name = opens["name"]
    return any(
        end.start() > 1 and _ONLY.match(name, end.end()) and find_stem(name, end.start(), end.end(), 0) == 0
        for end in _TOWNSHIP.finditer(name)
    )


def _opening(text: str, span: tuple[int, int], home: Home) -> Unit | None:
    """The county with whose name a paragraph or heading opens."""
    opens = _OPENS.match(text, *span)
    if opens is None:
        return None
    unit = next((child for child in home.children if opens["name"].startswith(child.name)), None)
    if unit is None or text.startswith(_LISTED, opens.start("name") + len(unit.name)):
        return None
    return unit


def _only(text: str, span: tuple[int, int], home: Home) -> Unit | None:
    """The county whose short name is all that a heading says: 二、陵川."""
    opens = _OPENS.match(text, *span)
    if opens is None:
        return None
    rest = text[opens.start("name") : span[1]].strip()
    named = (unit for name, unit in home.bare if rest.startswith(name) and _ONLY.match(rest, len(name)))
    return next((unit for unit in named if unit in home.children), None)
