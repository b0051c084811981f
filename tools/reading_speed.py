"""How long files of each kind take to open, what a swollen one costs, and what a visit with own reports keeps."""

import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from compare.own.small import hold  # noqa: E402
from compare.store import open_store  # noqa: E402
from extract.reading.apart import read_apart  # noqa: E402
from extract.reading.refusal import RefusedError  # noqa: E402
from tests.extract.office import SENTENCE, bare_word_file, word_file  # noqa: E402

TIMES = 15
STORES = 10


def main() -> None:
    """Prints one line for each figure."""
    pdf = (ROOT / "tests" / "extract" / "formats" / "office.pdf").read_bytes()
    files = {"docx": word_file(), "pdf": pdf, "html": f"<p>{SENTENCE}".encode()}
    for kind, raw in files.items():
        print(f"{kind}: {1000 * statistics.median(_seconds(kind, raw)):.0f} ms, median of {TIMES}")
    paragraph = f"<w:p><w:r><w:t>{SENTENCE}</w:t></w:r></w:p>"
    for size in (40, 136):
        raw = bare_word_file(paragraph * (size * 2**20 // len(paragraph.encode())))
        print(f"docx with {size} MB of XML in {len(raw) // 1024} KB: {_end(raw)}")
    _tell_visit()


def _seconds(kind: str, raw: bytes) -> list[float]:
    return [_timed(lambda: read_apart(kind, raw)) for _ in range(TIMES)]


def _timed(act: Callable[[], object]) -> float:
    started = time.monotonic()
    act()
    return time.monotonic() - started


def _end(raw: bytes) -> str:
    started = time.monotonic()
    try:
        said = f"{len(read_apart('docx', raw).text):,} characters"
    except RefusedError as refused:
        said = refused.what
    return f"{said}, {time.monotonic() - started:.1f} s"


def _tell_visit() -> None:
    """A visit with the five seeds: the process from start to end, and what its table takes in the server."""
    with tempfile.TemporaryDirectory() as room:
        folder = Path(room)
        (folder / "upload").mkdir()
        for path in (ROOT / "seeds").glob("*.txt"):
            (folder / "upload" / path.name).write_bytes(path.read_bytes())
        command = [sys.executable, "-m", "extract.visit", room]
        taken = _timed(lambda: subprocess.run(command, input=json.dumps({}).encode(), cwd=ROOT, check=True))
        print(f"\na visit's five reports read: {taken:.1f} s")
        first = open_store(folder / "table")
        before = _held()
        stores = [hold(open_store(folder / "table")) for _ in range(STORES)]
        print(
            f"its table in the server: {(_held() - before) / len(stores):.1f} MB (version {first.version[:6]})"
        )


def _held() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


if __name__ == "__main__":
    main()
