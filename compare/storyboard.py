"""The storyboard of a meeting: which views are shown, in which order, under which titles; as text and as a file.

In a link the stops stand apart by ``~~`` and their parts by ``~``: ``overview~~funding~m.funding.social~t.钱``. All
of these are characters that no address has to escape.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

MOST_STOPS = 20
LONGEST_TITLE = 60
LONGEST_VALUE = 400
STOP, PART, TITLE = "~~", "~", "t"
KEYS = ("p", "m", "y", "per", "f", "k", "fm", "fy", "fb", "fg")
PAGES = ("overview", "funding", "lifted", "rate", "measures", "timeline", "data", "audit")
KIND = "xianbi storyboard"


@dataclass(frozen=True, slots=True)
class Stop:
    """One view of the storyboard: its page, the presenter's title, and what of the link is its own.

    ``asked`` are parameters of the link in the order of ``KEYS``; what it does not name is that of the whole meeting.
    """

    page: str
    title: str = ""
    asked: tuple[tuple[str, str], ...] = ()


USUAL = tuple(map(Stop, ("overview", "funding", "lifted", "rate", "timeline", "audit")))


def write_stops(stops: Sequence[Stop]) -> str:
    """The storyboard as a value of the link.

    >>> write_stops((Stop("overview"), Stop("funding", "钱", (("p", "340123~341825"),))))
    'overview~~funding~p.340123~p.341825~t.钱'
    """
    return STOP.join(_write(stop) for stop in stops)


def read_stops(text: str) -> tuple[tuple[Stop, ...], tuple[str, ...]]:
    """The stops of a link's value, and what could not be read of it.

    >>> read_stops("overview~~nowhere")
    ((Stop(page='overview', title='', asked=()),), ('nowhere',))

    Errors: none; a page that there is not is left out and named.
    """
    parts = [part for part in text.split(STOP) if part]
    found = [_read(part) for part in parts]
    wrong = [part for part, stop in zip(parts, found, strict=True) if stop is None]
    stops = [stop for stop in found if stop]
    return tuple(stops[:MOST_STOPS]), (*wrong, *(_write(stop) for stop in stops[MOST_STOPS:]))


def clean_title(text: str) -> str:
    """A title as a link can carry it: in one line, not endless, without the sign that parts the stops.

    >>> clean_title("  钱\\n~ 多少 ")
    '钱 ～ 多少'
    """
    shown = "".join(c if c.isprintable() else " " for c in text)
    return " ".join(shown.replace(PART, "～").split())[:LONGEST_TITLE].strip()


def write_file(stops: Sequence[Stop]) -> bytes:
    """The storyboard as a small JSON file, to be read and edited by people."""
    views = [{"page": stop.page, "title": stop.title, **dict(stop.asked)} for stop in stops]
    return (json.dumps({"kind": KIND, "views": views}, ensure_ascii=False, indent=1) + "\n").encode()


def read_file(content: bytes) -> tuple[Stop, ...] | None:
    """The storyboard of a file; None where it is none, or has a view that there is not.

    >>> read_file(write_file(USUAL)) == USUAL, read_file(b"[]")
    (True, None)
    """
    try:
        told = json.loads(content)
        if not isinstance(told, dict) or told.get("kind") != KIND:
            return None
        stops = tuple(_of_record(record) for record in told["views"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return stops if 0 < len(stops) <= MOST_STOPS else None


def _write(stop: Stop) -> str:
    codes = [f"{key}.{code}" for key, value in stop.asked for code in value.split(PART)]
    title = [f"{TITLE}.{stop.title}"] if stop.title else []
    return PART.join((stop.page, *codes, *title))


def _read(text: str) -> Stop | None:
    page, *parts = text.split(PART)
    told: dict[str, list[str]] = {}
    for part in parts:
        key, _, value = part.partition(".")
        told.setdefault(key, []).append(value)
    title = " ".join(told.get(TITLE, []))
    return _make(page, title, {key: PART.join(codes) for key, codes in told.items()})


def _of_record(record: dict[str, object]) -> Stop:
    told = {key: str(value) for key, value in record.items()}
    stop = _make(told["page"], told.get("title", ""), told)
    if stop is None:
        raise ValueError(told["page"])
    return stop


def _make(page: str, title: str, told: dict[str, str]) -> Stop | None:
    if page not in PAGES:
        return None
    asked = tuple(
        (key, value) for key in KEYS if (value := _tidy(told.get(key, ""))) and len(value) <= LONGEST_VALUE
    )
    return Stop(page, clean_title(title), asked)


def _tidy(value: str) -> str:
    """Codes apart by one sign: an empty code between two would part the stops."""
    return PART.join(code for code in value.split(PART) if code)
