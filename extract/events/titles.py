"""A short title of an event, cut from the clause that tells it."""

import re

from extract.events.signs import Sign
from extract.mention import Period, Place

LONGEST = 20
WHOLE = 24  # a title so long stays whole
_LEAD = re.compile(
    r"[\s、,·◆●—]*(?:(?:[一二三四五六七八九十]是|其中|同时|此外|特别是|以及|随着|经过|并且?|先后|共|已经?|均|正式|全县|全市|全旗|全区|我县|我市|我旗|我区|县委|县政府|市委|市政府|期间|上旬|中旬|下旬|以来|开始|度|底|末|前(?=[剩全完基])|年|起(?=[开启实组为对在向])|如(?=引)|(?:[两三四五六七八九十]|[0-9]{1,2})个?[县区市旗]{1,2}的|[的,、]))*"
)
_BREAK = re.compile(r"(?<=.{2})(?:、|以及|并(?![且列网购])|,(?![0-9])|\((?=20))")
_NUMBER_CUT = re.compile(r"[0-9.,万亿]+$")
_TAIL = re.compile(r"[、,。;:!?\s的和与及并]+$")


def title_of(text: str, sign: Sign, skipped: tuple[Period | Place, ...]) -> str:
    """The title of an event, from the clause that tells it; times and places at its start go."""
    start = _after_lead(text, sign.start, sign.end, skipped)
    if sign.rule.reach > 1:
        return _change(text, start, sign, skipped)
    stop = _BREAK.search(text, sign.word_end, sign.end)
    end = stop.start() if stop else sign.end
    if end - start > WHOLE:
        start = max(start, sign.word)
    return _cut(text[start:end])


def _change(text: str, start: int, sign: Sign, skipped: tuple[Period | Place, ...]) -> str:
    """What changed, and to what: 人均收入提高到13000元."""
    then = sign.rule.then.search(text, sign.word, sign.end) if sign.rule.then else None
    to = then.start() if then else sign.word_end
    rest = text[to : sign.end]
    for one in skipped:
        if to <= one.start and one.end <= sign.end:
            rest = rest.replace(text[one.start : one.end], "").replace("到的", "到").replace("为的", "为")
    return _cut(text[start : sign.word] + rest)


def _after_lead(text: str, start: int, end: int, skipped: tuple[Period | Place, ...]) -> int:
    """Behind the times, places and small words that open a clause."""
    moved = True
    while moved:
        lead = _LEAD.match(text, start, end)
        at = lead.end() if lead else start
        at = next((one.end for one in skipped if one.start <= at < one.end <= end), at)
        moved, start = at > start, at
    return start


def _cut(title: str) -> str:
    """A title short enough, cut neither inside a number nor behind a small word."""
    if len(title) > WHOLE:
        short = _NUMBER_CUT.sub("", title[: LONGEST - 1])
        title = short + ("…》" if short.count("《") > short.count("》") else "…")
    return _TAIL.sub("", title)
