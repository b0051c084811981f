"""How fast: reports to figures on one thread, the whole build, and the dashboard's start.

make bench
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from extract.gazetteer import load_gazetteer  # noqa: E402 - found only once the project is on the path
from extract.lexicon import load_lexicon  # noqa: E402
from extract.pipeline import make_reader, read_text  # noqa: E402
from tests.browser.server import run_dashboard  # noqa: E402

TEXTS = tuple(path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt")))
RUNS = 5


def main() -> None:
    """Print each figure with its unit: the best of some runs, since other work can only slow one down."""
    print(f"reports to figures   {_megabytes_a_second():6.2f} MB/s on one thread (best of {RUNS})")
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "table"
        print(f"build of {len(TEXTS)} reports  {_best(lambda: _build(table)):6.2f} s, process and all")
        stale_check = _best(lambda: _build(table, "--if-stale"))
        start = _best(lambda: _start(table, Path(folder) / "log.txt"))
        print(f"second start         {stale_check + start:6.2f} s to the health check")


def _megabytes_a_second() -> float:
    reader = make_reader(load_lexicon(), load_gazetteer())
    size = sum(len(text.encode()) for text in TEXTS)
    for text in TEXTS:
        read_text(text, reader)
    return size / 1e6 / _best(lambda: [read_text(text, reader) for text in TEXTS])


def _build(table: Path, *flags: str) -> None:
    command = [sys.executable, "-m", "extract", "build", "--out", str(table), *flags]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


def _start(table: Path, log: Path) -> None:
    with run_dashboard(table, log):
        pass


def _best(work: Callable[[], object]) -> float:
    seconds = []
    for _ in range(RUNS):
        started = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - started)
    return min(seconds)


if __name__ == "__main__":
    main()
