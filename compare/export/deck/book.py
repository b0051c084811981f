"""The workbook inside a native chart: names and numbers, and nothing that is computed."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import xlsxwriter

from compare.export.workbook import MADE, SAFE

SHEET = "Sheet1"  # the chart's own references name it


@dataclass(frozen=True, slots=True)
class Series:
    """One row of marks: its name and a value for each category, None where there is none."""

    name: str
    values: tuple[float | None, ...]


def write_book(categories: Sequence[str], series: Sequence[Series], made: datetime = MADE) -> bytes:
    """The workbook as bytes, laid out as the chart refers to it: categories down, series across."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, SAFE) as book:
        book.set_properties({"created": made})
        sheet = book.add_worksheet(SHEET)
        sheet.set_column(0, 0, 28)
        for line, name in enumerate(categories, start=1):
            sheet.write_string(line, 0, name)
        for column, row in enumerate(series, start=1):
            sheet.write_string(0, column, row.name)
            for line, value in enumerate(row.values, start=1):
                if value is not None:
                    sheet.write_number(line, column, value)
    return stream.getvalue()
