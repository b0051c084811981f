"""A file opened in a process of its own, and what came of it; a process that dies is a sentence."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extract.reading.archive import Member
from extract.reading.limits import MEMORY, OUT_OF_MEMORY, SECONDS
from extract.reading.refusal import Refusal, RefusedError

ROOT = Path(__file__).parents[2]
PATIENCE = 20.0  # seconds by the clock, waiting for the disk and other processes included
NAMES = {"docx": "Word files", "pdf": "PDF files", "html": "web pages", "zip": "archives"}
OUT_OF_TIME = ("SIGXCPU", "SIGKILL")
PASSED_ON = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "TEMP", "TMP")


@dataclass(frozen=True, slots=True)
class Opened:
    """The text of a file with how it was read and what is to be said of it."""

    text: str
    encoding: str
    note: str = ""


def read_apart(kind: str, raw: bytes) -> Opened:
    """The text of a file of this kind: docx, pdf or html.

    Errors: RefusedError where it is no such file, is locked or damaged, or takes too much to open.
    """
    head, _, content = _ask(kind, raw).partition(b"\n")
    about = json.loads(head)
    if refused := _refused(about):
        raise refused
    return Opened(content.decode("utf-8"), about["encoding"], about["note"])


def unpack_apart(raw: bytes, endings: Iterable[str]) -> Iterator[Member]:
    """The members of an archive whose names end so; a fault of the whole archive has no name.

    Errors: RefusedError where the process that unpacks it dies.
    """
    answer = memoryview(_ask("zip", raw, *sorted(endings)))
    at = 0
    while at < len(answer):
        end = bytes(answer[at : at + 2**16]).index(b"\n") + at
        about = json.loads(bytes(answer[at:end]))
        at = end + 1 + about["bytes"]
        yield Member(about["name"], bytes(answer[end + 1 : at]), _refused(about))


def _ask(kind: str, raw: bytes, *more: str) -> bytes:
    """What the process says."""
    command = [sys.executable, "-X", "utf8", "-m", "extract.reading.child", kind, *more]
    environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            command, input=raw, capture_output=True, cwd=ROOT, env=environment, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise RefusedError(Refusal.SLOW, values={"seconds": str(int(PATIENCE))}) from error
    if done.returncode == 0 and (done.stdout or kind == "zip"):
        return done.stdout
    raise _dead(kind, done.returncode)


def _dead(kind: str, status: int) -> RefusedError:
    """Why a process ended before it had answered."""
    if status < 0 and signal.Signals(-status).name in OUT_OF_TIME:
        return RefusedError(Refusal.SLOW, values={"seconds": str(SECONDS)})
    if status == OUT_OF_MEMORY:
        return RefusedError(Refusal.MEMORY, values={"limit": str(MEMORY)})
    return RefusedError(Refusal.BROKEN, values={"named": NAMES[kind]})


def _refused(about: dict[str, object]) -> RefusedError | None:
    if "refusal" not in about:
        return None
    values = about.get("values")
    return RefusedError(Refusal(str(about["refusal"])), "", values if isinstance(values, dict) else {})
