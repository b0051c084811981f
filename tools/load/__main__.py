"""How many visitors one core serves, how soon, with how much memory; beside the same pages built the usual way.

    make load [TABLE=folder]
    .venv/bin/python -m tools.load [--table data] [--rounds 100:5,200:15] [--seconds 60] [--no-usual]

Each visitor is a websocket on this machine that opens the dashboard and then asks every few seconds for another page
with other places. Servers and visits end by themselves. ``100:5`` is a hundred visitors with five seconds between clicks.
"""

import argparse
import asyncio
import os
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from statistics import median, quantiles

from extract.output.rows import read_rows
from tools.load.proxy import serving_proxy
from tools.load.server import ROOT, Server, serving
from tools.load.visitor import Plan, Told, visit

PAGES = ("", "funding", "lifted", "rate", "timeline")
USUAL = ("overview", "funding", "lifted", "rate", "timeline")
MOST_VISITORS, MOST_SECONDS = 400, 600
LEAVING = 150.0  # seconds until the memory of those who left must be back: they may come back for 120


def main() -> int:
    """Prints the figures; 1 where a visitor saw an error."""
    options = _options()
    table = options.table.resolve()
    places = tuple(sorted({row["adcode"] for row in read_rows(table, "documents")} - {""}))
    scripts = [("this dashboard", ROOT / "dashboard.py", PAGES)]
    if not options.no_usual:
        scripts.append(("the usual way", ROOT / "tools" / "load" / "usual.py", USUAL))
    print(f"{table.name}: {len(places):,} places; one core for the server, {options.seconds} s a round")
    costs, sound = [], True
    with tempfile.TemporaryDirectory() as scratch:
        for name, script, pages in scripts:
            with serving(script, table, Path(scratch) / "log") as server:
                first = _first(server, pages, places)
                print(f"\n{name}: first answer after {server.start:.1f} s, first page {first:.1f} s later")
                for visitors, pause in options.rounds:
                    plan = Plan(pages, places, pause, time.monotonic() + options.seconds)
                    cost, faults = _round(server, visitors, plan)
                    costs.append((name, visitors, cost))
                    sound = sound and not faults
                if options.leave:
                    _see_off(server)
    _tell_ratio(costs, scripts)
    if options.two:
        _tell_two(table, places, options)
    return 0 if sound else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--table", type=Path, default=ROOT / "data")
    parser.add_argument("--rounds", type=_rounds, default=_rounds("100:5,200:15"))
    parser.add_argument(
        "--seconds", type=int, choices=range(1, MOST_SECONDS + 1), default=60, metavar="SECONDS"
    )
    parser.add_argument("--no-usual", action="store_true", help="leave the comparison out")
    parser.add_argument("--two", action="store_true", help="also two processes on two cores behind nginx")
    parser.add_argument("--leave", action="store_true", help="wait until the visitors' memory is back")
    return parser.parse_args()


def _rounds(text: str) -> list[tuple[int, float]]:
    pairs = [part.split(":") for part in text.split(",")]
    return [(min(int(visitors), MOST_VISITORS), float(pause)) for visitors, pause in pairs]


def _first(server: Server, pages: tuple[str, ...], places: tuple[str, ...]) -> float:
    """Seconds to the first page, for which the table is opened; all pages are seen once before the rounds."""
    opened = asyncio.run(visit(server.address, Plan(pages, places, 0, 0), 0)).opened
    warm = Plan(pages, places, 0, time.monotonic() + 5)
    asyncio.run(visit(server.address, warm, 1))
    return opened[0] if opened else float("nan")


def _round(server: Server, visitors: int, plan: Plan) -> tuple[float, list[str]]:
    """One line of figures; gives CPU milliseconds a page and what went wrong."""
    cpu, held = server.cpu, server.held
    told, most = asyncio.run(_together(server, server.address, visitors, plan))
    pages = [seconds for one in told for seconds in (*one.opened, *one.clicks)]
    clicks = [seconds * 1000 for one in told for seconds in one.clicks]
    faults = [fault for one in told for fault in one.faults]
    cost = (server.cpu - cpu) / max(1, len(pages)) * 1000
    received = sum(one.received for one in told) / max(1, len(pages)) / 1024
    p95 = quantiles(clicks, n=20)[-1] if len(clicks) > 1 else float("nan")
    load = os.getloadavg()[0]
    print(f"  {visitors} visitors, {plan.pause:g} s between clicks; load of the machine {load:.1f}")
    print(f"    {len(clicks):,} clicks: median {median(clicks or [0]):.0f} ms, 95 % under {p95:.0f} ms")
    print(f"    {cost:.0f} CPU ms, {received:.0f} kB a page; {(most - held) / visitors:.2f} MB a visit")
    print(f"    {len(faults)} errors")
    for fault in sorted(set(faults))[:3]:
        print(f"    {fault}")
    return cost, faults


async def _together(server: Server, address: str, visitors: int, plan: Plan) -> tuple[list[Told], float]:
    """All visits at once, and the most memory that the server held meanwhile."""
    visits = [asyncio.create_task(visit(address, plan, seed, _cookie(seed))) for seed in range(visitors)]
    most = server.held
    while not all(one.done() for one in visits):
        most = max(most, server.held)
        await asyncio.sleep(0.5)
    return [one.result() for one in visits], most


def _cookie(seed: int) -> dict[str, str]:
    """What the proxy of docs/deploy tells visitors apart by."""
    return {"Cookie": f"xianbi={seed:032x}"}


def _tell_two(table: Path, places: tuple[str, ...], options: argparse.Namespace) -> None:
    """Pages a second of one process alone, then of two behind nginx, when visitors click as soon as they can."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as held:
        scratch = Path(name)
        one, two = (
            held.enter_context(serving(ROOT / "dashboard.py", table, scratch / f"{n}", n)) for n in (0, 1)
        )
        proxy = held.enter_context(serving_proxy((one.address, two.address), scratch))
        for server in (one, two):
            _first(server, PAGES, places)
        for who, address in (("one process", one.address), ("two behind nginx", proxy)):
            plan = Plan(PAGES, places, 0.01, time.monotonic() + options.seconds)
            told, _ = asyncio.run(_together(one, address, 8, plan))
            clicks = sum(len(each.clicks) for each in told)
            faults = sum(len(each.faults) for each in told)
            print(
                f"{who}: {clicks / options.seconds:.1f} pages a second, {faults} errors (load {os.getloadavg()[0]:.1f})"
            )


def _see_off(server: Server) -> None:
    """How much memory is held once all visitors have left for good."""
    before, begun = server.held, time.monotonic()
    time.sleep(LEAVING)
    asyncio.run(
        visit(server.address, Plan((), (), 0, 0), 0)
    )  # a newcomer: sessions that are over are cleared then
    print(f"  all left: {before:.0f} MB, {server.held:.0f} MB after {time.monotonic() - begun:.0f} s")


def _tell_ratio(
    costs: list[tuple[str, int, float]], scripts: list[tuple[str, Path, tuple[str, ...]]]
) -> None:
    if len(scripts) > 1:
        ours, theirs = (costs[n * len(costs) // 2][2] for n in (0, 1))
        print(f"\na page costs the server {theirs / ours:.1f} times as much when it is built the usual way")


if __name__ == "__main__":
    sys.exit(main())
