"""nginx with the shipped configuration before some servers, started for a test or a measurement and ended by its id."""

import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tools.load.server import ROOT, free_port

CONFIG = ROOT / "docs" / "deploy" / "nginx.conf"


@contextmanager
def serving_proxy(servers: Sequence[str], folder: Path) -> Iterator[str]:
    """The address of nginx before ``servers`` (their addresses), with its files in ``folder``."""
    address = f"127.0.0.1:{free_port()}"
    lines = "".join(f"server {server.removeprefix('http://')};\n" for server in servers)
    config = CONFIG.read_text(encoding="utf-8").replace("127.0.0.1:8080", address)
    config = config.replace("server 127.0.0.1:8501;", lines).replace("server 127.0.0.1:8502;", "")
    (folder / "nginx.conf").write_text(config, encoding="utf-8")
    command = [
        "nginx",
        "-p",
        str(folder),
        "-e",
        "error.log",
        "-c",
        str(folder / "nginx.conf"),
        "-g",
        "daemon off;",
    ]
    process = subprocess.Popen(command)
    try:
        _wait(f"http://{address}", process)
        yield f"http://{address}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait(address: str, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until and process.poll() is None:
        try:
            urlopen(f"{address}/_stcore/health", timeout=2).close()  # noqa: S310 - this machine
            return
        except (URLError, OSError):
            time.sleep(0.05)
    raise SystemExit("nginx did not start, or nothing answers behind it")
