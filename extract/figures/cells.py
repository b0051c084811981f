"""Figures of tables: each cell is read as the sentence that the labels of its row and its column make."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from extract.claims.claim import Claim, Rules
from extract.claims.claims import find_claims
from extract.claims.context import Context
from extract.claims.page import open_page
from extract.claims.scene import look
from extract.figures.resolve import Figure, resolve_claim
from extract.figures.tablewords import Labels, Whose, read_labels
from extract.figures.timing import Carried
from extract.mention import Kind, Number, Qualifier
from extract.numbers.numbers import find_numbers
from extract.reason import Reason
from extract.text.split import Sentence
from extract.text.tablelines import Cell
from extract.text.tables import Table

NOTHING = Carried()
LONGEST = 1000  # characters of a table that are shown with a figure; of a longer one its row
NOTE = "year and meaning stand in the table's header"
REASONS = {Whose.BELOW: Reason.BELOW_COUNTY, Whose.PART: Reason.SUBSET, Whose.UNKNOWN: Reason.NO_PLACE}
# words of a table's title that say nothing of its figures
_TITLE = re.compile(
    r"""附?表\s?[0-9一二三四五六七八九十]{0,3} | 单位:?[^()\s]{1,20} | [()《》:、.\s]
    | (?:19|20)[0-9]{2}年?(?:[-—–~至](?:19|20)[0-9]{2}年?)?(?:底|末)?
    | 一览 | 汇总 | 统计 | 主要 | 各?(?:县市?区?|乡镇) | 全[县市区旗州盟] | (?:情况)?表?$""",
    re.VERBOSE,
)
_PLACE = re.compile("[\u4e00-\u9fff]{2,10}?(?:县|市|区|旗|州|盟)(?=.)")


class Spot(NamedTuple):
    """A cell of a table with its labels, and the heading that dates the table."""

    table: Table
    row: tuple[Cell, ...]
    column: int
    labels: Labels
    heading: str

    @property
    def cell(self) -> Cell:
        """The cell itself."""
        return self.row[self.column]


def read_tables(
    tables: tuple[Table, ...], headings: Mapping[int, str], rules: Rules, context: Context
) -> Iterator[Figure | Claim]:
    """Each figure of the tables: as a row, or as a claim with the reason why it is none.

    ``headings`` are the texts of the headings over the tables, by where these begin.
    """
    for table in tables:
        for row in table.rows:
            for column in range(table.labels, len(row)):
                if row[column].is_figure:
                    labels = read_labels(table, row, column, context)
                    spot = Spot(table, row, column, labels, headings.get(table.start, ""))
                    yield _read(spot, rules, context)


def _read(spot: Spot, rules: Rules, context: Context) -> Figure | Claim:
    """What a cell is: told by its labels, or else by these and the table's title."""
    number = _number(spot, f"{spot.cell.text}{_tail(spot)}")
    if number.value is None or spot.labels.derived:
        return Claim(
            number, reason=number.reason or (Reason.SHARE if spot.labels.derived else Reason.DAMAGED)
        )
    if spot.labels.whose in REASONS:
        return Claim(number, reason=REASONS[spot.labels.whose])
    if spot.labels.unit is None and spot.cell.text[-1].isdigit():
        return Claim(number, reason=Reason.NO_METRIC)
    found = Claim(number, reason=Reason.NO_METRIC)
    for words in dict.fromkeys((spot.labels.words, f"{_said(spot.table.title)}{spot.labels.words}")):
        result = _judge(spot, words, rules, context)
        if isinstance(result, Figure):
            return _placed(result, spot)
        found = result._replace(number=_put_back(result.number, spot))
    return found


def _placed(figure: Figure, spot: Spot) -> Figure:
    """A figure in its cell's own place, with the table from its title to the row as its sentence."""
    number, row = _put_back(figure.number, spot), spot.row
    first = spot.table.start if row[-1].end - spot.table.start <= LONGEST else row[0].start
    span = (first, row[-1].end)
    if figure.grade == "doubtful":
        return replace(figure, number=number, sentence=span)
    return replace(figure, number=number, sentence=span, grade="carried", note=NOTE)


def _judge(spot: Spot, words: str, rules: Rules, context: Context) -> Figure | Claim:
    """What the sentence is that a cell makes with words: 2016年|出列村|9个."""
    named = spot.labels.named
    above = f"{spot.heading}\n"
    before = f"{above}{spot.labels.time}{named.name if named else ''}{words}"
    text = f"{before}{spot.cell.text}{_tail(spot)}"
    number = next((n for n in find_numbers(text) if n.start == len(before) and not n.reason), None)
    if number is None or number.value is None:
        return Claim(_number(spot, spot.cell.text), reason=Reason.NO_METRIC)
    heading = (0, len(above))
    sentence = Sentence(len(above), len(text), 1, (0, 0), heading, heading)
    scene = look(open_page(text, (sentence,), context), sentence, (number,))
    ((case, claim),) = find_claims(scene, rules)
    return resolve_claim(case, claim, context, NOTHING)


def _tail(spot: Spot) -> str:
    """The unit behind a cell that has none of its own."""
    return (spot.labels.unit or "") if spot.cell.text[-1].isdigit() else ""


def _number(spot: Spot, text: str) -> Number:
    """The number of a cell by itself, in its own place."""
    found = next((n for n in find_numbers(f"共{text}") if n.start == 1), None)
    if found is None:
        found = Number(0, 0, None, None, "", Kind.COUNT, Qualifier.EXACT, Reason.CODE)
    return _put_back(found, spot)


def _put_back(number: Number, spot: Spot) -> Number:
    return number._replace(start=spot.cell.start, end=spot.cell.end)


def _said(title: str) -> str:
    """What a title says that its figures count: 扶贫资金到位及支出 of 表2 2019年扶贫资金到位及支出情况(单位:万元)."""
    said = _PLACE.sub("", _TITLE.sub("", title), count=1)
    return f"{said}:" if said else ""
