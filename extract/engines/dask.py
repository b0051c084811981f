"""The jobs on a cluster of Dask: its workers need this program, but none of the files."""

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from itertools import chain, islice
from typing import Any

from extract.engines.job import Job, Part, Task, Work, died, halves
from extract.errors import InputError
from extract.output.freshness import program
from extract.reading.read import read_bytes
from extract.reading.refusal import RefusedError

AHEAD = 2  # jobs for each worker


def run(jobs: Iterable[Job], work: Work, workers: int, scheduler: str) -> Iterator[tuple[Job, Part]]:
    """Each job with what it gave, as they come; a job that killed its workers comes in pieces.

    Errors: InputError where Dask is not installed, the scheduler cannot be reached or is lost, or its workers have another
    program.
    """
    try:
        yield from _run(_library(), jobs, work, (workers, scheduler))
    except OSError as error:
        what = f"the connection to the cluster was lost ({error})"
        raise InputError(what, scheduler, "start again: what was read is kept") from error


def _run(
    distributed: Any, jobs: Iterable[Job], work: Work, where: tuple[int, str]
) -> Iterator[tuple[Job, Part]]:
    workers, scheduler = where
    with closing(_client(distributed, workers, scheduler)) as client:
        _require_same_program(client, scheduler)
        waiting, pieces = iter(jobs), deque[Job]()
        under_way: dict[Any, tuple[Job, Part]] = {}
        while True:
            room = AHEAD * max(1, len(client.ncores())) - len(under_way)
            for job in islice(chain(_emptied(pieces), waiting), room):
                sent, refused = _carried(job)
                under_way[client.submit(work, sent, pure=False)] = (job, refused)
            if not under_way:
                return
            for done in distributed.wait(list(under_way), return_when="FIRST_COMPLETED").done:
                job, refused = under_way.pop(done)
                if not _has_died(distributed, done):
                    yield job, _joined(done.result(), refused)
                elif len(job.tasks) == 1:
                    yield job, died(job, "its worker died again and again")
                else:
                    pieces.extend(halves(job))


def _library() -> Any:
    try:
        import distributed  # noqa: PLC0415 - an extra, and slow to import
    except ImportError as error:
        todo = "install it: pip install 'xianbi[dask]', or pip install distributed"
        raise InputError("Dask is not installed", "--engine dask", todo) from error
    return distributed


def _client(distributed: Any, workers: int, scheduler: str) -> Any:
    """A connection to the cluster, or to one of this machine's own that ends with it."""
    if not scheduler:
        return distributed.Client(n_workers=workers, threads_per_worker=1, dashboard_address=None)
    try:
        return distributed.Client(scheduler, timeout=10)
    except (OSError, ValueError) as error:
        todo = "start it with `dask scheduler`, or correct the address"
        raise InputError("there is no Dask scheduler here", scheduler, todo) from error


def _require_same_program(client: Any, scheduler: str) -> None:
    """Nothing; workers with other rules would give other figures."""
    todo = "install this version of the program on each worker"
    try:
        told = set(client.run(program).values())
    except ImportError as error:
        raise InputError("the workers have no such program", scheduler, todo) from error
    if told - {program()}:
        raise InputError("the workers have another version of the program", scheduler, todo)


def _carried(job: Job) -> tuple[Job, Part]:
    """The job with the contents of its files, and what is refused of them here."""
    tasks: list[Task] = []
    faults: list[InputError] = []
    for task in job.tasks:
        try:
            tasks.append(replace(task, content=read_bytes(task.path)))
        except RefusedError as refused:
            faults.append(RefusedError(refused.refusal, str(task.path), refused.values))
    return replace(job, tasks=tuple(tasks)), Part((), {}, tuple(faults))


def _joined(part: Part, refused: Part) -> Part:
    return replace(part, faults=(*refused.faults, *part.faults))


def _emptied(pieces: deque[Job]) -> Iterator[Job]:
    while pieces:
        yield pieces.popleft()


def _has_died(distributed: Any, done: Any) -> bool:
    return done.status == "error" and isinstance(done.exception(), distributed.KilledWorker | MemoryError)
