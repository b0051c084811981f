"""A table as the bytes of a CSV file that opens rightly in a spreadsheet, and runs nothing there."""

import csv
import io
from collections.abc import Iterable, Sequence

FORMULA_STARTS = tuple("=+-@＝＋－＠﹢﹣﹦﹫−")
ENDS = ("\t", "\r", "\n")
# Blanks, controls, direction marks and zero-width signs: programs drop them, and what follows leads the cell.
UNSEEN = "".join(map(chr, (*range(0x21), *range(0x7F, 0xA1), 0xAD, 0x1680, 0x180E, *range(0x2000, 0x2010),
                           *range(0x2028, 0x2030), *range(0x205F, 0x2070), 0x3000, 0xFE0F, 0xFEFF)))  # fmt: skip


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
    if isinstance(cell, str) and is_formula(cell):
        return f"'{cell}"
    return cell


def is_formula(text: str) -> bool:
    """Whether a spreadsheet could take the text for a formula, also behind what it does not show or drops.

    >>> is_formula("=1+1"), is_formula("\u200b ＝1+1"), is_formula("脱贫=致富")
    (True, True, False)
    """
    start = text.lstrip(UNSEEN)
    return start.startswith(FORMULA_STARTS) or text.startswith(ENDS)
