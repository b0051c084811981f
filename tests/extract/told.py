"""Texts and the rows that they give, for the case files: ``[text, metric, value, place, period, basis, qualifier]``."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from extract.pipeline import read_text
from extract.report import plain
from tests.extract.reports import open_reader

CASES = Path(__file__).parent / "cases"
PLACE, DATE = "平江县", "2020-10"


def cases_of(topic: str) -> list[Any]:
    """The cases of a file; one with a ``fault`` is known to fail, and to be mended it must pass."""
    listed = tomllib.loads((CASES / f"{topic}.toml").read_text(encoding="utf-8"))["case"]
    return [pytest.param(case, id=case["text"][:30], marks=_marks(case)) for case in listed]


def _marks(case: dict[str, Any]) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(reason=case["fault"])] if "fault" in case else []


def assert_told(case: dict[str, Any]) -> None:
    """The text of a case gives its rows and no others, and its ``left`` numbers their reasons."""
    reading = read_text(case["text"], open_reader(), case.get("place", PLACE), case.get("date", DATE))
    text, folded = case["text"], reading.folded
    rows = []
    for one in reading.figures:
        printed = text[slice(*folded.span(one.number.start, one.number.end))]
        assert one.number.value is not None, printed
        row = [
            printed,
            one.metric.id,
            plain(one.number.value),
            one.place,
            one.period,
            str(one.basis),
            str(one.number.qualifier),
        ]
        rows.append(row[:-1] if row[-1] == "exact" else row)
    assert rows == case["rows"]
    left = {
        text[slice(*folded.span(one.number.start, one.number.end))]: str(one.reason)
        for one in reading.leftovers
    }
    assert {printed: left.get(printed) for printed in case.get("left", {})} == case.get("left", {})
