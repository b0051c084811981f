"""Figures that a figure is compared with: 高于全省当年14.4%的水平, 全市平均水平7.1%."""

import re

from extract.claims.context import Group
from extract.claims.scene import Scene
from extract.mention import Place

ABOVE = ("prefecture", "province", "nation")
_LED = re.compile(
    "(?:农村|农民|农牧民|常住|居民|同期|当年|同年|同口径|人均可支配收入|贫困发生率|的)*"
    "(?P<mean>平均)?(?:水平|数|值|线)?(?:就?[为是达约在的]){0,2}"
)
_LEVEL = re.compile("(?:左右|以上)?的?(?:平均)?(?:水平|均值|线)|的平均|的?[高低]出?了?[0-9]")
# 高于全省平均水平1203元 says by how much
_BY = re.compile("(?:于|[比较超]过?|高出|低于)$")


def is_benchmark(scene: Scene, place: Place, group: Group) -> bool:
    """Whether a number is a level of the unit that is named before it, with which another is compared."""
    led = _LED.fullmatch(scene.text, place.end, group.start)
    if led is None:
        return False
    if _LEVEL.match(scene.text, group.end):
        return True
    return led["mean"] is not None and not _BY.search(scene.text, max(place.start - 3, 0), place.start)


def has_benchmark(scene: Scene, group: Group) -> bool:
    """Whether a unit above the county stands before the number, which is its average."""
    return any(
        place.level in ABOVE and place.end <= group.start and is_benchmark(scene, place, group)
        for place in scene.places
    )
