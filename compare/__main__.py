"""The command line: ``python -m compare "funding?p=340123~341825" --to xlsx`` writes what the page of a link shows."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from compare.context import Context
from compare.export.artefact import MIMES, Artefact
from compare.export.grid import ExportError
from compare.export.order import Order, fill_order
from compare.known import known_codes
from compare.language import open_language
from compare.privacy.masked import hold_back
from compare.store import open_store
from compare.theme import LIGHT
from compare.view import PAGES, Dropped, parse_link
from extract.errors import InputError, XianbiError
from extract.lexicon.gazetteer import load_gazetteer

OK, PARTLY, FAILED = 0, 1, 2
STREAM = "-"


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 0 written, 1 written though the link was followed in part, 2 nothing written."""
    _print_what_can_be_printed()
    options = _parser().parse_args(arguments)
    try:
        context, dropped = open_link(options.link, options.table)
        artefact = fill_order(context, _order(options))
        _write(artefact, options.out)
    except XianbiError as error:
        _tell(f"error: {error}")
        return FAILED
    for value in dropped:
        _tell(f"the link was followed in part: the table does not know the {value.part} {value.value!r}")
    return PARTLY if dropped else OK


def open_link(link: str, table: Path) -> tuple[Context, tuple[Dropped, ...]]:
    """The context that a link asks for over the table of a folder, and what the table does not know of it.

    Errors: InputError where the link names no page of the dashboard, StoreError where the folder has no table.
    """
    page, params = split_link(link)
    store = hold_back(open_store(table))
    view, dropped = parse_link(params, known_codes(store), page)
    return Context(store, view, open_language(view.language), LIGHT, load_gazetteer()), dropped


def split_link(link: str) -> tuple[str, Mapping[str, str]]:
    """The page and the parameters of a link: a whole address, its last part, a page alone or a query alone.

    >>> split_link("localhost:8501/funding?p=340123~341825&lang=en")
    ('funding', {'p': '340123~341825', 'lang': 'en'})
    >>> split_link("p=340123"), split_link("rate"), split_link("")
    (('overview', {'p': '340123'}), ('rate', {}), ('overview', {}))

    Errors: InputError where there is no such page.
    """
    parts = urlsplit(link.strip())
    path, query = parts.path, parts.query
    if "=" in path and not query:
        path, query = "", path
    page = path.rstrip("/").rpartition("/")[2] or PAGES[0]
    if page not in PAGES:
        raise InputError(f"there is no page {page!r}", link, f"the pages are {', '.join(PAGES)}")
    return page, dict(parse_qsl(query))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m compare",
        description="Writes what the page of a link shows: the same file as its download.",
    )
    parser.add_argument(
        "link", metavar="LINK", help='copied from the dashboard, or "funding?p=340123~341825&lang=en"'
    )
    parser.add_argument("--to", choices=tuple(MIMES), required=True, help="what to write")
    parser.add_argument(
        "--table", type=Path, default=Path("data"), metavar="DIR", help="folder of the table (data)"
    )
    parser.add_argument(
        "--out", metavar="FILE", help="where to write; - is the standard output (default: a name of its own)"
    )
    parser.add_argument(
        "--part", default="", metavar="ID", help="csv and pictures: one chart of the page by its id"
    )
    whole = parser.add_mutually_exclusive_group()
    whole.add_argument("--all", action="store_true", help="the whole table instead of what the page shows")
    whole.add_argument("--story", action="store_true", help="pptx: all pages of these places")
    today = datetime.now(UTC).date().isoformat()
    parser.add_argument(
        "--day", type=_day, default=today, metavar="YYYY-MM-DD", help="day of access in citations (today)"
    )
    return parser


def _day(text: str) -> str:
    try:
        return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC).date().isoformat()
    except ValueError as problem:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as 2026-11-22") from problem


def _order(options: argparse.Namespace) -> Order:
    return Order(options.to, options.all, options.part, options.story, options.day)


def _write(artefact: Artefact, out: str | None) -> None:
    if out == STREAM:
        sys.stdout.buffer.write(artefact.content)
        return
    path = Path(out or artefact.name)
    try:
        path.write_bytes(artefact.content)
    except OSError as problem:
        why = problem.strerror or str(problem)
        raise ExportError(
            f"the file cannot be written ({why})", str(path), "name another with --out"
        ) from problem
    _tell(str(path))


def _tell(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")


def _print_what_can_be_printed() -> None:
    """From now on a pipe in an encoding without Chinese gets question marks."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


if __name__ == "__main__":
    sys.exit(main())
