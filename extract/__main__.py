"""The command line: ``python -m extract build``, ``check`` and ``explain``."""

import argparse
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

from extract.build import SUMS, Built, Order, carry_out
from extract.engines.choose import ENGINES, FORMATS, How
from extract.errors import XianbiError
from extract.explain import explain, show_controls
from extract.output.changes import CHANGES, KINDS, Since
from extract.output.check import KINDS as STATUSES
from extract.output.check import check_table
from extract.output.freshness import is_current
from extract.reading.documents import DOCUMENTS

OK, PARTLY, FAILED = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 0 all read, 1 some files refused, 2 nothing published."""
    _print_what_can_be_printed()
    options = _parser().parse_args(arguments)
    try:
        return COMMANDS[options.command](options)
    except XianbiError as error:
        Console(stderr=True).print(f"[red]error[/red] {_plain(str(error))}", highlight=False, soft_wrap=True)
        return FAILED


def _print_what_can_be_printed() -> None:
    """From now on a pipe in an encoding without Chinese gets question marks."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m extract", description="Reports in, one tidy table out.")
    commands = parser.add_subparsers(dest="command", required=True)
    build_ = commands.add_parser("build", help="read reports and publish their table")
    build_.add_argument("inputs", nargs="*", type=Path, metavar="FILE or FOLDER", default=[Path("seeds")])
    build_.add_argument(
        "--documents", type=Path, metavar="CSV", help="what is known: doc,place,date[,title,publisher,url]"
    )
    build_.add_argument(
        "--corrections", type=Path, metavar="TOML", help="what people found wrong: see docs/corrections.md"
    )
    build_.add_argument("--out", type=Path, metavar="DIR", default=Path("data"))
    build_.add_argument(
        "--if-stale", action="store_true", help="only if the table is not that of these reports"
    )
    build_.add_argument(
        "--engine", choices=ENGINES, default="auto", help="who reads: default by size, all cores for much"
    )
    build_.add_argument(
        "--workers", type=int, default=0, metavar="N", help="how many read; default: every core"
    )
    build_.add_argument(
        "--scheduler", default="", metavar="ADDRESS", help="of a Dask cluster: tcp://host:8786"
    )
    build_.add_argument(
        "--format",
        choices=FORMATS,
        default="auto",
        help="of the table; default by size, Parquet parts for much",
    )
    explain_ = commands.add_parser("explain", help="print a report with every number marked")
    explain_.add_argument("file", type=Path, metavar="FILE")
    explain_.add_argument(
        "--documents", type=Path, metavar="CSV", help=f"default: the {DOCUMENTS} beside the file"
    )
    check_ = commands.add_parser(
        "check", help="whether a table holds its laws: found = kept + left, nothing twice"
    )
    check_.add_argument("table", type=Path, metavar="DIR")
    return parser


def _build(options: argparse.Namespace) -> int:
    if options.corrections:
        options.inputs = [*options.inputs, options.corrections]
    how = How(options.engine, options.workers, options.scheduler, options.format)
    order = Order(options.inputs, options.documents, options.out, how)
    if options.if_stale and is_current(order.out, order.sources):
        return OK
    console = Console(stderr=True)
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("reading")
        built = carry_out(order, lambda done, of: progress.update(task, completed=done, total=of))
    _report(built, options.out)
    return PARTLY if built.faults else OK


def _report(built: Built, out: Path) -> None:
    """The closing table: found = kept + left, document by document; then what changed, then what was refused."""
    table = Table("document", "place", "date", title_justify="left")
    for name in ("found", "kept", "left", "damaged", "events"):
        table.add_column(name, justify="right")
    for about in built.documents:
        cells = (about[name] for name in ("doc", "place", "date", *SUMS))
        table.add_row(*(_plain(cell) for cell in cells))
    more = built.sums["documents"] - len(built.documents)
    if more:
        table.add_row(f"and {more} more", *[""] * 7)
    table.add_section()
    table.add_row("all", "", "", *(str(built.sums[name]) for name in SUMS))
    console = Console()
    console.print(table)
    console.print(f"{_plain(str(out))}: data version {built.version}", highlight=False)
    if built.since:
        console.print(_news(built.since), highlight=False)
    for fault in built.faults:
        Console(stderr=True).print(
            f"[yellow]refused[/yellow] {_plain(str(fault))}", highlight=False, soft_wrap=True
        )


def _news(since: Since) -> str:
    """What changed since the version before, in numbers."""
    counts = since.counts or {}
    told = ", ".join(f"{counts.get(kind, 0)} {kind}" for kind in KINDS)
    return f"figures since data version {since.version}: {told} (see {CHANGES})"


def _explain(options: argparse.Namespace) -> int:
    console = Console(soft_wrap=True, highlight=False)
    for line in explain(options.file, options.documents):
        console.print(line)
    return OK


def _check(options: argparse.Namespace) -> int:
    checked = check_table(options.table)
    console = Console(soft_wrap=True, highlight=False)
    counts = checked.counts
    console.print(f"{counts['files']} files: " + ", ".join(f"{counts[kind]} {kind}" for kind in STATUSES))
    console.print(f"{counts['numbers']} numbers found = {counts['rows']} kept + {counts['leftovers']} left")
    for fault in checked.faults:
        Console(stderr=True).print(f"[red]wrong[/red] {_plain(fault)}", highlight=False, soft_wrap=True)
    return FAILED if checked.faults else OK


COMMANDS = {"build": _build, "explain": _explain, "check": _check}


def _plain(text: str) -> str:
    """Text of a document as text: square brackets are no markup."""
    return show_controls(text).replace("[", "\\[")


if __name__ == "__main__":
    sys.exit(main())
