"""A visitor's own reports, read in a process of their own: ``python -m extract.visit FOLDER < ORDERS``.

    FOLDER/upload/   files as they came; what can be taken moves on
    FOLDER/in/       the reports of the visit, and documents.csv with what is known of them
    FOLDER/table/    their table, as ``build`` publishes it

The orders are JSON: ``mend`` gives place and date of reports by id, ``remove`` the ids of reports to take away. The
answer is JSON as well: ``version`` of the table (empty where there is none) and ``faults``.
"""

import csv
import json
import shutil
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from extract.build import NothingReadError, build
from extract.errors import InputError, XianbiError
from extract.reading.documents import DOCUMENTS, Known, read_documents
from extract.reading.limits import OUT_OF_MEMORY, set_limits
from extract.reading.read import find_inputs
from extract.reading.refusal import RefusedError
from extract.reading.unpack import unpacked

MEMORY = 3072  # MB, of addresses more than of memory: pandas and pyarrow reserve most of it
SECONDS = 60  # of computing, for all reports of the visit together
COLUMNS = ("doc", "place", "date", "title", "publisher", "url")
Orders = Mapping[str, Mapping[str, Mapping[str, str]] | list[str]]


def main(folder: Path) -> int:
    """The exit status: 0 with an answer, else the process ran out of something."""
    set_limits(MEMORY, SECONDS)
    try:
        answer = read_visit(folder, json.load(sys.stdin))
    except MemoryError:
        return OUT_OF_MEMORY
    json.dump(answer, sys.stdout)
    return 0


def read_visit(folder: Path, orders: Orders) -> dict[str, object]:
    """The answer, after the uploads have been taken in and the table was built anew."""
    reports = folder / "in"
    reports.mkdir(exist_ok=True)
    known = read_documents(reports / DOCUMENTS) if (reports / DOCUMENTS).exists() else {}
    faults = _take_in(folder / "upload", reports, known)
    _remove(orders.get("remove", ()), reports, known)
    _mend(orders.get("mend", {}), known)
    _write_list(known, reports / DOCUMENTS)
    version = ""
    shutil.rmtree(folder / "table", ignore_errors=True)
    if find_inputs([reports]).files:
        version, more = _build(reports, folder / "table")
        faults += more
    return {"version": version, "faults": [_told(fault, folder) for fault in faults]}


def _take_in(upload: Path, reports: Path, known: dict[str, Known]) -> list[XianbiError]:
    """Moves the uploaded reports among the others; one that is there already is replaced. What was refused."""
    if not upload.is_dir():
        return []
    with unpacked([upload]) as opened:
        faults: list[XianbiError] = [*opened.faults]
        for folder in opened.inputs:
            faults += [opened.as_given(fault) for fault in _take_list(folder / DOCUMENTS, known)]
        found = find_inputs([path for path in opened.inputs if any(path.iterdir())])
        faults += [opened.as_given(fault) for fault in found.faults if isinstance(fault, RefusedError)]
        for path in found.files:
            _remove([path.stem], reports, {})
            shutil.copyfile(path, reports / path.name)
    shutil.rmtree(upload)
    return faults


def _take_list(listed: Path, known: dict[str, Known]) -> list[XianbiError]:
    """Adds what a list that came along says of its reports."""
    if not listed.exists():
        return []
    try:
        known.update(read_documents(listed))
    except InputError as fault:
        return [fault]
    return []


def _remove(docs: Iterable[str], reports: Path, known: dict[str, Known]) -> None:
    gone = set(docs)
    for path in list(reports.iterdir()):
        if path.stem in gone and path.name != DOCUMENTS:
            path.unlink()
    for doc in gone:
        known.pop(doc, None)


def _mend(mended: object, known: dict[str, Known]) -> None:
    """Sets place and date as the visitor says; an empty one is inferred again."""
    if not isinstance(mended, dict):
        return
    for doc, said in mended.items():
        entry = known.get(doc, Known(doc))
        known[doc] = replace(entry, place=str(said.get("place", "")), date=str(said.get("date", "")))


def _write_list(known: Mapping[str, Known], path: Path) -> None:
    there = {report.stem for report in path.parent.iterdir()}
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle)
        writer.writerow(COLUMNS)
        for doc, entry in sorted(known.items()):
            if doc in there:
                writer.writerow([getattr(entry, column) for column in COLUMNS])


def _build(reports: Path, table: Path) -> tuple[str, list[XianbiError]]:
    """The version of the table and what could not be read; that is not kept among the reports."""
    try:
        built = build([reports], None, table, lambda *_: None)
        version, faults = built.version, list(built.faults)
    except NothingReadError as nothing:
        version, faults = "", list(nothing.faults)
    for fault in faults:
        if isinstance(fault, RefusedError):
            Path(fault.where).unlink(missing_ok=True)
    return version, faults


def _told(fault: XianbiError, folder: Path) -> dict[str, object]:
    """A fault as JSON, told of the file as the visitor knows it."""
    where = fault.where
    for room in (folder / "upload", folder / "in"):
        where = where.removeprefix(f"{room}/")
    if not isinstance(fault, RefusedError):
        return {"where": where, "refusal": "", "values": {}, "what": fault.what}
    values = {name: Path(value).name if name == "other" else value for name, value in fault.values.items()}
    return {"where": where, "refusal": fault.refusal, "values": values, "what": fault.what}


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
