"""A server under measurement: started on one core, its CPU time and memory read, ended by its id."""

import os
import resource
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parents[2]
PATIENCE = 120.0  # seconds until it must answer


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: where it is, its process, and the seconds from its start to its first answer."""

    address: str
    process: "subprocess.Popen[bytes]"
    start: float

    @property
    def cpu(self) -> float:
        """CPU seconds that it took so far."""
        parts = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(parts[11]) + int(parts[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def held(self) -> float:
        """Megabytes of memory that it holds."""
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text(encoding="ascii").split()[1])
        return pages * resource.getpagesize() / 2**20


@contextmanager
def serving(script: Path, table: Path, log: Path, core: int = 0) -> Iterator[Server]:
    """``script`` served on this machine only, on one core, with ``table``; ended at the latest with this process."""
    port = free_port()
    options = [f"--server.port={port}", "--server.address=127.0.0.1", "--server.headless=true"]
    command = [sys.executable, "-m", "streamlit", "run", str(script), *options]
    environment = {**os.environ, "XIANBI_TABLE": str(table)}
    begun = time.monotonic()
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=output)
        try:
            _keep_to(process.pid, core)
            _wait(f"http://127.0.0.1:{port}", process, log)
            yield Server(f"http://127.0.0.1:{port}", process, time.monotonic() - begun)
        finally:
            process.terminate()
            process.wait(timeout=30)


def free_port() -> int:
    """A port that nobody listens to."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _keep_to(process: int, core: int) -> None:
    """One core only, where the system can do that; its threads to come stay there too."""
    if hasattr(os, "sched_setaffinity"):
        cores = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(process, {cores[core % len(cores)]})


def _wait(address: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            with urlopen(f"{address}/_stcore/health", timeout=1) as answer:  # noqa: S310 - this machine
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.05)
    raise SystemExit(
        f"the server did not start:\n{log.read_text(encoding='utf-8', errors='replace')[-2000:]}"
    )
