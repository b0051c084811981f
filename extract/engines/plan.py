"""What a build has to do: a task for each report, and what can be said before any is read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from hashlib import sha256
from pathlib import Path

from extract.corrections.apply import check_corrections
from extract.engines.job import Task
from extract.errors import InputError
from extract.lexicon import load_lexicon
from extract.lexicon.gazetteer import Unit, load_gazetteer
from extract.output.freshness import program
from extract.pipeline import Reader, make_reader
from extract.places.home import home_of
from extract.places.nation import NAMES
from extract.reading.corrections import Correction, find_corrections, is_list
from extract.reading.documents import Known, find_known
from extract.reading.read import find_inputs
from extract.reading.unpack import Unpacked

LISTED = 6  # codes of places with one name


@dataclass(frozen=True, slots=True)
class Plan:
    """The tasks in the order of their documents, the faults known beforehand, and what reads in this process.

    ``refused`` are files that are no reports, ``remarks`` what is wrong with the list of documents.
    """

    tasks: tuple[Task, ...]
    refused: tuple[InputError, ...]
    remarks: tuple[InputError, ...]
    corrections: tuple[Correction, ...]
    reader: Reader


def make_plan(opened: Unpacked, documents: Path | None) -> Plan:
    """The plan for some inputs.

    Errors: InputError for a list of documents or of corrections that cannot be used.
    """
    known = find_known(opened.inputs, documents)
    corrections = find_corrections(opened.inputs)
    reader = make_reader(load_lexicon(), load_gazetteer())
    check_corrections(corrections, reader)
    found = find_inputs([path for path in opened.inputs if not is_list(path)])
    remarks = list(_unknown_places(known, found.files, reader))
    if found.folders:  # of files named one by one a longer list may tell as well
        remarks.extend(_without_report(known, found.files, (*found.faults, *opened.faults)))
    tasks = tuple(_task(path, known, corrections) for path in found.files)
    return Plan(tasks, (*opened.faults, *found.faults), tuple(remarks), corrections, reader)


def key_of(task: Task) -> str:
    """Of what a report's rows are made: its content, what is known and corrected, the program."""
    digest = sha256(program().encode())
    try:
        digest.update(sha256(task.path.read_bytes()).digest())
    except OSError:
        return ""  # it is refused when it is read
    known = astuple(replace(task.known, line=0, listed="")) if task.known else ()
    corrections = [replace(entry, where="") for entry in task.corrections]
    digest.update(repr((task.path.name, known, corrections)).encode(errors="replace"))
    return digest.hexdigest()[:16]


def _task(path: Path, known: Mapping[str, Known], corrections: Sequence[Correction]) -> Task:
    told = tuple(entry for entry in corrections if entry.doc in ("", path.stem))
    try:
        size = path.stat().st_size
    except OSError:
        size = 0
    return Task(path, known.get(path.stem), told, size)


def _unknown_places(
    known: Mapping[str, Known], files: Sequence[Path], reader: Reader
) -> Iterator[InputError]:
    """A fault for each place of the list that nobody knows; its report is read with the place inferred."""
    for path in files:
        entry = known.get(path.stem)
        if not entry or entry.place in ("", *NAMES):
            continue
        if home_of(entry.place, reader.gazetteer) is None:
            yield _unknown(entry, reader.gazetteer.named(entry.place))


def _unknown(entry: Known, named: Sequence[Unit]) -> InputError:
    """What is wrong with a place of the list: several bear the name, or none."""
    if named:
        codes = ", ".join(unit.adcode for unit in named[:LISTED]) + (" ..." if len(named) > LISTED else "")
        what = f"{entry.place!r} is the name of {len(named)} places ({codes})"
        return InputError(what, entry.where, "write the six-digit code of the one that is meant")
    what = f"{entry.place!r} is not in the official list of places"
    return InputError(what, entry.where, "write its full name or its six-digit code")


def _without_report(
    known: Mapping[str, Known], files: Sequence[Path], refused: Sequence[InputError]
) -> Iterator[InputError]:
    """A fault for each entry of the list whose report is not there, or is not said to be refused."""
    there = {path.stem for path in files} | {Path(fault.where).stem for fault in refused}
    for doc, entry in known.items():
        if doc not in there:
            yield InputError(
                f"there is no report {doc!r}", entry.where, "correct its name, or add the report"
            )
