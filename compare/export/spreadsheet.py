"""A table as the bytes of a CSV file that opens rightly in a spreadsheet, and runs nothing there."""

import csv
import io
from collections.abc import Iterable, Sequence

FORMULA_STARTS = tuple("=+-@\t\r＝＋－＠")


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """The rows as CSV: UTF-8 with a byte-order mark, lines ended by CRLF, text that looks like a formula disarmed.

    >>> write_csv(["地方", "数"], [["肥西县", 7247], ["=1+1", -3]]).decode("utf-8-sig")
    "地方,数\\r\\n肥西县,7247\\r\\n'=1+1,-3\\r\\n"

    Shape: one line for each row, in the order given, below a line of column names.
    """
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow([disarm(name) for name in columns])
    writer.writerows([disarm(cell) for cell in row] for row in rows)
    return sheet.getvalue().encode("utf-8-sig")


def disarm(cell: object) -> object:
    """The cell, with ``'`` before text that a spreadsheet would take for a formula; numbers stay numbers.

    >>> disarm("-5"), disarm(-5), disarm("＝SUM(A1)"), disarm(None)
    ("'-5", -5, "'＝SUM(A1)", '')
    """
    if cell is None:
        return ""
    if isinstance(cell, str) and cell.startswith(FORMULA_STARTS):
        return f"'{cell}"
    return cell
