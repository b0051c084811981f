"""Figures of tables: each cell is read as the sentence that its year and its header make."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.claims.claim import Claim, Rules
from extract.claims.claims import find_claims
from extract.claims.context import Context
from extract.claims.page import open_page
from extract.claims.scene import look
from extract.figures.resolve import Figure, resolve_claim
from extract.figures.timing import Carried
from extract.mention import Number
from extract.numbers.numbers import find_numbers
from extract.text.split import Sentence
from extract.text.tables import Entry

_UNIT = re.compile(r"\((?:单位:)?(?P<scale>[万亿]?)(?P<unit>[户人个村元%])\)")
_EACH = re.compile("(?P<scale>[万亿]?)(?P<unit>[户人个村元%])")
# what a header counts that names no unit
_COUNTS = (("率", "%"), ("户", "户"), ("人", "人"), ("村", "个"), ("资金", "元"))
NOTHING = Carried()


@dataclass(frozen=True, slots=True)
class Spoken:
    """A cell as a sentence, with where its figure begins in it."""

    text: str
    start: int


def read_entry(entry: Entry, rules: Rules, context: Context) -> Figure | Claim | None:
    """The figure of a cell, or its claim where it is none; None where the cell holds no number."""
    spoken = _speak(entry)
    if spoken is None:
        return None
    number = next((n for n in find_numbers(spoken.text) if n.start == spoken.start and not n.reason), None)
    if number is None or number.value is None:
        return None
    sentence = Sentence(0, len(spoken.text), 0, (0, 0), (0, 0), (0, 0))
    scene = look(open_page(spoken.text, (sentence,), context), sentence, (number,))
    ((case, claim),) = find_claims(scene, rules)
    result = resolve_claim(case, claim, context, NOTHING)
    return _put_back(result, entry, number)


def _speak(entry: Entry) -> Spoken | None:
    """2016年出列村9个, from the year 2016, the header 出列村 and the cell 9; None for money of no unit."""
    unit = _unit(entry)
    bare = entry.cell.text[-1].isdigit()
    if bare and unit is None:
        return None
    year = (
        entry.year if "年" in entry.year else re.sub(r"(?<=[0-9])(?![0-9—–~至-])", "年", entry.year, count=1)
    )
    before = f"{_year_last(year)}{_UNIT.sub('', entry.words)}"
    return Spoken(f"{before}{entry.cell.text}{unit if bare else ''}", len(before))


def _unit(entry: Entry) -> str | None:
    """The unit of a cell, told by its header, else by a line above the table; None for money of no told unit."""
    named = _UNIT.search(entry.words)
    if named:
        return named["scale"] + named["unit"]
    unit = next((unit for word, unit in _COUNTS if word in entry.words), "")
    each = [
        one
        for one in map(_EACH.fullmatch, re.split("[、,/和及]", entry.units))
        if one and one["unit"] == unit
    ]
    if len(each) == 1:
        return each[0][0]
    return None if unit == "元" or each else unit


def _year_last(year: str) -> str:
    """2014—2015年 for a span, 2019年(计划) as it stands."""
    return re.sub(r"^((?:19|20)[0-9]{2})年([-—–~至](?:19|20)[0-9]{2})年?", r"\1\2年", year)


def _put_back(result: Figure | Claim, entry: Entry, number: Number) -> Figure | Claim:
    """The result with the cell's own place in the text, and the table from its header on as its sentence."""
    placed = number._replace(start=entry.cell.start, end=entry.cell.end)
    if isinstance(result, Figure):
        note = "year and meaning stand in the table's header"
        return replace(result, number=placed, sentence=(entry.start, entry.end), grade="carried", note=note)
    return result._replace(number=placed)


def read_entries(
    entries: tuple[Entry, ...], rules: Rules, context: Context
) -> Iterator[tuple[Entry, Figure | Claim]]:
    """Each entry that is a number, with what it is."""
    for entry in entries:
        result = read_entry(entry, rules, context)
        if result is not None:
            yield entry, result
