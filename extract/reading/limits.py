"""What a process may take of the machine; set by the process itself, before it opens what strangers sent.

On systems without such limits (Windows) only the time that the parent waits is limited.
"""

import sys

MEMORY = 512  # MB for one file
SECONDS = 10  # of computing for one file
OUT_OF_MEMORY = 3  # the exit status of a process that found no more

if sys.platform == "win32":

    def set_limits(memory: int, seconds: int) -> None:
        """Nothing: this system knows no such limits."""

    def close_doors() -> None:
        """Nothing: this system knows no such limits."""

else:
    import resource

    def set_limits(memory: int, seconds: int) -> None:
        """At most so many MB of memory and seconds of computing, and no dump of it when it breaks down."""
        _limit(resource.RLIMIT_AS, memory * 2**20)
        _limit(resource.RLIMIT_CPU, seconds)
        _limit(resource.RLIMIT_CORE, 0)

    def close_doors() -> None:
        """From now on no file can be opened or written, no connection made, no process started."""
        _limit(resource.RLIMIT_NOFILE, 0)
        _limit(resource.RLIMIT_FSIZE, 0)
        if hasattr(resource, "RLIMIT_NPROC"):
            _limit(resource.RLIMIT_NPROC, 0)

    def _limit(what: int, most: int) -> None:
        hard = resource.getrlimit(what)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (most, most))
