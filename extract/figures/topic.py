"""The county that a paragraph of a prefecture's report is about: 一、苍溪县。上半年脱贫…"""

import re

from extract.claims.scene import Scene
from extract.lexicon.gazetteer import Unit
from extract.places.home import Home

_OPENS = re.compile(
    r"""\s* (?: [—●■◆▪·*【]{1,3} \s* )?
    (?: [(]? (?: [一二三四五六七八九十]{1,3} | [0-9]{1,2} ) (?: [)、.:]{1,2} | 是 ) \s* )?
    (?P<name> [\u4e00-\u9fff]{2,15} )""",
    re.VERBOSE,
)
_LISTED = ("、", "和", "及", "与", "等")


def find_topic(scene: Scene, home: Home) -> Unit | None:
    """The county of ``home`` with which the sentence's paragraph opens, else its heading; None where neither does.

    A list of counties (苍溪、剑阁两县) is no topic.
    """
    text, (start, end) = scene.text, scene.sentence.heading
    opened = text.rfind("\n", 0, scene.sentence.start) + 1
    return _opening(text, (opened, scene.sentence.end), home) or _opening(text, (start, end), home)


def _opening(text: str, span: tuple[int, int], home: Home) -> Unit | None:
    opens = _OPENS.match(text, *span)
    if opens is None:
        return None
    unit = next((child for child in home.children if opens["name"].startswith(child.name)), None)
    if unit is None or text.startswith(_LISTED, opens.start("name") + len(unit.name)):
        return None
    return unit
