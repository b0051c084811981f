"""One finding as it is shown: whose sum, what the report prints, what comes out, and the sentences."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from compare.audit.sentences import Figure, Told, find_figures, tell
from compare.audit.words import checks, other_figure
from compare.context import Context
from compare.evidence.passage import Origin, origin_of
from compare.language import Language
from compare.record import Finding
from compare.words.numbers import WAN, YI, say_amount, say_points
from compare.words.rounding import round_places, write_plain

UNCHECKED = "unchecked"
PRINTED_UNIT = re.compile(
    "[^0-9０-９.．,，、%％〇零一二三四五六七八九十百千万亿两几余多约近半点成分之\\s]{1,4}$"
)
POINTS = "百分点"


@dataclass(frozen=True, slots=True)
class Sum:
    """What stands side by side: as the report prints it, as it comes out, and what else it may come out as.

    ``other`` is the heading of the second: calculated, or the other figure that it is held to.
    """

    reported: str
    other: str
    calculated: str
    least: str = ""
    most: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """A sum of a report with all that is shown of it; ``message`` says it in one sentence.

    ``home`` is the place of the report, ``adcode`` and ``place`` whose figure it is: a county in its city's report.
    """

    id: str
    verdict: str
    check: str
    home: str
    adcode: str
    place: str
    origin: Origin
    message: str
    sum: Sum | None
    told: tuple[Told, ...]
    figures: tuple[Figure, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        """The rows of the table that take part."""
        return tuple(figure.row.fact for figure in self.figures if figure.row is not None)


def account_of(context: Context, finding: Finding) -> Account:
    """The account of a finding."""
    spans: list[tuple[int, int]] = [(a, b) for a, b in json.loads(finding.spans or "[]")]
    checked = spans[-1] if spans else (0, 0)
    figures = find_figures(context, finding.doc, spans)
    adcode, place = place_of(context, finding.doc, figures)
    chinese = context.language.code == "zh"
    return Account(
        id=finding.finding,
        verdict=finding.verdict,
        check=checks(context.language).get(finding.check, finding.check),
        home=place_of(context, finding.doc, ())[0],
        adcode=adcode,
        place=context.names.short(adcode, place),
        origin=origin_of(context, finding.doc, checked[0]),
        message=finding.message_zh if chinese else finding.message_en,
        sum=_sum(context.language, finding, figures, checked),
        told=tell(figures, checked),
        figures=figures,
    )


def place_of(context: Context, doc: str, figures: Sequence[Figure]) -> tuple[str, str]:
    """The place whose sum it is: that of its last row, else the report's own."""
    rows = [figure.row for figure in figures if figure.row is not None and figure.row.adcode]
    if rows:
        return rows[-1].adcode, rows[-1].place
    document = next(iter(context.store.documents((doc,))), None)
    return (document.adcode, document.place) if document else ("", "")


def _sum(
    language: Language, finding: Finding, figures: Sequence[Figure], checked: tuple[int, int]
) -> Sum | None:
    """The two numbers with the unit of the figure that is checked; None in a table that does not keep them."""
    held = next((f for f in figures if f.start < checked[1] and checked[0] < f.end), None)
    values = [_decimal(text) for text in (finding.calculated, finding.low, finding.high)]
    if held is None or values[0] is None:
        return None
    calculated, low, high = (_write(value, held, language) for value in values)
    if low == high:
        low = high = ""
    return Sum(held.text, other_figure(finding.check, language), calculated, low, high)


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _write(value: Decimal | None, held: Figure, language: Language) -> str:
    """A value dressed like a printed figure, with two decimals at most."""
    if value is None:
        return ""
    printed, unit = "".join(held.text.split()), held.row.unit if held.row else ""
    rounded = round_places(value, 2)
    if printed.endswith(POINTS):
        return say_points(rounded, language)
    if printed.endswith(("%", "％")) or "百分之" in printed:
        return f"{write_plain(rounded)}%"
    if unit == "CNY" or printed.endswith(("元", "个亿")):
        return _money(value, printed, language)
    if unit and unit != "percent":
        return say_amount(rounded, unit, language)
    named = PRINTED_UNIT.search(printed)
    return write_plain(rounded) + (named[0] if named and language.code == "zh" else "")


def _money(value: Decimal, printed: str, language: Language) -> str:
    """Money in the scale in which the report prints it: a number of yuan in English."""
    if language.code != "zh":
        return language.say("{n} yuan", n=write_plain(round_places(value, 2)))
    for scale, divisor in (("亿", YI), ("万", WAN)):
        if scale in printed:
            return f"{write_plain(value / divisor)}{scale}元"
    return f"{write_plain(round_places(value, 2))}元"
