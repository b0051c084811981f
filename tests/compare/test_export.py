"""What is downloaded opens in a spreadsheet as it was shown, and runs nothing."""

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.export.spreadsheet import FORMULA_STARTS, disarm, write_csv

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufeff"), max_size=30)


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_the_file_has_a_mark_and_lines_of_windows() -> None:
    data = write_csv(["地方", "数"], [["肥西县", 1], ["旌德县", 2]])
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == 3
    assert data.count(b"\n") == 3


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_text_that_starts_like_a_formula_is_disarmed(start: str) -> None:
    assert read(write_csv(["a"], [[f"{start}cmd"]]))[1][0].startswith("'")


@pytest.mark.parametrize("number", [-5, -0.5, Decimal("-3.25")])
def test_a_negative_number_stays_a_number(number: object) -> None:
    assert read(write_csv(["a"], [[number]]))[1] == [str(number)]


@given(st.lists(st.lists(TEXT, min_size=2, max_size=2), max_size=5))
def test_every_cell_comes_back(rows: list[list[str]]) -> None:
    assert read(write_csv(["a", "b"], rows))[1:] == [[str(disarm(cell)) for cell in row] for row in rows]


@given(TEXT)
def test_no_cell_of_text_starts_a_formula(text: str) -> None:
    cell = read(write_csv(["a", "b"], [["", text]]))[1][1]
    assert not cell.startswith(FORMULA_STARTS)
    assert cell.removeprefix("'") == text.removeprefix("'")
