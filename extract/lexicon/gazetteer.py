"""The official list of provinces, prefectures and counties, with the code each had in a year.

Source: GB/T 2260 as kept by the civil-affairs ministry, years 1990-2024, built by ``tools/build_places.py``.
"""

import csv
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from extract.errors import LexiconError

PLACES = Path(__file__).with_name("places.csv")
COLUMNS = ["adcode", "name", "short", "level", "parent", "first", "last", "pinyin", "english"]
AUTONOMOUS = (
    ("自治县", ("县", "自治县")),
    ("自治州", ("州", "自治州")),
    ("自治旗", ("旗", "自治旗")),
    ("自治区", ("自治区",)),
)
RANKS = {"province": 0, "prefecture": 1, "county": 2}


@dataclass(frozen=True, slots=True)
class Unit:
    """One administrative unit under one code, which stood for it from the ``first`` to the ``last`` year."""

    adcode: str
    name: str
    short: str
    level: str
    parent: str
    first: int
    last: int
    pinyin: str
    english: str

    def stood(self, year: int | None) -> bool:
        """Whether the code was in force in ``year``; always, where no year is asked for."""
        return year is None or self.first <= year <= self.last


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The list, looked up by code, by name and by what people type.

    >>> places = load_gazetteer()
    >>> places.by_code("340123").name
    '肥西县'
    >>> [unit.name for unit in places.named("威宁")]
    ['威宁彝族回族苗族自治县']
    >>> places.search("feixi")[0].name, places.english("152500")
    ('肥西县', 'Xilingol')
    """

    units: tuple[Unit, ...]
    codes: dict[str, tuple[Unit, ...]]
    names: dict[str, tuple[Unit, ...]]  # full names and what officials shorten them to: 威宁县, 湘西州
    shorts: dict[str, tuple[Unit, ...]]  # bare names: 威宁, 湘西
    inside: dict[str, tuple[Unit, ...]]  # code -> the units directly below it, of all years
    endings: dict[str, tuple[int, ...]]  # last two characters of names -> their lengths, longest first

    def by_code(self, adcode: str, year: int | None = None) -> Unit | None:
        """The unit of a code, as of ``year`` or the latest; None if there is none."""
        units = self.codes.get(adcode, ())
        return next((unit for unit in reversed(units) if unit.stood(year)), units[-1] if units else None)

    def named(self, name: str, year: int | None = None) -> tuple[Unit, ...]:
        """The units of a full or short name in ``year`` (else each at its latest), higher levels first."""
        listed = self.names.get(name) or self.shorts.get(name, ())
        units = [unit for unit in listed if unit.stood(year)]
        if year is None and units:
            latest = max(unit.last for unit in units)
            units = [unit for unit in units if unit.last == latest]
        return tuple(sorted(units, key=lambda unit: (unit.name != name, RANKS[unit.level], unit.adcode)))

    def children(self, adcode: str, year: int | None = None) -> tuple[Unit, ...]:
        """The units directly below a code in ``year`` (default: the latest of the list)."""
        units = self.inside.get(adcode, ())
        when = max((unit.last for unit in units), default=0) if year is None else year
        return tuple(unit for unit in units if unit.stood(when))

    def parent(self, adcode: str, year: int | None = None) -> Unit | None:
        """The unit directly above a code; None above a province."""
        unit = self.by_code(adcode, year)
        return self.by_code(unit.parent, year) if unit and unit.parent else None

    def level(self, adcode: str) -> str:
        """``province``, ``prefecture`` or ``county``; empty for an unknown code."""
        unit = self.by_code(adcode)
        return unit.level if unit else ""

    def english(self, adcode: str) -> str:
        """The romanised short name (``Feixi``, ``Lu'an``, ``Jarud``); empty for an unknown code."""
        unit = self.by_code(adcode)
        return romanise(unit) if unit else ""

    def search(self, query: str, limit: int = 12) -> tuple[Unit, ...]:
        """Units that a person may mean by a name, pinyin, initials or code, best first.

        Of a place that changed its code only the latest is given, and abolished places come last.
        """
        needle = plain(query)
        ranked = ((score(unit, needle), unit) for unit in self.units) if needle else ()
        hits = [(-unit.last, rank, RANKS[unit.level], unit.adcode, unit) for rank, unit in ranked if rank]
        best: dict[tuple[str, str], Unit] = {}
        for *_, unit in sorted(hits):
            best.setdefault((unit.name, unit.adcode[:2]), unit)
        order = {hit[-1]: hit[1:-1] for hit in hits}
        newest = max((unit.last for unit in best.values()), default=0)
        found = sorted(best.values(), key=lambda unit: (unit.last < newest, order[unit]))
        return tuple(found[:limit])


def load_gazetteer(path: Path = PLACES) -> Gazetteer:
    """The list of a file with the columns of ``places.csv``.

    Errors: LexiconError where the file is missing, has other columns or a broken row.
    """
    try:
        with path.open(encoding="utf-8", newline="") as handle:
            rows = csv.reader(handle)
            if next(rows, None) != COLUMNS:
                what = f"the columns are not {', '.join(COLUMNS)}"
                raise LexiconError(what, str(path), "build it again with tools/build_places.py")
            units = tuple(
                Unit(code, name, short, level, parent, int(first), int(last), pinyin, english)
                for code, name, short, level, parent, first, last, pinyin, english in rows
            )
    except (OSError, ValueError) as fault:
        what = f"the list of places cannot be read ({fault})"
        raise LexiconError(what, str(path), "build it again with tools/build_places.py") from fault
    codes = group((unit.adcode, unit) for unit in units)
    names = group((title, unit) for unit in units for title in titles(unit))
    shorts = group((unit.short, unit) for unit in units if unit.short not in names)
    inside = group((unit.parent, unit) for unit in units if unit.parent)
    return Gazetteer(units, codes, names, shorts, inside, index_endings(names))


def titles(unit: Unit) -> tuple[str, ...]:
    """The full name, and the shortened title of an autonomous unit: 威宁县, 湘西州, 新疆自治区."""
    for suffix, plain in AUTONOMOUS:
        if unit.name.endswith(suffix):
            return (unit.name, *(unit.short + ending for ending in plain if unit.short + ending != unit.name))
    return (unit.name,)


def index_endings(names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """For each two last characters the lengths of the names that end so, longest first."""
    lengths: dict[str, set[int]] = {}
    for name in names:
        lengths.setdefault(name[-2:], set()).add(len(name))
    return {ending: tuple(sorted(found, reverse=True)) for ending, found in lengths.items()}


def group(pairs: Iterable[tuple[str, Unit]]) -> dict[str, tuple[Unit, ...]]:
    """Units by key, in the order of the list."""
    grouped: dict[str, list[Unit]] = {}
    for key, unit in pairs:
        grouped.setdefault(key, []).append(unit)
    return {key: tuple(units) for key, units in grouped.items()}


def romanise(unit: Unit) -> str:
    """The established name, else the pinyin of the short name in one word."""
    if unit.english:
        return unit.english
    syllables = unit.pinyin.split()[: len(unit.short)]
    joined = "".join(f"'{part}" if at and part[0] in "aoe" else part for at, part in enumerate(syllables))
    return joined.capitalize()


def plain(text: str) -> str:
    """What is typed, without blanks, tones, apostrophes and case: ``Lù'ān`` gives ``luan``."""
    letters = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in letters if c.isalnum() and not unicodedata.combining(c))


def score(unit: Unit, needle: str) -> int:
    """How well a unit answers a query: 1 best, 0 not at all."""
    syllables = unit.pinyin.split()
    spelled, short = "".join(syllables), "".join(syllables[: len(unit.short)])
    initials = "".join(syllable[0] for syllable in syllables)
    english = plain(unit.english) if unit.english else ""
    if needle in (unit.name, unit.short, unit.adcode, short, spelled, english):
        return 1
    if needle in (initials, initials[: len(unit.short)]):
        return 2
    if any(text.startswith(needle) for text in (unit.name, unit.adcode, spelled, english)):
        return 3
    return 4 if len(needle) > 1 and (needle in unit.name or initials.startswith(needle)) else 0
