"""The command line writes the same files as the pages, and says what is wrong in a sentence."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from compare.__main__ import FAILED, OK, PARTLY, main
from compare.context import Context
from compare.export.order import PICTURES, Order, fill_order, kinds_made
from compare.export.script import write_command, write_pandas
from compare.export.shown import show
from compare.question import link_of
from compare.view import Filters
from tests.compare.figures import figure

ROOT = Path(__file__).parents[2]
FEIXI, JINGDE = "340123", "341825"
DAY = "2026-11-22"
Ask = Callable[..., Context]
LINES = [
    figure(FEIXI, "funding.special", "369000000", text="3.69亿元"),
    figure(JINGDE, "funding.special", "20950000", text="2095万元", start="40"),
]


def typed(command: str) -> subprocess.CompletedProcess[str]:
    """What a shell makes of a line, with the ``python`` of these tests first on its path."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    return subprocess.run(
        command, shell=True, cwd=ROOT, env={**os.environ, "PATH": path, "PYTHONIOENCODING": "utf-8"},
        capture_output=True, text=True, encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip


@pytest.mark.parametrize("kind", sorted(set(kinds_made()) - set(PICTURES)))
@pytest.mark.parametrize("page", ["overview", "funding", "timeline", "data"])
def test_it_writes_the_bytes_of_the_page(ask: Ask, tmp_path: Path, kind: str, page: str) -> None:
    context = ask(LINES, "en", page=page, places=(FEIXI, JINGDE))
    out = tmp_path / "file"
    link, table = f"http://127.0.0.1:8501/{link_of(context.view)}", str(context.store.folder)
    assert main([link, "--to", kind, "--table", table, "--out", str(out), "--day", DAY]) == OK
    assert out.read_bytes() == fill_order(context, Order(kind, day=DAY)).content


def test_the_line_that_the_page_shows_runs_as_shown(ask: Ask, tmp_path: Path) -> None:
    context = ask(LINES, page="funding", places=(FEIXI, JINGDE))
    done = typed(f"{write_command(context, 'json')} --out - --day {DAY}")
    assert (done.returncode, done.stderr) == (OK, "")
    assert json.loads(done.stdout) == json.loads(fill_order(context, Order("json", day=DAY)).content)


def test_the_lines_of_pandas_run_as_shown(ask: Ask, tmp_path: Path) -> None:
    context = ask(LINES, page="funding", places=(FEIXI, JINGDE))
    lines = write_pandas(context, show(context))
    assert lines.count("\n") == 2
    script = tmp_path / "read.py"
    script.write_text(f"{lines}\nassert list(table['adcode']) == ['{FEIXI}', '{JINGDE}']\n", encoding="utf-8")
    done = typed(f'python -W error "{script}"')
    assert (done.returncode, done.stderr) == (0, "")
    assert "369000000" in done.stdout
    assert "肥西县" in done.stdout


@pytest.mark.parametrize(
    ("periods", "kept"),
    [((), 3), (("2020",), 2), (("none",), 1), (("2020", "none"), 3), (("2020-09",), 0)],
)
def test_the_lines_of_pandas_keep_what_the_data_page_keeps(
    ask: Ask, periods: tuple[str, ...], kept: int
) -> None:
    undated = figure(FEIXI, "poverty_rate", "4.5", text="4.5%", period="", start="60")
    chosen = Filters(periods=periods)
    context = ask([*LINES, undated], page="data", places=(FEIXI, JINGDE), filters=chosen)
    lines = write_pandas(context, show(context)).replace("print(", "found = (")
    names: dict[str, Any] = {}
    exec(lines, names)
    assert len(names["found"]) == kept == len(show(context).rows)


def test_the_lines_name_the_projects_own_table_shortly(ask: Ask) -> None:
    context = ask(LINES, page="funding", places=(FEIXI,))
    assert "--table" in write_command(context, "csv")
    assert str(context.store.folder) in write_pandas(context, show(context))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nowhere?p=1", "--to", "csv"], "there is no page 'nowhere'; the pages are overview, funding"),
        (["rate", "--to", "csv", "--part", "x"], "this view has no part 'x'; it has: poverty_rate"),
        (
            ["rate", "--to", "csv", "--table", "no/such"],
            "there is no table here; build it again with `make data`",
        ),
    ],
)
def test_what_is_wrong_is_said(
    ask: Ask, capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    table = ["--table", str(ask(LINES).store.folder)] if "--table" not in arguments else []
    assert main([*arguments, *table, "--out", "-"]) == FAILED
    said = capsys.readouterr()
    assert sentence in said.err
    assert said.out == ""


def test_a_file_that_cannot_be_written_is_named(
    ask: Ask, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "none" / "x.csv"
    assert main(["rate", "--to", "csv", "--table", str(ask(LINES).store.folder), "--out", str(out)]) == FAILED
    assert f"{out}: the file cannot be written" in capsys.readouterr().err


def test_codes_that_the_table_does_not_know_are_named_and_the_rest_is_written(
    ask: Ask, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, table = tmp_path / "x.csv", str(ask(LINES).store.folder)
    link = f"funding?p={FEIXI}~999999&lang=en"
    assert main([link, "--to", "csv", "--table", table, "--out", str(out)]) == PARTLY
    assert "the table does not know the place '999999'" in capsys.readouterr().err
    assert "Feixi" in out.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    "arguments", [["rate"], ["rate", "--to", "doc"], ["rate", "--to", "csv", "--day", "x"]]
)
def test_a_line_that_is_not_understood_ends_with_two(arguments: list[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)


def test_everything_is_the_whole_table(ask: Ask, tmp_path: Path) -> None:
    table = str(ask(LINES).store.folder)
    out = tmp_path / "all.csv"
    assert main([f"funding?p={FEIXI}", "--to", "csv", "--all", "--table", table, "--out", str(out)]) == OK
    assert out.read_bytes().count(b"\r\n") == 1 + len(LINES)
