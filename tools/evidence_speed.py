"""How long the way from a click on a bar to its passage takes on the server, with ten thousand reports in the table.

    .venv/bin/python tools/evidence_speed.py [--documents 10000] [--clicks 40]

The table is made of the reports in ``seeds/``, each copied under other ids and codes of other counties, with all
their rows, leftovers, events and texts. A click is what the server does for it: the rerun of the whole page with the
passage open, first of a report that nobody has asked for yet, then again.
"""

import argparse
import csv
import hashlib
import itertools
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from streamlit.testing.v1 import AppTest  # noqa: E402

from extract.claims.label import label  # noqa: E402
from extract.engines.plan import make_plan  # noqa: E402
from extract.lexicon.gazetteer import load_gazetteer  # noqa: E402
from extract.output.publish import publish  # noqa: E402
from extract.output.table import to_files  # noqa: E402
from extract.reading.read import read_document  # noqa: E402
from extract.reading.unpack import unpacked  # noqa: E402
from extract.report import Record, Report, read_report  # noqa: E402

WANTED = 0.3  # seconds


def main() -> int:
    """Prints the figures; the exit status is 1 where one in twenty of the first clicks is above the mark."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--clicks", type=int, default=40)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "table"
        make_table(table, options.documents)
        size = sum(path.stat().st_size for path in table.iterdir() if path.is_file()) / 2**20
        print(f"{options.documents:,} documents, {size:.0f} MB of table")
        return measure(table, options.clicks)


def make_table(folder: Path, documents: int) -> None:
    """A table of so many documents in ``folder``, whole and with its texts."""
    with unpacked([ROOT / "seeds"]) as opened:
        plan = make_plan(opened, None)
    reports = [read_report(read_document(task.path), task.known, plan.reader, label) for task in plan.tasks]
    counties = [unit for unit in load_gazetteer().units if not unit.adcode.endswith("00")]
    copies = zip(range(documents), itertools.cycle(reports), itertools.cycle(counties))
    files = to_files([_copy(report, n, (unit.name, unit.adcode)) for n, report, unit in copies])
    publish(folder, files, {"documents": documents})


def _copy(report: Report, n: int, place: tuple[str, str]) -> Report:
    """The report under another id, its figures another county's."""
    doc = f"r{n:06}"
    own = str(report.document["adcode"])
    told = (report.metrics, report.leftovers, report.events)
    metrics, leftovers, events = (tuple(_renamed(records, doc, own, place)) for records in told)
    document = {**report.document, "doc": doc, "place": place[0], "adcode": place[1]}
    return Report(metrics, leftovers, events, (), document, report.text)


def _renamed(records: Sequence[Record], doc: str, own: str, place: tuple[str, str]) -> Iterator[Record]:
    for record in records:
        fresh = {**record, "doc": doc}
        for name in ("fact", "event"):
            if name in record:
                fresh[name] = hashlib.sha256(f"{doc} {record[name]}".encode()).hexdigest()[:12]
        if record.get("adcode") == own:
            fresh |= {"place": place[0], "adcode": place[1]}
        yield fresh


def measure(table: Path, clicks: int) -> int:
    """Opens the funding page once, then clicks figures of ever other places."""
    os.environ["XIANBI_TABLE"] = str(table)
    told = _figures(table, clicks)
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=300)
    print(f"first run with a table just opened: {_timed(app):.1f} s")
    app.switch_page("pages/funding.py").run()
    first, again = [], []
    for place, fact in told:
        app.query_params["p"], app.query_params["m"] = place, "funding.special"
        app.query_params["x"] = ""
        app.run()  # the chart, before the click
        for times in (first, again):
            app.query_params["x"] = fact
            times.append(_timed(app))
            if not any("xb-pass" in block.proto.body for block in app.get("html")):
                raise SystemExit(f"the passage of {fact} was not shown")
    _tell("click to passage, report not asked for before", first)
    _tell("the same passage again", again)
    return 0 if quantiles(first, n=20)[-1] <= WANTED else 1


def _figures(table: Path, clicks: int) -> list[tuple[str, str]]:
    """Places with a figure of special funds, spread over the table, each with its figure."""
    with (table / "metrics.csv").open(encoding="utf-8", newline="") as handle:
        rows = [row for row in csv.DictReader(handle) if row["metric"] == "funding.special" and row["adcode"]]
    places = {row["adcode"]: row["fact"] for row in rows}
    found = list(places.items())
    return found[:: max(1, len(found) // clicks)][:clicks]


def _timed(app: AppTest) -> float:
    begun = time.perf_counter()
    app.run()
    return time.perf_counter() - begun


def _tell(what: str, times: list[float]) -> None:
    slow = quantiles(times, n=20)[-1]
    print(
        f"{what}: median {median(times) * 1000:.0f} ms, 95 % under {slow * 1000:.0f} ms, worst {max(times) * 1000:.0f} ms"
    )


if __name__ == "__main__":
    sys.exit(main())
