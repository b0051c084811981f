"""What became of every file: ok, partial, refused or failed, and a list of those that gave nothing."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from extract.errors import XianbiError

REFUSED = "refused.csv"  # beside the table: names of files are no content of it
COLUMNS = ("file", "status", "what", "todo")


@dataclass(frozen=True, slots=True)
class Turned:
    """A file of which nothing is in the table: ``refused`` (no report that can be read) or ``failed`` (a fault of ours)."""

    status: str
    fault: XianbiError


def kind_of(document: Mapping[str, str]) -> str:
    """What became of a report that was read: ``ok``, or ``partial`` where digits in it were lost.

    >>> kind_of({"damaged": "0"}), kind_of({"damaged": "2"})
    ('ok', 'partial')
    """
    return "partial" if int(document["damaged"]) else "ok"


def as_list(turned: Iterable[Turned]) -> bytes:
    """The files of which nothing is in the table, as CSV.

    >>> print(as_list([Turned("refused", XianbiError("is empty", "肥西县.txt", "leave it out"))]).decode())
    file,status,what,todo
    肥西县.txt,refused,is empty,leave it out
    <BLANKLINE>
    """
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\n")
    lines.writerow(COLUMNS)
    for one in turned:
        lines.writerow((one.fault.where, one.status, one.fault.what, one.fault.todo))
    return text.getvalue().encode(errors="replace")
