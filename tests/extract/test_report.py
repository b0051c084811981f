"""One report as records: ids that last, quotes verbatim, notes that warn."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import report as report_module
from extract.pipeline import read_text
from extract.reading.documents import Known
from extract.reading.read import Source
from extract.report import Report, fact_id, plain, read_report
from tests.extract.reports import open_reader

TEXT = "　　截至2019年底，全縣累計脫貧７２４７戶16 386人。投入扶贫资金1. 26亿元，增长3%。"
KNOWN = Known("fx", "肥西县", "2020-03-01", "总结", "县委党校", "http://example.cn/a")


def reported(text: str, known: Known | None = KNOWN, note: str = "") -> Report:
    source = Source("fx", "fx.txt", "ab" * 32, text, "utf-8", note)
    return read_report(source, known, open_reader(), lambda text, start, end: text[start:end])


def test_a_row_shows_the_original_and_reads_the_folded_text() -> None:
    rows = reported(TEXT).metrics
    assert [(row["text"], row["value"], row["unit"]) for row in rows] == [
        ("７２４７戶", "7247", "household"),
        ("16 386人", "16386", "person"),
        ("1. 26亿元", "126000000", "CNY"),
    ]
    assert rows[0]["quote"] == "截至2019年底，全縣累計脫貧７２４７戶16 386人。"
    assert rows[2]["quote"] == "投入扶贫资金1. 26亿元，增长3%。"


def test_a_fact_keeps_its_id_until_document_span_or_metric_change() -> None:
    first = [row["fact"] for row in reported(TEXT).metrics]
    assert first == [row["fact"] for row in reported(TEXT, Known("fx", "肥西县", "2021")).metrics]
    same = fact_id("ab", 1, 2, "poor.persons")
    others = {
        fact_id("ac", 1, 2, "poor.persons"), fact_id("ab", 0, 2, "poor.persons"),
        fact_id("ab", 1, 3, "poor.persons"), fact_id("ab", 1, 2, "poor.households"),
    }  # fmt: skip
    assert len({*others, same}) == 5


def test_what_is_known_of_the_document_stands_in_its_record() -> None:
    about = reported(TEXT).document
    assert [about[name] for name in ("doc", "title", "publisher", "url", "place", "adcode")] == [
        "fx", "总结", "县委党校", "http://example.cn/a", "肥西县", "340123",
    ]  # fmt: skip
    assert (about["place_source"], about["date"], about["date_source"]) == ("given", "2020-03-01", "given")
    assert about["characters"] == len(TEXT)
    assert about["note"] == ""


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("全县总人口?8.8万,贫困户?20户。", "2 numbers with lost digits"),
        ("今年脱贫20户。", "undated: the year of 今年 is not known; the place is not known"),
    ],
)
def test_a_note_tells_what_a_reader_should_know(text: str, note: str) -> None:
    assert note in str(reported(text, None).document["note"])


def test_the_note_of_the_decoding_goes_along() -> None:
    assert (
        reported(TEXT, note="1 character could not be read").document["note"]
        == "1 character could not be read"
    )


def test_only_quantities_are_labelled() -> None:
    labels = {record["text"]: record["label"] for record in reported("2019年增长3%。", None).leftovers}
    assert labels == {"2019年": "", "3%": "3%"}


def test_without_a_place_there_is_no_row_but_a_reason() -> None:
    report = reported("2019年脱贫20户。", None)
    assert report.metrics == ()
    assert [str(record["reason"]) for record in report.leftovers] == ["date", "no place"]


def test_a_figure_without_a_value_is_left_over_and_no_nought(monkeypatch: pytest.MonkeyPatch) -> None:
    reading = read_text(TEXT, open_reader(), "肥西县", "2020-03-01")
    first, *others = reading.figures
    lost = replace(first, number=first.number._replace(value=None))
    broken = replace(reading, figures=(*others, lost))
    monkeypatch.setattr(report_module, "read_text", lambda *_: broken)
    report = reported(TEXT)
    assert [row["text"] for row in report.metrics] == ["16 386人", "1. 26亿元"]
    assert ("７２４７戶", "damaged") in [(left["text"], str(left["reason"])) for left in report.leftovers]
    starts = [int(left["start"]) for left in report.leftovers]
    assert starts == sorted(starts)
    assert (report.document["kept"], report.document["damaged"]) == (2, 1)


@given(st.decimals(0, 10**16, allow_nan=False, places=4))
def test_a_value_is_written_without_exponent_or_needless_zeros(value: Decimal) -> None:
    text = plain(value)
    assert Decimal(text) == value
    assert "E" not in text.upper()
    assert not ("." in text and text.endswith(("0", ".")))
