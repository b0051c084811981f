"""``python -m extract build`` as its users meet it: what is refused is told in a sentence, the rest goes on."""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from extract.__main__ import main
from tests.extract.reports import ROOT

REPORT = (
    "肥西县2019年脱贫攻坚总结\n截至2019年底,全县累计脱贫7247户16386人。2019年安排财政专项扶贫资金2.69亿元。\n"
)
OTHER = "2018年,旌德县脱贫120户356人,贫困发生率下降到0.5%。\n"
FILES = {
    "metrics.csv", "leftovers.csv", "events.csv", "findings.csv", "documents.csv", "corrections.csv", "texts.parquet",
    "manifest.json",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command answered: exit status, what it printed, what it complained of (each on one line)."""

    status: int
    printed: str
    told: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command in this process: ``run("build", folder, "--out", out)``."""
    monkeypatch.setenv("COLUMNS", "240")

    def ran(*arguments: object) -> Ran:
        status = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return Ran(status, out, err.lstrip("\n"))  # the progress bar ends with an empty line

    return ran


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "fx.txt").write_text(REPORT, encoding="utf-8")
    return folder


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "data"


def rows(out: Path, name: str = "metrics.csv") -> list[dict[str, str]]:
    with (out / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def docs(out: Path) -> list[str]:
    return [row["doc"] for row in rows(out, "documents.csv")]


def is_whole(out: Path, *more: str) -> bool:
    return {path.name for path in out.iterdir() if not path.name.startswith(".")} == FILES | {*more}


def test_a_build_writes_all_files_and_a_closing_table(run: Run, reports: Path, out: Path) -> None:
    ran = run("build", reports, "--out", out)
    assert (ran.status, ran.told) == (0, "")
    assert is_whole(out)
    assert [row["text"] for row in rows(out)] == ["7247户", "16386人", "2.69亿元"]
    manifest = json.loads((out / "manifest.json").read_bytes())
    assert (manifest["documents"], manifest["rows"], manifest["refused"]) == (1, 3, 0)
    assert manifest["data_version"] in ran.printed
    lines = [[cell.strip() for cell in line.split("│")[1:-1]] for line in ran.printed.splitlines()]
    found = {cells[0]: cells[3:] for cells in lines if len(cells) > 3}
    about = rows(out, "documents.csv")[0]
    counts = [about[name] for name in ("numbers", "kept", "left", "damaged", "events")]
    assert found["fx"] == found["all"] == counts
    assert int(counts[0]) == int(counts[1]) + int(counts[2])


def test_the_place_and_date_that_are_not_given_are_inferred_and_said_so(
    run: Run, reports: Path, out: Path
) -> None:
    (reports / "documents.csv").write_text("doc,place,date\nfx,,\n", encoding="utf-8")
    assert run("build", reports, "--out", out).status == 0
    about = rows(out, "documents.csv")[0]
    assert (about["place"], about["place_source"]) == ("肥西县", "inferred")
    assert (about["date"][:4], about["date_source"]) == ("2019", "inferred")


def test_what_the_list_says_goes_first(run: Run, reports: Path, out: Path, tmp_path: Path) -> None:
    listed = tmp_path / "known.csv"
    listed.write_text("doc,place,date,title\nfx,阜南县,2020-03,总结\n", encoding="utf-8")
    assert run("build", reports, "--documents", listed, "--out", out).status == 0
    about = rows(out, "documents.csv")[0]
    assert [about[name] for name in ("place", "place_source", "date", "date_source", "title")] == [
        "阜南县", "given", "2020-03", "given", "总结",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "bad",
    [
        ("empty.txt", b"", "is empty; put the report's text into it, or leave it out"),
        ("blank.txt", b"\n \t\r\n", "is empty"),
        ("binary.txt", bytes(range(32)) * 8, "is a binary file, not plain text; save it as plain text"),
        ("word.txt", b"PK\x03\x04 and so on", "is a zipped file (Word, Excel, WPS or ZIP), not plain text"),
        ("old.doc", b"\xd0\xcf", "is a .doc file, which cannot be read; save it as .docx"),
        ("noise.txt", bytes([0xFF, 0x81, 0xA0, 0x90]) * 99, "is in none of the encodings"),
    ],
)
def test_one_bad_file_is_named_and_the_others_go_on(
    run: Run, reports: Path, out: Path, bad: tuple[str, bytes, str]
) -> None:
    name, content, told = bad
    (reports / name).write_bytes(content)
    ran = run("build", reports, "--out", out)
    assert ran.status == 1
    assert f"refused {reports / name}: " in ran.told
    assert told in ran.told
    assert docs(out) == ["fx"]
    assert is_whole(out, "refused.csv")
    assert [(row["file"], row["status"]) for row in rows(out, "refused.csv")] == [
        (str(reports / name), "refused")
    ]
    assert json.loads((out / "manifest.json").read_bytes())["refused"] == 1


def test_an_unknown_file_beside_a_known_one(run: Run, reports: Path, out: Path) -> None:
    ran = run("build", reports / "nowhere.txt", reports / "fx.txt", "--out", out)
    assert ran.status == 1
    assert "nowhere.txt: there is no such file or folder; check the spelling of the path" in ran.told
    assert docs(out) == ["fx"]


def test_two_reports_of_one_name(run: Run, reports: Path, out: Path) -> None:
    (reports / "later").mkdir()
    (reports / "later" / "fx.txt").write_text(OTHER, encoding="utf-8")
    ran = run("build", reports, "--out", out)
    assert ran.status == 1
    assert f"has the same name as {reports / 'fx.txt'}; rename one of the two" in ran.told
    assert docs(out) == ["fx"]
    assert {row["place"] for row in rows(out)} == {"肥西县"}


def test_an_unknown_place_is_told_with_its_line(run: Run, reports: Path, out: Path) -> None:
    (reports / "documents.csv").write_text("doc,place,date\nfx,桃花源县,\n", encoding="utf-8")
    ran = run("build", reports, "--out", out)
    assert ran.status == 1
    assert (
        "documents.csv, line 2: '桃花源县' is not in the official list of places; write its full" in ran.told
    )
    assert rows(out, "documents.csv")[0]["place"] == "肥西县"


def test_a_place_that_several_bear_asks_for_the_code(run: Run, reports: Path, out: Path) -> None:
    (reports / "documents.csv").write_text("doc,place,date\nfx,鼓楼区,\n", encoding="utf-8")
    ran = run("build", reports, "--out", out)
    assert ran.status == 1
    assert (
        "line 2: '鼓楼区' is the name of 4 places (320106, 320302, 350102, 410204); write the six" in ran.told
    )


def test_the_nation_is_a_place_of_the_list(run: Run, reports: Path, out: Path) -> None:
    (reports / "cn.txt").write_text("贫困发生率降至3.1%。", encoding="utf-8")
    (reports / "documents.csv").write_text("doc,place,date\ncn,全国,2017\n", encoding="utf-8")
    assert (
        run("build", reports / "cn.txt", "--documents", reports / "documents.csv", "--out", out).status == 0
    )
    assert [row["place"] for row in rows(out)] == ["全国"]


def test_the_place_of_a_report_whose_given_place_is_unknown_is_inferred(
    run: Run, reports: Path, out: Path
) -> None:
    (reports / "documents.csv").write_text("doc,place,date\nfx,桃花源县,\n", encoding="utf-8")
    run("build", reports, "--out", out)
    assert rows(out, "documents.csv")[0]["place_source"] == "inferred"


def test_the_fault_of_a_named_list_names_that_list(
    run: Run, reports: Path, out: Path, tmp_path: Path
) -> None:
    listed = tmp_path / "known.csv"
    listed.write_text("doc,place,date\nfx,桃花源县,\n", encoding="utf-8")
    ran = run("build", reports, "--documents", listed, "--out", out)
    assert ran.status == 1
    assert f"{listed}, line 2: '桃花源县' is not in the official list" in ran.told


def test_an_entry_without_its_report_is_told(run: Run, reports: Path, out: Path) -> None:
    (reports / "scan.pdf").write_bytes(b"%PDF-1.7")
    (reports / "documents.csv").write_text("doc,place,date\nfx,,\nfxx,,\nscan,,\n", encoding="utf-8")
    ran = run("build", reports, "--out", out)
    assert ran.status == 1
    told = (
        f"refused {reports / 'documents.csv'}, line 3: there is no report 'fxx'; correct its name, or add the"
    )
    assert told in ran.told
    assert ran.told.count("refused") == 2  # the scan is told once
    assert docs(out) == ["fx"]


def test_a_longer_list_serves_for_one_of_its_reports(
    run: Run, reports: Path, out: Path, tmp_path: Path
) -> None:
    listed = tmp_path / "known.csv"
    listed.write_text("doc,place,date\nfx,,\njd,,\n", encoding="utf-8")
    assert run("build", reports / "fx.txt", "--documents", listed, "--out", out).told == ""


def test_two_lists_that_name_one_report(run: Run, reports: Path, out: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "jd.txt").write_text(OTHER, encoding="utf-8")
    for folder in (reports, other):
        (folder / "documents.csv").write_text("doc,place,date\nfx,,\n", encoding="utf-8")
    ran = run("build", reports, other, "--out", out)
    assert ran.status == 2
    first, second = reports / "documents.csv", other / "documents.csv"
    assert f"{second}, line 2: names fx, as does {first}, line 2; remove one of the two" in ran.told
    assert not out.exists()
    assert run("build", reports, reports, "--out", out).status == 0


def test_the_folder_of_the_reports_is_never_written_over(run: Run, reports: Path) -> None:
    listed = reports / "documents.csv"
    listed.write_text("doc,place,date\nfx,肥西县,2020\n", encoding="utf-8")
    for given in (reports, reports / "fx.txt"):
        ran = run("build", given, "--out", reports)
        assert ran.status == 2
        assert "name another folder for the results" in ran.told
        assert {path.name for path in reports.iterdir()} == {"fx.txt", "documents.csv"}
        assert listed.read_text(encoding="utf-8") == "doc,place,date\nfx,肥西县,2020\n"


@pytest.mark.parametrize("name", ["events.csv", "manifest.json"])
def test_files_of_somebody_else_are_never_written_over(run: Run, reports: Path, out: Path, name: str) -> None:
    out.mkdir()
    (out / name).write_text("[]", encoding="utf-8")
    ran = run("build", reports, "--out", out)
    assert (ran.status, ran.told.count("\n")) == (2, 1)
    assert f"error {out}: has a {name} that is none of this program's; name another" in ran.told
    assert (out / name).read_text(encoding="utf-8") == "[]"
    assert len(list(out.iterdir())) == 1


def test_a_folder_that_may_not_be_looked_into_is_told(
    run: Run, reports: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exists = Path.exists

    def guarded(path: Path) -> bool:
        if path.parent == out:
            raise PermissionError(13, "Permission denied")
        return exists(path)

    monkeypatch.setattr(Path, "exists", guarded)
    ran = run("build", reports, "--out", out)
    assert ran.status == 2
    assert ran.told.startswith(
        f"error {out}: cannot be looked into ([Errno 13] Permission denied); name another"
    )


def test_a_table_copied_from_elsewhere_is_written_over(
    run: Run, reports: Path, out: Path, tmp_path: Path
) -> None:
    run("build", reports, "--out", out)
    copied = tmp_path / "copied"
    copied.mkdir()
    for name in FILES:
        (copied / name).write_bytes((out / name).read_bytes())
    (reports / "jd.txt").write_text(OTHER, encoding="utf-8")
    assert run("build", reports, "--out", copied).status == 0
    assert docs(copied) == ["fx", "jd"]


@pytest.mark.skipif(os.name == "nt", reason="names are UTF-16 there")
def test_a_name_that_is_no_text_is_refused(run: Run, reports: Path, out: Path) -> None:
    odd = os.fsdecode(os.fsencode(reports) + b"/\xb7\xca.txt")
    Path(odd).write_text(OTHER, encoding="utf-8")
    ran = run("build", reports, "--out", out)
    assert ran.status == 1
    assert "has a name that is not UTF-8; rename it" in ran.told
    assert docs(out) == ["fx"]
    assert run("build", reports, "--out", out, "--if-stale").status == 0


def test_an_unreadable_file_is_refused(
    run: Run, reports: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (reports / "jd.txt").write_text(OTHER, encoding="utf-8")
    read_bytes = Path.read_bytes

    def guarded(path: Path) -> bytes:
        if path.name == "jd.txt":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", guarded)
    ran = run("build", reports, "--out", out)
    assert ran.status == 1
    assert "jd.txt: cannot be read (Permission denied); check path and permissions" in ran.told
    assert docs(out) == ["fx"]


@pytest.mark.parametrize(
    "wrong",
    [
        ("doc,place\nfx,肥西县\n", "line 1: lacks the column date (it has doc, place); write them into"),
        ("doc,place,date\nfx,肥西县,2019-13\n", "line 2: '2019-13' is no date; write 2020, 2020-09 or"),
        ("doc,place,date\nfx,,\nfx,,\n", "line 3: names fx again (first in line 2); remove one of the two"),
    ],
)
def test_a_list_that_cannot_be_used_stops_before_anything_is_written(
    run: Run, reports: Path, out: Path, wrong: tuple[str, str]
) -> None:
    listed, told = wrong
    (reports / "documents.csv").write_text(listed, encoding="utf-8")
    ran = run("build", reports, "--out", out)
    assert ran.status == 2
    assert ran.told.startswith(f"error {reports / 'documents.csv'}, ")
    assert told in ran.told
    assert ran.told.count("\n") == 1
    assert not out.exists()


def test_a_missing_list_is_named(run: Run, reports: Path, out: Path) -> None:
    ran = run("build", reports, "--documents", reports / "none.csv", "--out", out)
    assert ran.status == 2
    assert "none.csv: cannot be read (No such file or directory); check path and permissions" in ran.told
    assert not out.exists()


def test_nothing_but_bad_files_leaves_the_old_table(run: Run, reports: Path, out: Path) -> None:
    assert run("build", reports, "--out", out).status == 0
    before = {name: (out / name).read_bytes() for name in FILES}
    (reports / "fx.txt").write_bytes(b"")
    (reports / "scan.pdf").write_bytes(b"%PDF")
    ran = run("build", reports, "--out", out)
    assert ran.status == 2
    assert "no report could be read" in ran.told
    assert str(reports / "fx.txt") in ran.told
    assert str(reports / "scan.pdf") in ran.told
    assert {name: (out / name).read_bytes() for name in FILES} == before


def test_a_single_unknown_file_is_one_sentence(run: Run, tmp_path: Path, out: Path) -> None:
    ran = run("build", tmp_path / "nowhere", "--out", out)
    assert (ran.status, ran.printed) == (2, "")
    assert ran.told == (
        f"error {tmp_path / 'nowhere'}: there is no such file or folder; check the spelling of the path\n"
    )
    assert not out.exists()


def test_a_file_in_place_of_the_folder(run: Run, reports: Path, out: Path) -> None:
    out.write_text("mine", encoding="utf-8")
    ran = run("build", reports, "--out", out)
    assert ran.status == 2
    assert ran.told.startswith(f"error {out}: ")
    assert "; " in ran.told
    assert out.read_text(encoding="utf-8") == "mine"


def test_a_file_on_the_way_to_the_folder(run: Run, reports: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine", encoding="utf-8")
    ran = run("build", reports, "--out", tmp_path / "taken" / "data")
    assert ran.status == 2
    assert str(tmp_path / "taken") in ran.told


def test_a_report_without_figures_gives_an_empty_table_with_its_heads(
    run: Run, reports: Path, out: Path
) -> None:
    (reports / "fx.txt").write_text("坚持党的领导,坚持精准扶贫,坚持群众主体。\n", encoding="utf-8")
    assert run("build", reports, "--out", out).status == 0
    assert rows(out) == rows(out, "leftovers.csv") == []
    assert (out / "metrics.csv").read_text(encoding="utf-8").startswith("fact,doc,start,end,text,quote,")
    assert [rows(out, "documents.csv")[0][name] for name in ("numbers", "kept", "left")] == ["0", "0", "0"]


def test_any_order_of_files_gives_the_same_table(run: Run, reports: Path, tmp_path: Path) -> None:
    other = reports / "jd.txt"
    other.write_text(OTHER, encoding="utf-8")
    run("build", other, reports / "fx.txt", "--out", tmp_path / "one")
    run("build", reports / "fx.txt", other, "--out", tmp_path / "two")
    for name in FILES - {"manifest.json"}:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_if_stale_does_nothing_for_a_current_table(run: Run, reports: Path, out: Path) -> None:
    assert run("build", reports, "--out", out, "--if-stale").printed != ""
    before = (out / "metrics.csv").resolve().parent
    again = run("build", reports, "--out", out, "--if-stale")
    assert (again.status, again.printed, again.told) == (0, "", "")
    assert (out / "metrics.csv").resolve().parent == before


def test_if_stale_builds_after_any_change(run: Run, reports: Path, out: Path) -> None:
    run("build", reports, "--out", out)
    (reports / "jd.txt").write_text(OTHER, encoding="utf-8")
    assert run("build", reports, "--out", out, "--if-stale").status == 0
    assert docs(out) == ["fx", "jd"]
    (out / "metrics.csv").write_text("torn", encoding="utf-8")
    assert run("build", reports, "--out", out, "--if-stale").status == 0
    assert len(rows(out)) >= 6


def test_if_stale_of_an_unknown_folder_is_refused(run: Run, tmp_path: Path, out: Path) -> None:
    ran = run("build", tmp_path / "nowhere", "--out", out, "--if-stale")
    assert ran.status == 2
    assert "there is no such file or folder" in ran.told


def test_a_name_with_brackets_is_no_markup(run: Run, reports: Path, out: Path) -> None:
    (reports / "[red]县.txt").write_text(OTHER, encoding="utf-8")
    (reports / "[bold].pdf").write_bytes(b"%PDF")
    (reports / "\x1b[2J.txt").write_text(OTHER, encoding="utf-8")
    ran = run("build", reports, "--out", out)
    assert ran.status == 1
    assert "␛[2J" in ran.printed
    assert "[red]县" in ran.printed
    assert "[bold].pdf" in ran.told


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8",
        "ascii",
        "cp1252",  # Windows' default for pipes in the West
    ],
)
def test_the_command_itself_answers_with_its_status(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "fx.txt").write_text(REPORT, encoding="utf-8")
    command = [sys.executable, "-m", "extract", "build", str(tmp_path), "--out", str(tmp_path / "data")]
    ran = subprocess.run(
        command, cwd=ROOT, capture_output=True, timeout=60, check=False,
        env={"PATH": "/usr/bin:/bin", "PYTHONIOENCODING": encoding},
    )  # fmt: skip
    assert b"Traceback" not in ran.stderr, ran.stderr.decode()
    assert ran.returncode == 0
