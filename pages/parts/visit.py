"""The visitor's own reports: kept for this visit in a folder of its own, read by a process of its own."""

import json
import logging
import os
import shutil
import subprocess
import sys
import tempfile
import weakref
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from threading import BoundedSemaphore
from typing import Any, Protocol

import streamlit as st

from compare.known import known_codes
from compare.own.refusals import Fault
from compare.own.small import hold
from compare.store import Store, open_store
from compare.view import Known

VISIT = "own reports"
ROOT = Path(__file__).parents[2]
MODULE = "extract.visit"
PATIENCE = 120.0  # seconds by the clock for one reading of all reports of a visit
AT_ONCE = 2  # visits that are read at the same moment; others wait
MOST = 100 * 2**20  # bytes of files that a visit may hold
LONGEST = 80  # characters of a name
ENDINGS = frozenset({".txt", ".md", ".htm", ".html", ".docx", ".pdf", ".zip"})
OTHERS = frozenset({".doc", ".wps", ".rtf", ".odt", ".xls", ".xlsx"})  # told by the reader itself
LIST = "documents.csv"
OUT_OF_MEMORY = 3
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)}


class Upload(Protocol):
    """A file as the browser sent it."""

    name: str
    size: int

    def getbuffer(self) -> memoryview: ...


class Room:
    """A folder that is gone when nobody holds it any more: at the latest when the visit ends."""

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix="xianbi-visit-"))
        weakref.finalize(self, shutil.rmtree, self.path, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class Visit:
    """The reports of a visit: their table if any could be read, its codes, and what was not taken last time."""

    room: Room
    store: Store | None = None
    codes: Known | None = None
    faults: tuple[Fault, ...] = ()


def open_visit() -> Visit | None:
    """The visit, if anything was ever brought along in it."""
    found: Visit | None = st.session_state.get(VISIT)
    return found


def take_files(files: Sequence[Upload]) -> None:
    """Reads files that were just uploaded; those that cannot be taken are told by name."""
    visit = open_visit() or Visit(Room())
    upload = visit.room.path / "upload"
    upload.mkdir(exist_ok=True)
    refused = []
    for file in files:
        fault = _refuse(file, visit.room.path)
        if fault:
            refused.append(fault)
        else:
            (upload / _name(file.name)).write_bytes(file.getbuffer())
    _read(visit, {}, refused)


def mend(doc: str, place: str, date: str) -> None:
    """Sets place (a code) and date of a report; an empty one is inferred from the text again."""
    if visit := open_visit():
        _read(visit, {"mend": {doc: {"place": place, "date": date}}})


def remove(docs: Iterable[str]) -> None:
    """Takes reports out of the visit."""
    if visit := open_visit():
        _read(visit, {"remove": list(docs)})


def remove_all() -> None:
    """Forgets the visit's reports; the folder goes with the last reference to it."""
    st.session_state.pop(VISIT, None)


def _refuse(file: Upload, folder: Path) -> Fault | None:
    """Why a file does not even reach the reader."""
    ending = PurePosixPath(file.name).suffix.lower()
    if ending not in ENDINGS | OTHERS and _name(file.name) != LIST:
        return Fault(file.name, "other format", {"kind": f"a {ending or '.?'} file"})
    held = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    if held + file.size > MOST:
        return Fault(file.name, "full", {"limit": str(MOST // 2**20)})
    return None


def _name(name: str) -> str:
    """The name of a file without folders and what file systems do not take."""
    last = PurePosixPath(name.replace("\\", "/")).name
    plain = (
        "".join(c for c in last if c.isprintable() and c not in '<>:"|?*').strip().lstrip(".~")
        or "report.txt"
    )
    path = PurePosixPath(plain)
    return f"{path.stem[: LONGEST - len(path.suffix)]}{path.suffix}"


def _read(visit: Visit, orders: Mapping[str, Any], refused: Sequence[Fault] = ()) -> None:
    """Runs the reader and keeps what came of it."""
    with _turns():
        answer = _ask(visit.room.path, orders)
    faults = tuple(refused) + tuple(
        Fault(told["where"], told["refusal"], told["values"], told["what"]) for told in answer["faults"]
    )
    store = hold(open_store(visit.room.path / "table")) if answer["version"] else None
    codes = known_codes(store) if store else None
    st.session_state[VISIT] = Visit(visit.room, store, codes, faults)


def _ask(folder: Path, orders: Mapping[str, Any]) -> dict[str, Any]:
    """What the reader says; where it ends before it can, the files that it had to take are given up."""
    command = [sys.executable, "-X", "utf8", "-m", MODULE, str(folder)]
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            command,
            input=json.dumps(orders).encode(),
            capture_output=True,
            cwd=ROOT,
            env={**os.environ, **ONE_THREAD},
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return _given_up(folder, "slow", {"seconds": str(int(PATIENCE))})
    if done.returncode == 0:
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer
    logging.getLogger(__name__).warning("Own reports: %s", done.stderr.decode(errors="replace")[-2000:])
    if done.returncode == OUT_OF_MEMORY:
        return _given_up(folder, "memory", {"limit": "3072"})
    return _given_up(folder, "slow" if done.returncode < 0 else "broken", {"seconds": "60"})


def _given_up(folder: Path, refusal: str, values: Mapping[str, str]) -> dict[str, Any]:
    """The answer for a reader that ended: which files came last, and the table as it was before."""
    names = sorted(path.name for path in (folder / "upload").glob("*"))
    shutil.rmtree(folder / "upload", ignore_errors=True)
    for name in names:
        (folder / "in" / name).unlink(missing_ok=True)
    there = (folder / "table" / "manifest.json").exists()
    faults = [{"where": name, "refusal": refusal, "values": values, "what": ""} for name in names]
    return {"version": "there" if there else "", "faults": faults}


@st.cache_resource(show_spinner=False)
def _turns() -> BoundedSemaphore:
    return BoundedSemaphore(AT_ONCE)
