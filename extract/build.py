"""A build: reports in, the whole table out, and an account of every file."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from extract import VERSION
from extract.corrections.apply import unmet
from extract.engines.choose import PLAIN, How, choose
from extract.engines.job import FailedError, Job, cut
from extract.engines.plan import Plan, key_of, make_plan
from extract.errors import InputError, XianbiError
from extract.output.account import REFUSED, Turned, as_list, kind_of
from extract.output.assemble import Row, as_files, as_parts, count, rows_of
from extract.output.changes import Since, read_changes
from extract.output.chunks import ROOM, Chunk, add_to_chunk, clear_chunks, find_chunk, kept_of
from extract.output.destination import require_own
from extract.output.freshness import fingerprint
from extract.output.manifest import read_manifest
from extract.output.publish import replace_set, writing
from extract.output.table import FILES, TABLES, to_part
from extract.reading.unpack import Unpacked, unpacked

SHOWN = 60  # documents that a closing table lists; of more it tells the sums alone
LARGE = 64 * 2**20  # bytes of reports from which the table is Parquet in parts
SUMS = ("numbers", "kept", "left", "damaged", "events")

Tell = Callable[[int, int], None]


class NothingReadError(InputError):
    """No report of all could be read; ``faults`` says of each why."""

    def __init__(self, faults: Sequence[XianbiError]) -> None:
        self.faults = tuple(faults)
        alone = self.faults[0] if len(self.faults) == 1 else InputError(_all_failed(self.faults))
        super().__init__(alone.what, alone.where, alone.todo)


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: what went wrong, the data version, what changed since the one before.

    ``documents`` are the rows of the first reports, ``sums`` the counts of all; ``read`` is how many were read now.
    """

    faults: tuple[XianbiError, ...]
    version: str
    documents: tuple[Row, ...]
    sums: Mapping[str, int]
    read: int
    since: Since | None


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be built: the reports, the list of what is known of them, the folder of the table, and how."""

    inputs: Sequence[Path]
    documents: Path | None
    out: Path
    how: How = PLAIN

    @property
    def sources(self) -> tuple[Path, ...]:
        """All that the table depends on beside the program."""
        return (*self.inputs, self.documents) if self.documents else tuple(self.inputs)


def build(inputs: Sequence[Path], documents: Path | None, out: Path, tell: Tell) -> Built:
    """Read the reports under ``inputs`` in this process and publish their table in ``out``: see ``carry_out``."""
    return carry_out(Order(inputs, documents, out), tell)


def carry_out(order: Order, tell: Tell) -> Built:
    """Read the reports and publish their table.

    ``documents`` is the list of what is known beforehand; without one, a ``documents.csv`` in an input folder serves.
    Corrections are the ``corrections.toml`` of input folders, and inputs that end in ``.toml``.
    ``tell`` is called with the number of files done and of all. What did not change since the last build in ``out`` is
    not read again; what a killed build had read neither.

    Errors: InputError for a list of documents or corrections that cannot be used or an ``out`` with files of somebody
    else's, NothingReadError where no report could be read, PublishError where ``out`` cannot be written. Faults of single
    files are in the result.
    """
    require_own(order.out, order.inputs, (*FILES, *(f"{table}.parquet" for table in TABLES)))
    with unpacked(order.inputs) as opened:
        try:
            plan = make_plan(opened, order.documents)
        except InputError as error:
            raise opened.as_given(error) from error
        if not plan.tasks:
            raise NothingReadError(_Told(opened, plan).faults)
        with writing(order.out):
            work = _Work(plan, order.out, order.how)
            chunks, told = work.read(tell, _Told(opened, plan))
            if not chunks:
                raise NothingReadError(told.faults)
            return _publish(work, chunks, told, {"extractor": VERSION, "inputs": fingerprint(order.sources)})


@dataclass(frozen=True, slots=True)
class _Told:
    """What is wrong with the inputs, and how many reports were read."""

    opened: Unpacked
    plan: Plan
    reading: tuple[InputError, ...] = ()
    unmet: tuple[InputError, ...] = ()
    read: int = 0

    @property
    def faults(self) -> tuple[XianbiError, ...]:
        """All of them, told of the files as they were given."""
        plan = self.plan
        found = (*plan.refused, *plan.remarks, *self.reading, *self.unmet)
        return tuple(self.opened.as_given(fault) for fault in found)

    @property
    def turned(self) -> tuple[Turned, ...]:
        """The files of which nothing is in the table."""
        return tuple(
            Turned("failed" if isinstance(fault, FailedError) else "refused", self.opened.as_given(fault))
            for fault in (*self.plan.refused, *self.reading)
        )


@dataclass(frozen=True, slots=True)
class _Work:
    """The reading of a plan into the chunks of a folder."""

    plan: Plan
    out: Path
    how: How

    def read(self, tell: Tell, told: _Told) -> tuple[list[Chunk], _Told]:
        """The chunks in the order of their documents, and what is told of the reading."""
        chunks: dict[str, Chunk | None] = {}
        faults: list[InputError] = []
        read = done = 0
        for job, part in choose(self.how, self.size, self.plan.reader)(self._jobs(chunks)):
            place = (self.out / ROOM, job.chunk)
            fresh = (part.docs, part.files)
            chunks[job.chunk] = add_to_chunk(chunks[job.chunk], place, job.wanted, fresh)
            faults.extend(part.faults)
            read, done = read + len(part.docs), done + len(job.tasks)
            tell(done, len(self.plan.tasks))
        whole = [chunk for chunk in chunks.values() if chunk]
        clear_chunks(self.out / ROOM, whole)
        left = tuple(unmet(self.plan.corrections, rows_of(whole, "corrections")))
        reading = tuple(sorted(faults, key=lambda fault: fault.where))
        return whole, replace(told, reading=reading, unmet=left, read=read)

    def _jobs(self, chunks: dict[str, Chunk | None]) -> Iterator[Job]:
        """A job for each chunk of which something is still to be read; the others are taken as they are."""
        room = self.out / ROOM
        for name, tasks in cut(self.plan.tasks):
            wanted = {task.doc: key_of(task) for task in tasks}
            chunks[name] = old = find_chunk(room, name, wanted)
            rest = tuple(task for task in tasks if task.doc not in kept_of(old, wanted))
            if rest:
                yield Job(name, rest, wanted)
            else:
                chunks[name] = add_to_chunk(old, (room, name), wanted, ((), to_part(())))

    @property
    def size(self) -> int:
        """Bytes of all reports."""
        return sum(task.size for task in self.plan.tasks)

    @property
    def in_parts(self) -> bool:
        """Whether the table is Parquet in parts."""
        return self.how.format == "parquet" or (self.how.format == "auto" and self.size > LARGE)


def _publish(work: _Work, chunks: Sequence[Chunk], told: _Told, about: Mapping[str, object]) -> Built:
    """Make the chunks the published table."""
    before = (read_manifest(work.out) or {}).get("data_version")
    sums, shown = _sums(chunks)
    files = as_parts(chunks) if work.in_parts else as_files(chunks)
    beside = {REFUSED: as_list(told.turned)} if told.turned else {}
    version = replace_set(work.out, files, {**about, **_counts(chunks, sums, told)}, beside)
    news = read_changes(work.out)[:1]
    since = next((step for step in news if step.version == before != version), None)
    return Built(told.faults, version, shown, sums, told.read, since)


def _sums(chunks: Sequence[Chunk]) -> tuple[Counter[str], tuple[Row, ...]]:
    """The counts of all documents, and the rows of the first."""
    sums = Counter[str]()
    shown: list[Row] = []
    for row in rows_of(chunks, "documents"):
        sums.update({name: int(row[name]) for name in SUMS})
        sums.update(("documents", kind_of(row)))
        if len(shown) < SHOWN:
            shown.append(row)
    return sums, tuple(shown)


def _counts(chunks: Sequence[Chunk], sums: Mapping[str, int], told: _Told) -> dict[str, object]:
    """What the manifest counts; each file is of one of the four kinds."""
    turned = Counter(one.status for one in told.turned)
    kinds = {"ok": sums.get("ok", 0), "partial": sums.get("partial", 0)}
    kinds |= {"refused": turned["refused"], "failed": turned["failed"]}
    given = len(told.plan.tasks) + len(told.plan.refused)
    return {
        "documents": sums["documents"],
        "refused": len(told.faults),
        "rows": count(chunks, "metrics"),
        "leftovers": count(chunks, "leftovers"),
        "events": count(chunks, "events"),
        "findings": count(chunks, "findings"),
        "account": {"files": given, **kinds},
    }


def _all_failed(faults: Sequence[XianbiError]) -> str:
    return "no report could be read: " + " | ".join(str(fault) for fault in faults)
