"""How fast: reports to figures on one thread beside two other programs, the whole build, and the dashboard's start.

make bench [REPORTS="folder ..."] [JIONLP=python]

The reports are those of ``seeds/`` and of the folders named, repeated with other digits until they are ten megabytes.
"""

import argparse
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from extract.audit import find_findings  # noqa: E402 - found only once the project is on the path
from extract.lexicon import load_lexicon  # noqa: E402
from extract.lexicon.gazetteer import load_gazetteer  # noqa: E402
from extract.pipeline import Reader, make_reader, read_text  # noqa: E402
from tests.browser.server import run_dashboard  # noqa: E402

SIZE = 10e6  # bytes of UTF-8
SAMPLE = 0.25e6  # for what is too slow for all of it
RUNS = 5
NUMBER = re.compile("[0-9]+(?:[.][0-9]+)?")
FIGURE = re.compile("(?<![0-9.])(?!20[0-2][0-9]年)[1-9][0-9]*")
PEER = Path(__file__).with_name("bench_jionlp.py")


def main() -> None:
    """Print each figure with its unit."""
    options = _options()
    texts = _texts([ROOT / "seeds", *options.reports])
    _bench_reading(texts, options.jionlp)
    bare = _seconds("pass")
    for module in ("extract", "extract.pipeline"):
        print(f"import {module:13} {_seconds(f'import {module}') - bare:6.2f} s")
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "table"
        print(f"build of the seeds   {_best(lambda: _build(table)):6.2f} s, process and all")
        stale_check = _best(lambda: _build(table, "--if-stale"))
        start = _best(lambda: _start(table, Path(folder) / "log.txt"))
        print(f"second start         {stale_check + start:6.2f} s to the health check")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", nargs="*", type=Path, help="folders with more reports (*.txt)")
    parser.add_argument("--jionlp", default="", help="a Python that has JioNLP, for the comparison")
    options = parser.parse_args()
    if options.jionlp and not shutil.which(options.jionlp):
        parser.error(
            f"{options.jionlp} cannot be run; name a Python with JioNLP: make bench JIONLP=folder/bin/python"
        )
    for folder in options.reports:
        if not any(folder.rglob("*.txt")):
            parser.error(
                f"no reports (*.txt) in {folder}; name a folder that has some: make bench REPORTS=folder"
            )
    return options


def _texts(folders: list[Path]) -> list[str]:
    files = [path for folder in folders for path in sorted(folder.rglob("*.txt"))]
    return [path.read_text(encoding="utf-8") for path in files]


def _bench_reading(texts: list[str], jionlp: str) -> None:
    """Text to figures, with the audit, and the two marks beside it, in megabytes of UTF-8 a second of one thread."""
    reader = make_reader(load_lexicon(), load_gazetteer())
    _rate(texts, SAMPLE, lambda text: read_text(text, reader))  # warm
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    rows = _rate(texts, SIZE, lambda text: read_text(text, reader))
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    audited = _rate(texts, SIZE, lambda text: _audit(text, reader))
    scan = _rate(texts, SIZE, lambda text: sum(1 for _ in NUMBER.finditer(text)))
    print(f"reports to figures   {rows:6.2f} MB/s on one thread, {SIZE / 1e6:.0f} MB")
    print(f"... and the audit    {audited:6.2f} MB/s: {rows / audited - 1:.0%} more time")
    print(
        f"memory               {grown / 1024:6.2f} MB more after {SIZE / 1e6:.0f} MB than after {SAMPLE / 1e6} MB"
    )
    print(f"bare scan for digits {scan:6.0f} MB/s: {scan / rows:.0f} times as fast")
    peer = _rate_of_jionlp(texts, jionlp)
    said = (
        f"{peer:6.3f} MB/s: we are {rows / peer:.1f} times as fast"
        if peer
        else "not here: pip install jionlp for some Python, then make bench JIONLP=that/python"
    )
    print(f"JioNLP               {said} (money, time, place)")


def _audit(text: str, reader: Reader) -> object:
    return find_findings(read_text(text, reader))


def _rate(texts: list[str], size: float, work: Callable[[str], object]) -> float:
    """Megabytes of UTF-8 a second; the making of the texts does not count."""
    done = seconds = 0.0
    for text in _varied(texts, size):
        started = time.process_time()
        work(text)
        seconds += time.process_time() - started
        done += len(text.encode())
    return done / 1e6 / seconds


def _varied(texts: list[str], size: float) -> Iterator[str]:
    """The texts again and again until they have the size, each time with other digits; years stay."""
    dice = random.Random(1)  # noqa: S311 - the same digits each time, no secret
    for text in cycle(texts):
        if size <= 0:
            return
        size -= len(text.encode())
        yield FIGURE.sub(
            lambda digits: str(dice.randrange(10 ** (len(digits[0]) - 1), 10 ** len(digits[0]))), text
        )


def _rate_of_jionlp(texts: list[str], python: str) -> float:
    """JioNLP's megabytes a second on a sample, in a process of its own; 0 where it is not there."""
    sample = "\0".join(islice(_varied(texts, SAMPLE), None))
    command = [python or sys.executable, str(PEER)]
    done = subprocess.run(command, input=sample.encode(), capture_output=True, check=False)
    return len(sample.encode()) / 1e6 / float(done.stdout.split()[-1]) if done.returncode == 0 else 0.0


def _seconds(statement: str) -> float:
    """CPU seconds of a Python that does this; the least of some runs."""
    return min(_cpu_of([sys.executable, "-c", statement]) for _ in range(RUNS))


def _cpu_of(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=ROOT, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _build(table: Path, *flags: str) -> None:
    command = [sys.executable, "-m", "extract", "build", "--out", str(table), *flags]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


def _start(table: Path, log: Path) -> None:
    with run_dashboard(table, log):
        pass


def _best(work: Callable[[], object]) -> float:
    """The seconds of the quickest of some runs, since other work can only slow one down."""
    seconds = []
    for _ in range(RUNS):
        started = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - started)
    return min(seconds)


if __name__ == "__main__":
    main()
