"""What native charts share: their data, their words, their numbers as marks have them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from pptx.chart import data
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from compare.export.deck.book import Series, write_book
from compare.export.deck.desk import Desk, Place, colour_of, set_faces
from compare.theme import LIGHT

_Data: Any = data.CategoryChartData
UNBROKEN = '<a:bodyPr wrap="none"/>'
DIGITS = re.compile(r"-?[0-9]{1,3}(?:,[0-9]{3}){0,6}(?:\.[0-9]{1,6})?")


@dataclass(frozen=True, slots=True)
class Printed:
    """A number as its mark has it: the value that is drawn and the pattern that writes it so."""

    value: float
    pattern: str


def print_number(text: str, value: Decimal) -> Printed:
    """The value of a mark and the pattern by which it reads as on the page; the value is exact where that reads so.

    >>> print_number("逾5,655", Decimal("5655.9"))
    Printed(value=5655.0, pattern='"逾"#,##0')
    >>> print_number("8.4%", Decimal("8.4"))
    Printed(value=8.4, pattern='#,##0.0"%"')
    """
    found = DIGITS.search(text)
    if found is None:
        return Printed(float(value), "#,##0")
    digits = Decimal(found[0].replace(",", ""))
    decimals = len(found[0].partition(".")[2])
    rounded = value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    pattern = f"#,##0{'.' + '0' * decimals if decimals else ''}"
    around = (_literal(text[: found.start()]), _literal(text[found.end() :]))
    return Printed(float(value if rounded == digits else digits), f"{around[0]}{pattern}{around[1]}")


def add_chart(desk: Desk, kind: Any, place: Place, data: tuple[Sequence[str], Sequence[Series]]) -> Any:
    """A native chart; the workbook inside is written here, so that no name in it can become a formula."""
    categories, series = data
    chart_data: Any = _Data()
    chart_data.categories = list(categories)
    for row in series:
        chart_data.add_series(row.name, row.values)
    frame = desk.slide.shapes.add_chart(kind, *place.lengths, chart_data)
    chart = frame.chart
    chart.part.chart_workbook.update_from_xlsx_blob(write_book(categories, series))
    chart.has_legend = chart.has_title = False
    chart.font.size, chart.font.color.rgb = Pt(12), colour_of(LIGHT.ink)
    set_faces(chart.font._rPr)
    show_gaps(chart)
    return chart


def show_gaps(chart: Any) -> None:
    """What is missing is not drawn, least of all as nought."""
    drawn = chart._chartSpace.chart
    for old in drawn.findall(qn("c:dispBlanksAs")):
        drawn.remove(old)
    drawn.append(drawn.makeelement(qn("c:dispBlanksAs"), {"val": "gap"}))


def label_points(series: Any, printed: Sequence[Printed | None], look: tuple[str, float]) -> None:
    """Writes each number beside its mark (where, how large), bound to its value: the number follows an edit."""
    old = series._element.find(qn("c:dLbls"))
    if old is not None:
        series._element.remove(old)
    labels = "".join(_label(n, p, look) for n, p in enumerate(printed) if p is not None)
    xml = f"<c:dLbls {nsdecls('c', 'a')}>{labels}{_shown(value=False)}</c:dLbls>"
    _insert(series._element, parse_xml(xml))


def join_points(series: Any, falls: Sequence[float | None]) -> None:
    """A line from each point down by its number (up, where that is negative); none where there is no number."""
    points = "".join(f'<c:pt idx="{n}"><c:v>{fall}</c:v></c:pt>' for n, fall in enumerate(falls) if fall)
    count = f'<c:formatCode>General</c:formatCode><c:ptCount val="{len(falls)}"/>'
    ink = f'<a:ln w="41275" cap="rnd"><a:solidFill><a:srgbClr val="{LIGHT.line[1:]}"/></a:solidFill></a:ln>'
    xml = (
        f"<c:errBars {nsdecls('c', 'a')}>"
        '<c:errDir val="y"/><c:errBarType val="minus"/><c:errValType val="cust"/><c:noEndCap val="1"/>'
        f"<c:minus><c:numLit>{count}{points}</c:numLit></c:minus><c:spPr>{ink}</c:spPr></c:errBars>"
    )
    follower = next(child for child in series._element if child.tag in {qn("c:cat"), qn("c:val")})
    follower.addprevious(parse_xml(xml))


def pale(colour: str) -> str:
    """Half way to white.

    >>> pale("#000080")
    '#7F7FBF'
    """
    parts = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    return "#" + "".join(f"{(part + 255) // 2:02X}" for part in parts)


def escape(text: str) -> str:
    """Text inside an attribute of the file."""
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")


def _literal(text: str) -> str:
    """Words of a pattern, taken as they are."""
    clean = text.replace('"', "")
    return f'"{clean}"' if clean.strip() else ""


def _label(index: int, printed: Printed, look: tuple[str, float]) -> str:
    where, size = look
    face = '<a:latin typeface="Calibri"/><a:ea typeface="Microsoft YaHei"/>'
    words = f'<a:defRPr sz="{size * 100:.0f}" b="1">{face}</a:defRPr>'
    return (
        f'<c:dLbl><c:idx val="{index}"/><c:numFmt formatCode="{escape(printed.pattern)}" sourceLinked="0"/>'
        f"<c:spPr/><c:txPr>{UNBROKEN}<a:p><a:pPr>{words}</a:pPr><a:endParaRPr/></a:p></c:txPr>"
        f'<c:dLblPos val="{where}"/>{_shown(value=True)}</c:dLbl>'
    )


def _shown(value: bool) -> str:
    parts = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
    return "".join(f'<c:show{part} val="{int(value and part == "Val")}"/>' for part in parts)


def _insert(series: Any, labels: Any) -> None:
    """Puts labels where the schema wants them: before what follows them in a series."""
    after = ("c:trendline", "c:errBars", "c:cat", "c:val", "c:smooth", "c:shape", "c:extLst")
    follower = next((child for child in series if child.tag in {qn(tag) for tag in after}), None)
    if follower is None:
        series.append(labels)
    else:
        follower.addprevious(labels)
