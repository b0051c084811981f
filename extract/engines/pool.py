"""The jobs on all cores of this machine. A worker that dies takes nobody along.

When a worker dies (killed by the system for memory, say) all jobs under way are suspects: each is done again alone. One
that kills again is halved, down to the report that kills; after its last try that report is named, and the others
have been read.
"""

import multiprocessing
import os
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.connection import wait as wait_for
from threading import Thread

from extract.engines.job import Job, Part, Work, died, halves

TRIES = 3  # of a report alone
AHEAD = 2  # jobs for each worker: none is idle, and little is in memory


def run(jobs: Iterable[Job], work: Work, workers: int) -> Iterator[tuple[Job, Part]]:
    """Each job with what it gave, as they come; a job that killed comes in pieces."""
    waiting = iter(jobs)
    while lost := (yield from _together(waiting, work, workers)):
        for job in lost:
            yield from _alone(job, work)


def _together(
    waiting: Iterator[Job], work: Work, workers: int
) -> Generator[tuple[Job, Part], None, list[Job]]:
    """Each job with what it gave, until all are done or a worker dies; the answer is the jobs then under way."""
    under_way: dict[Future[Part], Job] = {}
    lost: list[Job] = []
    with _pool(workers) as pool:
        while True:
            for job in () if lost else islice(waiting, workers * AHEAD - len(under_way)):
                try:
                    under_way[pool.submit(work, job)] = job
                except BrokenProcessPool:
                    lost.append(job)
            if not under_way:
                return lost
            for done in wait(under_way, return_when=FIRST_COMPLETED).done:
                job = under_way.pop(done)
                if _has_died(done):
                    lost.append(job)
                else:
                    yield job, done.result()


def _alone(job: Job, work: Work) -> Iterator[tuple[Job, Part]]:
    """What a job gives to a worker that does nothing else; by halves, where the worker dies of it."""
    alone = len(job.tasks) == 1
    for _ in range(TRIES if alone else 1):
        with _pool(1) as pool:
            done = pool.submit(work, job)
            if not _has_died(done):
                yield job, done.result()
                return
    if alone:
        yield job, died(job, f"the reading process died {TRIES} times")
        return
    for half in halves(job):
        yield from _alone(half, work)


def _has_died(done: Future[Part]) -> bool:
    return isinstance(done.exception(), BrokenProcessPool | MemoryError)


def _pool(workers: int) -> ProcessPoolExecutor:
    spawn = multiprocessing.get_context("spawn")  # no copies of what this process holds, nor of its threads
    return ProcessPoolExecutor(workers, mp_context=spawn, initializer=_end_with_parent)


def _end_with_parent() -> None:
    """From now on this worker ends when the process that started it does, however that ends."""
    parent = multiprocessing.parent_process()
    if parent:
        Thread(target=_wait_and_end, args=(parent.sentinel,), daemon=True).start()


def _wait_and_end(sentinel: int) -> None:
    wait_for([sentinel])
    os._exit(1)
