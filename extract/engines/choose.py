"""Which engine reads: by what is asked for, else by how much there is to read."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from extract.engines import dask, pool, serial
from extract.engines.job import Job, Part, read_job
from extract.pipeline import Reader

ENGINES = ("auto", "serial", "pool", "dask")
FORMATS = ("auto", "csv", "parquet")
LITTLE = 4 * 2**20  # bytes that one process has read before others have started

Run = Callable[[Iterable[Job]], Iterator[tuple[Job, Part]]]


@dataclass(frozen=True, slots=True)
class How:
    """How a build is done; the figures are the same, however.

    ``workers`` 0 is one for each core; ``scheduler`` is the address of a cluster of Dask; ``format`` is that of the table:
    ``csv``, ``parquet`` (in parts), or ``auto`` by size.
    """

    engine: str = "serial"
    workers: int = 0
    scheduler: str = ""
    format: str = "auto"


PLAIN = How()


def choose(how: How, size: int, reader: Reader) -> Run:
    """The engine for so many bytes; ``reader`` is that of this process."""
    workers = how.workers or cores()
    little = size < LITTLE or workers == 1
    engine = how.engine if how.engine != "auto" else "serial" if little else "pool"
    if engine == "pool":
        return partial(pool.run, work=read_job, workers=workers)
    if engine == "dask":
        return partial(dask.run, work=read_job, workers=workers, scheduler=how.scheduler)
    return partial(serial.run, work=partial(read_job, reader=reader))


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
