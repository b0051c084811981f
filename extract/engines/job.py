"""A job: some reports to read, and the part of the table that they give. It may be done in any process."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from extract.claims.label import label
from extract.corrections.apply import correct
from extract.errors import InputError
from extract.lexicon import load_lexicon
from extract.lexicon.gazetteer import load_gazetteer
from extract.output.table import to_part
from extract.pipeline import Reader, make_reader
from extract.reading.carried import read_carried
from extract.reading.corrections import Correction
from extract.reading.documents import Known
from extract.reading.read import read_document
from extract.report import Report, read_report

MEAN = 256  # documents of a chunk: some seconds of reading, all that a kill can cost a worker
MOST = 1024
LARGEST = 8 * 2**20  # bytes of a chunk, but for a single report that has more


@dataclass(frozen=True, slots=True)
class Task:
    """One report to read: where it is, what is known and was corrected by hand, its ``content`` if it is read far away."""

    path: Path
    known: Known | None = None
    corrections: tuple[Correction, ...] = ()
    size: int = 0
    content: bytes | None = None

    @property
    def doc(self) -> str:
        """Its id in the table."""
        return self.path.stem


@dataclass(frozen=True, slots=True)
class Job:
    """Reports of one chunk; ``wanted`` are the keys of all documents of that chunk."""

    chunk: str
    tasks: tuple[Task, ...]
    wanted: dict[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """What a job gave: the documents that were read, their part of each table, and what is wrong with the others."""

    docs: tuple[str, ...]
    files: dict[str, bytes]  # by table, as Parquet
    faults: tuple[InputError, ...]


class FailedError(InputError):
    """A report on which the program itself failed."""


Work = Callable[[Job], Part]


def cut(tasks: Iterable[Task]) -> Iterator[tuple[str, tuple[Task, ...]]]:
    """The tasks in chunks with their names, cut by the documents' ids: one more moves no border but its own."""
    chunk: list[Task] = []
    size = 0
    for task in tasks:
        full = len(chunk) >= MOST or size + task.size > LARGEST
        if chunk and (full or _hash(task.doc) % MEAN == 0):
            yield _name(chunk), tuple(chunk)
            chunk, size = [], 0
        chunk.append(task)
        size += task.size
    if chunk:
        yield _name(chunk), tuple(chunk)


def read_job(job: Job, reader: Reader | None = None) -> Part:
    """The part of the table that a job's reports give; a report that cannot be read leaves the others alone."""
    reports: list[Report] = []
    faults: list[InputError] = []
    for task in job.tasks:
        try:
            reports.append(_read(task, reader or own_reader()))
        except InputError as fault:
            faults.append(fault)
    return Part(tuple(str(report.document["doc"]) for report in reports), to_part(reports), tuple(faults))


@cache
def own_reader() -> Reader:
    """The reader of this process, made when it is first needed."""
    return make_reader(load_lexicon(), load_gazetteer())


def died(job: Job, how: str) -> Part:
    """What a job of one report gives on which the reading process died again and again: its name."""
    what, todo = f"ends the program that reads it ({how})", "send it to the authors; the others were read"
    return Part((), to_part(()), (FailedError(what, str(job.tasks[0].path), todo),))


def halves(job: Job) -> tuple[Job, Job]:
    """A job as two."""
    middle = len(job.tasks) // 2
    return replace(job, tasks=job.tasks[:middle]), replace(job, tasks=job.tasks[middle:])


def _read(task: Task, reader: Reader) -> Report:
    """Errors: RefusedError for what is no report, FailedError where the program has a fault."""
    source = read_document(task.path) if task.content is None else read_carried(task.path, task.content)
    try:
        return correct(read_report(source, task.known, reader, label), task.corrections, reader)
    except (MemoryError, InputError):
        raise
    except Exception as error:
        what = f"makes the program fail ({type(error).__name__}: {error})"
        raise FailedError(what, str(task.path), "send it to the authors; the others were read") from error


def _name(chunk: list[Task]) -> str:
    return f"{_hash(chunk[0].doc):012x}"


def _hash(doc: str) -> int:
    return int.from_bytes(sha256(doc.encode()).digest()[:6])
