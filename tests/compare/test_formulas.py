"""No text of a report, a title or a place reaches a cell as a formula, in no file; negative numbers stay numbers."""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterator

import openpyxl
import pytest
from openpyxl.utils.escape import unescape

from compare.context import Context
from compare.export.order import Order, fill_order
from compare.export.spreadsheet import disarm, is_formula
from tests.compare.figures import figure
from tests.compare.payloads import PAYLOADS

FEIXI, JINGDE = "340123", "341825"
Ask = Callable[..., Context]
NUMBER = re.compile(r"-?[0-9.]+")
FORMULA = re.compile(rb"<(?:x:)?f[ >/]")


def poisoned(ask: Ask, language: str = "zh") -> Context:
    """A table in which the payloads stand wherever a report or a list can bring text; all of it on the data page."""
    lines = [
        figure(
            FEIXI, "funding.special", f"{n + 1}", text=text, quote=f"{text}。", note=text, start=str(90 * n)
        )
        for n, text in enumerate(PAYLOADS)
    ]
    lines.append(figure(JINGDE, "poverty_rate", "-5", text="-5元", place="=旌德县", rule="=r"))
    reports = {code: {"title": PAYLOADS[4], "publisher": PAYLOADS[20]} for code in (FEIXI, JINGDE)}
    events = [
        {"event": f"e{n}", "doc": f"report_{FEIXI}", "start": "0", "end": "9", "quote": text, "adcode": FEIXI,
         "date": "2020", "kind": "policy", "title": text}
        for n, text in enumerate(PAYLOADS)
    ]  # fmt: skip
    sums = [{"finding": "f1", "doc": f"report_{FEIXI}", "message_en": "=1+1", "message_zh": "＝1+1"}]
    return ask(lines, language, page="data", places=(), reports=reports, events=events, findings=sums)


def cells_of(content: bytes) -> Iterator[tuple[object, str]]:
    """Every cell of a workbook that holds something, with its type."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    for sheet in book:
        for line in sheet.iter_rows():
            yield from ((cell.value, cell.data_type) for cell in line if cell.value is not None)


def test_there_are_forty_and_each_is_known_for_one() -> None:
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 40
    assert [text for text in PAYLOADS if not is_formula(text)] == []


@pytest.mark.parametrize("text", ["脱贫=致富", "2020-10-20", "1+N", "肥西县", "", "'=1+1", "3.69亿元"])
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert disarm(text) == text


def test_no_payload_starts_a_cell_of_a_csv(ask: Ask) -> None:
    for order in (Order("csv"), Order("csv", whole=True)):
        text = fill_order(poisoned(ask), order).content.decode("utf-8-sig")
        cells = [cell for line in csv.reader(io.StringIO(text, newline="")) for cell in line]
        assert [cell for cell in cells if is_formula(cell) and not NUMBER.fullmatch(cell)] == []
        assert {f"'{payload}" for payload in PAYLOADS} <= set(cells)
        assert "-5" in cells


def test_no_payload_starts_a_cell_of_the_package(ask: Ask) -> None:
    archive = zipfile.ZipFile(io.BytesIO(fill_order(poisoned(ask), Order("zip")).content))
    for name in ("metrics.csv", "documents.csv", "findings.csv", "events.csv"):
        text = archive.read(name).decode("utf-8-sig")
        cells = [cell for line in csv.reader(io.StringIO(text, newline="")) for cell in line]
        assert any(cell.startswith("'") for cell in cells), name
        assert [cell for cell in cells if is_formula(cell) and not NUMBER.fullmatch(cell)] == [], name


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_cell_of_the_workbook_is_a_formula_and_every_text_is_whole(ask: Ask, language: str) -> None:
    content = fill_order(poisoned(ask, language), Order("xlsx")).content
    cells = list(cells_of(content))
    assert {kind for _, kind in cells} == {"s", "n"}
    texts = {unescape(str(value)) for value, kind in cells if kind == "s"}
    assert [text for text in PAYLOADS if text not in texts] == []
    assert (-5, "n") in cells
    archive = zipfile.ZipFile(io.BytesIO(content))
    assert [name for name in archive.namelist() if FORMULA.search(archive.read(name))] == []
    assert [name for name in archive.namelist() if "externalLink" in name] == []
