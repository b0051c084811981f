"""The check of a table finds what is wrong with one, and nothing in one that is right."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from extract.__main__ import main
from extract.build import Order, carry_out
from extract.engines.choose import How
from extract.output.check import check_table
from extract.output.manifest import files_of, read_manifest
from extract.output.publish import publish

TEXT = "旌德县2019年脱贫攻坚总结。2018年,旌德县脱贫120户356人,贫困发生率下降到0.5%。联系电话13905631234。\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    for doc in "ab":
        (tmp_path / "in").mkdir(exist_ok=True)
        (tmp_path / "in" / f"{doc}.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "in" / "empty.txt").write_bytes(b"")
    return tmp_path / "table"


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_a_table_that_is_right(table: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    carry_out(Order([table.parent / "in"], None, table, How(format=form)), lambda *_: None)
    checked = check_table(table)
    assert checked.faults == ()
    assert checked.counts["files"] == 3
    assert (checked.counts["ok"], checked.counts["refused"]) == (2, 1)
    assert checked.counts["numbers"] == checked.counts["rows"] + checked.counts["leftovers"] > 6
    assert main(["check", str(table)]) == 0
    assert "3 files: 2 ok, 0 partial, 1 refused, 0 failed" in capsys.readouterr().out


def test_no_table_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path)]) == 2
    assert "there is no table here" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "change", "told"),
    [
        ("metrics.csv", lambda rows: rows[1:], "kept and"),
        ("leftovers.csv", lambda rows: [*rows, rows[-1]], "has a number twice"),
        ("metrics.csv", lambda rows: [{**rows[0], "start": "0"}, *rows[1:]], "does not stand at 0"),
        ("metrics.csv", lambda rows: [{**rows[0], "value": "inf"}, *rows[1:]], "no finite value"),
        ("metrics.csv", lambda rows: [*rows, {**rows[0], "doc": "zz"}], "metrics has rows of no document"),
        ("documents.csv", lambda rows: rows[:1], "the manifest says 2 documents, there are 1"),
        ("documents.csv", lambda rows: [{**rows[0], "numbers": "99"}, rows[1]], "found 99 numbers"),
    ],
)
def test_what_is_wrong_is_told(
    table: Path, name: str, change: Callable[[list[dict[str, str]]], list[dict[str, str]]], told: str
) -> None:
    carry_out(Order([table.parent / "in"], None, table), lambda *_: None)
    manifest = read_manifest(table) or {}
    files = {file: (table / file).read_bytes() for file in files_of(manifest)}
    rows = list(csv.DictReader(io.StringIO(files[name].decode(), newline="")))
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(change(rows))
    about = {key: value for key, value in manifest.items() if key not in ("files", "data_version")}
    publish(table, {**files, name: text.getvalue().encode()}, about)
    assert told in " | ".join(check_table(table).faults)


def test_a_torn_file_is_told(table: Path) -> None:
    carry_out(Order([table.parent / "in"], None, table), lambda *_: None)
    with (table / "events.csv").open("ab") as handle:
        handle.write(b"more")
    assert check_table(table).faults == ("events.csv is not the one that was published",)
