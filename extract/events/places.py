"""Where an event was: the units that its clause speaks of, else the document's own."""

import re

from extract.claims.context import Context
from extract.mention import Place

_BELOW = ("township", "village", "site")
_OBJECT = re.compile(
    r"(?:赴|到|来|向|对|援助|支援|帮扶|帮助|与|和|同|前往|结对|入驻|送往|对口|于|在|由|经|深入|莅临|配合|通过|被|获|受|为|给|据)$"
)
_PARTNERS = re.compile(r"[^。!?\n]{0,60}?(?:协作|帮扶|援助|支援|结对|捐|对口|援建|带队|调研|考察|慰问)")
_GOAL = re.compile(r"(?:赴|到|来|向|对|为|给|深入)$")
_LISTED = re.compile(r"[ 、和及与,]{1,2}\Z")


def find_event_places(
    text: str, word: int, places: tuple[Place, ...], context: Context
) -> tuple[tuple[str, str], ...]:
    """Name and code of the units of an event told at ``word``; none where it is below the county."""
    subjects = [place for place in places if place.end <= word and not _is_object(text, place)]
    if not subjects:
        return _home(context)
    last = subjects[-1]
    if _is_partner(text, last, context):
        return _home(context)
    if last.level in _BELOW or last.level in ("nation", "province"):
        return _home(context) if _is_home(last, context) else ()
    run = [last]
    for place in reversed(subjects[:-1]):
        if place.level in _BELOW or not _LISTED.match(text[place.end : run[-1].start]):
            break
        run.append(place)
    return tuple((place.name, place.adcode) for place in reversed(run))


def _is_object(text: str, place: Place) -> bool:
    """Whether a unit is only where something goes to, or comes from: 赴阜南县, 与西城区, 被安徽省."""
    pattern = _GOAL if place.level in _BELOW else _OBJECT
    return bool(pattern.search(text, max(place.start - 4, 0), place.start))


def _is_home(place: Place, context: Context) -> bool:
    return context.home is not None and place.adcode == context.home.unit.adcode


def _home(context: Context) -> tuple[tuple[str, str], ...]:
    return ((context.home.unit.name, context.home.unit.adcode),) if context.home else ()


def _is_partner(text: str, place: Place, context: Context) -> bool:
    """Whether a unit from elsewhere helps or visits the home here."""
    home = context.home
    if home is None or not place.adcode or home.unit.adcode == place.adcode:
        return False
    around = (*home.above, *home.children)
    return all(unit.adcode != place.adcode for unit in around) and bool(_PARTNERS.match(text, place.end))
