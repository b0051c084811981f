"""All jobs in this process, one after the other."""

from collections.abc import Iterable, Iterator

from extract.engines.job import Job, Part, Work


def run(jobs: Iterable[Job], work: Work) -> Iterator[tuple[Job, Part]]:
    """Each job with what it gave."""
    return ((job, work(job)) for job in jobs)
