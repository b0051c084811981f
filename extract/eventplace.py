"""Where an event was: the units that its clause speaks of, else the document's own."""

import re

from .context import Context
from .mention import Place

_BELOW = ("township", "village", "site")
_OBJECT = re.compile(r"(?:赴|到|来|向|对|援助|支援|帮扶|帮助|与|和|同|前往|结对|入驻|送往|对口|于|在|由|经|深入|莅临|配合|通过)$")
_PARTNERS = re.compile(r"协作|帮扶|援助|支援|结对|捐|对口|援建|带队|调研|考察|慰问")
_LISTED = re.compile(r"[ 、和及与,]{1,2}\Z")


def find_event_places(text: str, word: int, places: tuple[Place, ...], context: Context) -> tuple[tuple[str, str], ...]:
    """Name and code of the units of an event told at ``word``; none where it is nobody's or below the county."""
    before = [place for place in places if place.end <= word]
    subject = [place for place in before if not _OBJECT.search(text, max(place.start - 4, 0), place.start)]
    if not subject:
        return _home(context)
    last = subject[-1]
    if last.level in _BELOW:
        return ()
    if last.level in ("nation", "province") or _is_above(last, context) or _is_partner(text, word, last, context):
        return _home(context)
    run = [last]
    for place in reversed(subject[:-1]):
        if place.level in _BELOW or not _LISTED.match(text[place.end : run[-1].start]):
            break
        run.append(place)
    return tuple((place.name, place.adcode) for place in reversed(run))


def _home(context: Context) -> tuple[tuple[str, str], ...]:
    return ((context.home.unit.name, context.home.unit.adcode),) if context.home else ()


def _is_above(place: Place, context: Context) -> bool:
    """Whether a unit is above the home: what it did for the home is the home's event."""
    return context.home is not None and any(unit.adcode == place.adcode for unit in context.home.above)


def _is_partner(text: str, word: int, place: Place, context: Context) -> bool:
    """Whether another county helps or visits the home here."""
    home = context.home
    if home is None or place.adcode == home.unit.adcode or any(unit.adcode == place.adcode for unit in home.children):
        return False
    return bool(_PARTNERS.search(text, place.end, word + 40))
