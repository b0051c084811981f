"""A build: reports in, the whole table out, and an account of every file."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from extract import VERSION
from extract.claims.label import label
from extract.corrections.apply import check_corrections, correct, unmet
from extract.errors import InputError, XianbiError
from extract.lexicon import load_lexicon
from extract.lexicon.gazetteer import Unit, load_gazetteer
from extract.output.destination import require_own
from extract.output.freshness import fingerprint
from extract.output.publish import publish
from extract.output.table import FILES, to_files
from extract.pipeline import Reader, make_reader
from extract.places.home import home_of
from extract.places.nation import NAMES
from extract.reading.corrections import find_corrections, is_list
from extract.reading.documents import Known, find_known
from extract.reading.read import find_inputs, read_document
from extract.reading.unpack import Unpacked, unpacked
from extract.report import Report, read_report

LISTED = 6  # codes named where many places share a name


class NothingReadError(InputError):
    """No report of all could be read; ``faults`` says of each why."""

    def __init__(self, faults: Sequence[XianbiError]) -> None:
        self.faults = tuple(faults)
        alone = self.faults[0] if len(self.faults) == 1 else InputError(_all_failed(self.faults))
        super().__init__(alone.what, alone.where, alone.todo)


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: the reports that were read, what went wrong with others, and the data version."""

    reports: tuple[Report, ...]
    faults: tuple[XianbiError, ...]
    version: str


def build(
    inputs: Sequence[Path], documents: Path | None, out: Path, tell: Callable[[int, int], None]
) -> Built:
    """Read the reports under ``inputs`` and publish their table in ``out``.

    ``documents`` is the list of what is known beforehand; without one, a ``documents.csv`` in an input folder serves.
    Corrections are the ``corrections.toml`` of input folders, and inputs that end in ``.toml``.
    ``tell`` is called with the number of files done and of all.

    Errors: InputError for a list of documents or corrections that cannot be used or an ``out`` with files of somebody
    else's, NothingReadError where no report could be read, PublishError where ``out`` cannot be written. Faults of single
    files are in the result.
    """
    require_own(out, inputs, FILES)
    with unpacked(inputs) as opened:
        reports, faults = _read_all(opened, documents, tell)
    if not reports:
        raise NothingReadError(faults)
    about = _about(reports, faults, inputs_of(inputs, documents))
    return Built(tuple(reports), tuple(faults), publish(out, to_files(reports), about))


def _read_all(
    opened: Unpacked, documents: Path | None, tell: Callable[[int, int], None]
) -> tuple[list[Report], list[XianbiError]]:
    """Every report of the inputs, and what is wrong with the others."""
    try:
        known = find_known(opened.inputs, documents)
        corrections = find_corrections(opened.inputs)
        reader = make_reader(load_lexicon(), load_gazetteer())
        check_corrections(corrections, reader)
    except InputError as error:
        raise opened.as_given(error) from error
    found = find_inputs([path for path in opened.inputs if not is_list(path)])
    faults: list[XianbiError] = [*found.faults, *_unknown_places(known, found.files, reader)]
    if found.folders:  # of files named one by one a longer list may tell as well
        faults.extend(_without_report(known, found.files, (*found.faults, *opened.faults)))
    reports: list[Report] = []
    for done, path in enumerate(found.files, 1):
        try:
            report = read_report(read_document(path), known.get(path.stem), reader, label)
            reports.append(correct(report, corrections, reader))
        except InputError as error:
            faults.append(error)
        tell(done, len(found.files))
    faults.extend(unmet(corrections, (told for report in reports for told in report.corrections)))
    return reports, [*opened.faults, *map(opened.as_given, faults)]


def inputs_of(inputs: Sequence[Path], documents: Path | None) -> tuple[Path, ...]:
    """All that a build depends on beside the program."""
    return (*inputs, documents) if documents else tuple(inputs)


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


def _all_failed(faults: Sequence[XianbiError]) -> str:
    return "no report could be read: " + " | ".join(str(fault) for fault in faults)


def _about(
    reports: Sequence[Report], faults: Sequence[XianbiError], inputs: tuple[Path, ...]
) -> dict[str, object]:
    """What the manifest says beside the files."""
    return {
        "extractor": VERSION,
        "inputs": fingerprint(inputs),
        "documents": len(reports),
        "refused": len(faults),
        "rows": sum(len(report.metrics) for report in reports),
        "leftovers": sum(len(report.leftovers) for report in reports),
        "events": sum(len(report.events) for report in reports),
        "findings": sum(len(report.findings) for report in reports),
    }
