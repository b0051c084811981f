"""What is looked at, as a typed value, and the link that says it.

A link carries codes only, so it reads the same in both languages and does not age when a name is edited. It
is written whole: also what equals today's default, because tomorrow's default may be another.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from compare.storyboard import Stop, read_stops, write_stops

MOST_PLACES = 50
COLOURED = 12  # so many places are told apart by colour; more are drawn alike, in the dense form
LONGEST = 4000
SEPARATOR = "~"
NONE = "none"
LATEST = "latest"

PAGES = ("overview", "funding", "lifted", "rate", "measures", "timeline", "data")
ASIDE = ("report", "own", "audit", "coverage", "method")  # pages that show no chart of the table
MOST_FACTS = 2
MOST_SCENES = 999
CODE = re.compile("[0-9A-Za-z]{1,40}")
VERSION = re.compile("[0-9a-f]{6,16}")
PERS = ("absolute", "person", "household")
LANGUAGES = ("zh", "en")
MODES = ("page", "meeting", "print")
BASES = ("level", "flow", "cumulative", "plan")
GRADES = ("stated", "carried", "doubtful")
VERDICTS = ("contradicts", "last digit", "unexplained", "consistent", "unchecked")


@dataclass(frozen=True, slots=True)
class Filters:
    """What the data page lets through, and the audit (``verdicts``); an empty tuple lets everything through."""

    metrics: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()
    verdicts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """One state of the interface: everything that a link must bring back.

    ``places`` are six-digit codes in the order of choosing (the order gives the colours); ``metric`` is an id
    or empty for the page's own first; ``period`` is a year or ``latest``; ``family`` is the family
    of measures shown, empty for the first that has figures; ``kinds`` are the event kinds shown, empty for all.
    ``doc`` is the report that is read; ``facts`` are the figures or events whose passages are open, two at most.
    ``version`` is the data version at which the link was copied; ``story`` the views of the meeting, empty for the
    usual ones, and ``at`` which of them is shown, counted from 1.
    """

    page: str = "overview"
    places: tuple[str, ...] = ()
    metric: str = ""
    period: str = LATEST
    per: str = "absolute"
    language: str = "zh"
    family: str = ""
    kinds: tuple[str, ...] = ()
    filters: Filters = field(default_factory=Filters)
    mode: str = "page"
    doc: str = ""
    facts: tuple[str, ...] = ()
    version: str = ""
    story: tuple[Stop, ...] = ()
    at: int = 0


@dataclass(frozen=True, slots=True)
class Known:
    """What a link may name: the codes of the table at hand, and the places that open first.

    ``periods`` are years, for the comparison; ``dates`` are the table's own periods, for its filter, with
    ``none`` for those that the reports do not tell.
    """

    places: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    metrics: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dropped:
    """A value of the link that could not be followed: which part, and the value as it stood."""

    part: str
    value: str


def link(view: View) -> dict[str, str]:
    """The parameters of the link, in a fixed order; the page itself is the link's path.

    >>> link(View(places=("340123", "341825"), metric="funding.special", language="en"))["p"]
    '340123~341825'
    >>> link(View())["p"]
    'none'
    """
    wanted = {
        "p": _join(view.places),
        "m": view.metric,
        "y": view.period,
        "per": view.per,
        "lang": view.language,
        "f": view.family,
        "k": SEPARATOR.join(view.kinds),
        "fm": SEPARATOR.join(view.filters.metrics),
        "fy": SEPARATOR.join(view.filters.periods),
        "fb": SEPARATOR.join(view.filters.bases),
        "fg": SEPARATOR.join(view.filters.grades),
        "fv": SEPARATOR.join(view.filters.verdicts),
        "mode": "" if view.mode == "page" else view.mode,
        "d": view.doc,
        "x": SEPARATOR.join(view.facts),
        "s": write_stops(view.story),
        "at": str(view.at or ""),
        "v": view.version,
    }
    return {key: value for key, value in wanted.items() if value}


def parse_link(
    params: Mapping[str, str], known: Known, page: str = "overview"
) -> tuple[View, tuple[Dropped, ...]]:
    """The view that a link asks for, as far as the table knows its codes, and what had to be dropped.

    >>> known = Known(places=("340123",), first=("340123",))
    >>> view, dropped = parse_link({"p": "340123~999999"}, known)
    >>> view.places, [d.value for d in dropped]
    (('340123',), ['999999'])

    Errors: none; any text is a link, at worst one that says nothing.
    """
    reader = _Reader(params, [])
    view = View(
        page=page if page in (*PAGES, *ASIDE) else PAGES[0],
        places=_places(reader, known),
        metric=reader.one("m", "metric", ("", *known.metrics)),
        period=reader.one("y", "period", (LATEST, *known.periods)),
        per=reader.one("per", "per", PERS),
        language=reader.one("lang", "language", LANGUAGES),
        family=reader.one("f", "family", ("", *known.families)),
        kinds=reader.many("k", "kind", known.kinds),
        filters=Filters(
            metrics=reader.many("fm", "metric", known.metrics),
            periods=reader.many("fy", "period", known.dates),
            bases=reader.many("fb", "basis", BASES),
            grades=reader.many("fg", "grade", GRADES),
            verdicts=reader.many("fv", "verdict", VERDICTS),
        ),
        mode="print" if params.get("print") == "1" else reader.one("mode", "mode", MODES),
        doc=reader.text("d"),
        facts=reader.codes("x", "figure", MOST_FACTS),
        version=reader.version("v"),
        story=reader.story("s"),
        at=reader.number("at", MOST_SCENES),
    )
    return view, tuple(reader.dropped)


def _places(reader: "_Reader", known: Known) -> tuple[str, ...]:
    """The places asked for; those that open first where the link says nothing of places."""
    if "p" not in reader.params:
        return known.first[:MOST_PLACES]
    if reader.params["p"] == NONE:
        return ()
    found = reader.many("p", "place", known.places)
    reader.dropped.extend(Dropped("too many", code) for code in found[MOST_PLACES:])
    return found[:MOST_PLACES]


@dataclass(frozen=True, slots=True)
class _Reader:
    params: Mapping[str, str]
    dropped: list[Dropped]

    def one(self, key: str, part: str, allowed: tuple[str, ...]) -> str:
        """The value of a key if it is allowed; else the first allowed one, and a note of what was dropped."""
        value = str(self.params.get(key, ""))[:LONGEST]
        if value in allowed:
            return value
        if value:
            self.dropped.append(Dropped(part, value))
        return allowed[0]

    def text(self, key: str) -> str:
        """The value as it stands: a report's id is its file's name, and only the table knows which there are."""
        return str(self.params.get(key, ""))[:LONGEST]

    def codes(self, key: str, part: str, most: int) -> tuple[str, ...]:
        """Values that can be ids of the table, each once; which of them there are, the table knows."""
        asked = dict.fromkeys(str(self.params.get(key, ""))[:LONGEST].split(SEPARATOR))
        found = [code for code in asked if CODE.fullmatch(code)]
        wrong = [code for code in asked if code and not CODE.fullmatch(code)]
        self.dropped.extend(Dropped(part, code) for code in (*wrong, *found[most:]))
        return tuple(found[:most])

    def version(self, key: str) -> str:
        """A data version, or nothing; what is none is dropped."""
        value = str(self.params.get(key, ""))[:LONGEST]
        if value and not VERSION.fullmatch(value):
            self.dropped.append(Dropped("version", value))
            return ""
        return value

    def story(self, key: str) -> tuple[Stop, ...]:
        """The views of a meeting; those that there are not are dropped."""
        stops, wrong = read_stops(str(self.params.get(key, ""))[:LONGEST])
        self.dropped.extend(Dropped("view", text) for text in wrong)
        return stops

    def number(self, key: str, most: int) -> int:
        """A whole number from 1 to ``most``; 0 where there is none."""
        value = str(self.params.get(key, ""))[:LONGEST]
        if value.isascii() and value.isdigit() and 0 < int(value[:9]) <= most and value[0] != "0":
            return int(value)
        if value:
            self.dropped.append(Dropped("number", value))
        return 0

    def many(self, key: str, part: str, allowed: Iterable[str]) -> tuple[str, ...]:
        """The allowed values of a list, each once, in the link's order."""
        value = str(self.params.get(key, ""))[:LONGEST]
        asked = dict.fromkeys(code for code in value.split(SEPARATOR) if code)
        allowed = frozenset(allowed)
        self.dropped.extend(Dropped(part, code) for code in asked if code not in allowed)
        return tuple(code for code in asked if code in allowed)


def _join(codes: tuple[str, ...]) -> str:
    return SEPARATOR.join(codes) or NONE
