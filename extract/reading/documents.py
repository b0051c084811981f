"""What is known of the reports beforehand: the list given with ``--documents``."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePath

from extract.errors import InputError
from extract.reading.encoding import decode
from extract.reading.read import ENDINGS

DOCUMENTS = "documents.csv"  # a list of this name in a folder of reports is used unasked
NEEDED = ("doc", "place", "date")
DATE = re.compile("(?P<year>[0-9]{4}) (?: - (?P<month>[0-9]{2}) (?: - (?P<day>[0-9]{2}) )? )?", re.VERBOSE)
LOOSE_DATE = re.compile(
    r"([0-9]{4}) (?: [-/.年]? ([0-9]{2}|(?<=[-/.年])[0-9]) (?: [-/.月]? ([0-9]{2}|(?<=[-/.月])[0-9]) )? )? [日月年]?",
    re.VERBOSE,
)
GIVEN = "given"  # what a table's own list says of what was known beforehand
AS_CSV = "save it as CSV (UTF-8, comma-separated)"


@dataclass(frozen=True, slots=True)
class Known:
    """What a list says of one report; empty where it says nothing, to be inferred from the text.

    ``date`` is ``2020``, ``2020-09`` or ``2020-09-30``. ``line`` is where it stands in ``listed``.
    """

    doc: str
    place: str = ""
    date: str = ""
    title: str = ""
    publisher: str = ""
    url: str = ""
    line: int = 0
    listed: str = field(default="", compare=False)  # the path of the list

    @property
    def where(self) -> str:
        """List and line, as faults name them."""
        return f"{self.listed}, line {self.line}"


def find_known(folders: Iterable[Path], named: Path | None) -> dict[str, Known]:
    """What is known of the reports in some folders: from the named list, else from the lists in the folders.

    Errors: InputError as for ``read_documents``, and for a document that two lists name.
    """
    beside = {path.resolve(): path for folder in folders if (path := folder / DOCUMENTS).is_file()}
    known: dict[str, Known] = {}
    for path in [named] if named else beside.values():
        for doc, entry in read_documents(path).items():
            if doc in known:
                raise InputError(
                    f"names {doc}, as does {known[doc].where}", entry.where, "remove one of the two"
                )
            known[doc] = entry
    return known


def read_documents(path: Path) -> dict[str, Known]:
    """What the list says, by document id; columns that are not in ``Known`` are passed over.

    Errors: InputError for a list that cannot be read, lacks a column, names a document twice, or has a date
    that is none.
    """
    reader = csv.DictReader(io.StringIO(_read_text(path), newline=""), strict=True)
    known: dict[str, Known] = {}
    try:
        _require_columns(reader.fieldnames or (), path)
        for entry in _entries(reader, path):
            _check(entry, known, path)
            known[entry.doc] = entry
    except csv.Error as error:
        raise _fault(f"is no proper CSV ({error})", path, reader.line_num, AS_CSV) from error
    return known


def _read_text(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise InputError(
            f"cannot be read ({error.strerror})", str(path), "check path and permissions"
        ) from error
    decoded = decode(raw)
    if decoded is None or "\0" in decoded.text:
        raise InputError("is no text in UTF-8, GB18030 or Big5", str(path), AS_CSV)
    return decoded.text


def _require_columns(found: Sequence[str], path: Path) -> None:
    names = [name.strip().lower() for name in found]
    missing = [name for name in NEEDED if name not in names]
    if missing:
        has = ", ".join(name for name in names if name) or "nothing"
        columns = "column" if len(missing) == 1 else "columns"
        what = f"lacks the {columns} {', '.join(missing)} (it has {has})"
        raise _fault(what, path, 1, "write them into the first line")


def _entries(reader: "csv.DictReader[str]", path: Path) -> Iterator[Known]:
    """Each line of the list that names a document; an ending that came along with the name is dropped."""
    for row in reader:
        cells = {str(name).strip().lower(): (cell or "").strip() for name, cell in row.items() if name}
        wanted = {name: cells.get(name, "") for name in ("place", "date", "title", "publisher", "url")}
        if "place_source" in cells:  # the list of a table: names may be shared, codes are not
            wanted["place"] = _given(cells, "place_source", cells.get("adcode") or wanted["place"])
        wanted["date"] = _as_written(_given(cells, "date_source", wanted["date"]))
        doc = cells["doc"]
        if PurePath(doc).suffix.lower() in ENDINGS:
            doc = PurePath(doc).stem
        if doc:
            yield Known(doc=doc, line=reader.line_num, listed=str(path), **wanted)


def _given(cells: dict[str, str], source: str, value: str) -> str:
    """The value, unless the list is that of a table, which says that it was only inferred then."""
    return value if cells.get(source, GIVEN) == GIVEN else ""


def _as_written(date: str) -> str:
    """A date in the list's form, whatever people wrote; what is no date stays as it is.

    >>> [_as_written(date) for date in ("2020-9-3", "201908", "20190803", "2019年8月", "2019/8/3", "soon")]
    ['2020-09-03', '2019-08', '2019-08-03', '2019-08', '2019-08-03', 'soon']
    """
    found = LOOSE_DATE.fullmatch(date)
    return "-".join(f"{int(part):02d}" for part in found.groups() if part) if found else date


def _check(entry: Known, known: dict[str, Known], path: Path) -> None:
    if entry.doc in known:
        first = known[entry.doc].line
        raise _fault(
            f"names {entry.doc} again (first in line {first})", path, entry.line, "remove one of the two"
        )
    if entry.date and not _is_date(entry.date):
        what = f"{entry.date!r} is no date"
        raise _fault(what, path, entry.line, "write 2020, 2020-09 or 2020-09-30, or leave it empty")


def _is_date(text: str) -> bool:
    """Whether the text is a year, month or day of the calendar.

    >>> [_is_date(text) for text in ("2020", "2020-09", "2020-09-30", "2020-02-30", "2020年", "20-9")]
    [True, True, True, False, False, False]
    """
    found = DATE.fullmatch(text)
    if not found:
        return False
    try:
        date(int(found["year"]), int(found["month"] or 1), int(found["day"] or 1))
    except ValueError:
        return False
    return True


def _fault(what: str, path: Path, line: int, todo: str) -> InputError:
    return InputError(what, f"{path}, line {line}", todo)
