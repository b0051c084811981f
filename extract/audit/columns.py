"""The columns of tables against their sums: 合计 under the rows of a table."""

import re
from collections.abc import Iterator

from extract.audit.finding import Check, Finding
from extract.audit.interval import total
from extract.audit.settle import Candidate, settle
from extract.audit.told import Account, Told
from extract.audit.wording import Sum
from extract.mention import Kind
from extract.text.tablelines import Cell
from extract.text.tables import Table

_WHOLE = re.compile(r"(?:[全本]?[县市区旗州盟])?(?:合计|总计|共计)|[全本][县市区旗州盟]")
# a row that is no part beside the others: a sum of some, one of those above once more, shares
_APART = re.compile("小计|其中|占比|比例|增幅|增长")
LEAST = 2  # rows that are added up


def find_columns(account: Account, tables: tuple[Table, ...]) -> Iterator[Finding]:
    """A finding for each column of a table whose rows are told with their sum."""
    if not tables:
        return
    told = {one.number.start: one for line in account.lines for one in line}
    for table in tables:
        wholes = [row for row in table.rows if _WHOLE.fullmatch(_name(row))]
        parts = [row for row in table.rows if row not in wholes]
        if len(wholes) == 1 and not any(_APART.search(_name(row)) for row in parts):
            for column in range(table.labels, len(wholes[0])):
                yield from _column(told, wholes[0], parts, column)


def _name(row: tuple[Cell, ...]) -> str:
    return re.sub(r"\s", "", row[0].text)


def _column(
    told: dict[int, Told], whole: tuple[Cell, ...], parts: list[tuple[Cell, ...]], column: int
) -> Iterator[Finding]:
    """The sum of one column, where all its cells are told in one unit that can be added up."""
    cells = [row[column] for row in (whole, *parts) if not row[column].is_blank]
    found = [told[cell.start] for cell in cells if cell.start in told]
    if len(found) != len(cells) or len(found) <= LEAST or len({one.unit for one in found}) > 1:
        return
    if found[0].kind not in (Kind.COUNT, Kind.MONEY) or whole[column].start != found[0].number.start:
        return
    formula = " + ".join(f"{{{at}}}" for at in range(len(found) - 1))
    together = total(one.interval for one in found[1:])
    yield from settle((Candidate(Sum(Check.SUM, found[0], tuple(found[1:]), formula, together), sure=True),))
