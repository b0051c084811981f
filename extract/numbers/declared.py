"""Units that a sentence declares for the bare numbers behind it: 各季度支出(万元):一季度8200,二季度9500."""

import re
from decimal import Decimal

from extract.mention import Kind, Number

_DECLARED = re.compile(
    r"""\( (?:单位:?)? (?P<scale>[千百]?[万亿]?) (?P<unit>[元户人个]) \) \s? :
    | 单位:? (?P<other_scale>[千百]?[万亿]?) (?P<other_unit>[元户人个]) \) \s? :""",
    re.VERBOSE,
)
_SCALES = {"百": 2, "千": 3, "万": 4, "亿": 8}


def declares(text: str) -> bool:
    """Whether a text declares a unit anywhere."""
    return _DECLARED.search(text) is not None


def with_declared_units(text: str, span: tuple[int, int], numbers: tuple[Number, ...]) -> tuple[Number, ...]:
    """The numbers of a sentence, with its declared unit for those behind it that have none.

    >>> from extract.numbers.numbers import find_numbers
    >>> text = "各年支出(万元):2018年820,2019年950"
    >>> [(str(n.value), n.unit) for n in with_declared_units(text, (0, len(text)), find_numbers(text)) if n.unit == "元"]
    [('8200000', '元'), ('9500000', '元')]

    Units: money in yuan.
    """
    said = _DECLARED.search(text, *span)
    if said is None:
        return numbers
    scale = Decimal(10) ** sum(_SCALES[sign] for sign in said["scale"] or said["other_scale"] or "")
    unit = said["unit"] or said["other_unit"]
    return tuple(_take(number, unit, scale) if number.start >= said.end() else number for number in numbers)


def _take(number: Number, unit: str, scale: Decimal) -> Number:
    """The number in the declared unit; one with a unit of its own, or that is no quantity, as it is."""
    if number.unit or number.reason or number.value is None or number.kind is not Kind.COUNT:
        return number
    high = number.high * scale if number.high is not None else None
    kind = Kind.MONEY if unit == "元" else Kind.COUNT
    return number._replace(value=number.value * scale, high=high, unit=unit, kind=kind)
