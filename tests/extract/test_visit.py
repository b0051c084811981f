"""A visitor's reports: taken in, mended, removed, taken away and taken back."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from compare.own.package import pack
from compare.store import open_store
from extract.build import build
from extract.visit import main, read_visit
from tests.extract.office import SENTENCE, TABLE, word_file, zipped

ROOT = Path(__file__).parents[2]
UNDATED = "今年投入专项扶贫资金300万元，全县脱贫50户。"


def upload(folder: Path, **files: bytes) -> dict[str, str]:
    """What was refused, by file, after these files came; a name's underscore is its ending's dot."""
    (folder / "upload").mkdir(parents=True)
    for name, content in files.items():
        (folder / "upload" / name.replace("_", ".")).write_bytes(content)
    return refused(read_visit(folder, {}))


def refused(answer: dict[str, object]) -> dict[str, str]:
    faults = answer["faults"]
    assert isinstance(faults, list)
    return {fault["where"]: fault["refusal"] for fault in faults}


def facts(folder: Path) -> list[tuple[str, ...]]:
    return [
        (row.fact, row.place, row.period, str(row.value), row.grade, row.note, row.quote)
        for row in open_store(folder).rows()
    ]


def test_files_of_all_kinds_are_taken_and_the_bad_ones_named(tmp_path: Path) -> None:
    told = upload(
        tmp_path,
        旌德_txt=SENTENCE.encode("gb18030"),
        总结_docx=word_file(),
        办公_pdf=(ROOT / "tests/extract/formats/office.pdf").read_bytes(),
        扫描_pdf=(ROOT / "tests/extract/formats/scan.pdf").read_bytes(),
        乱_docx=b"PK\x03\x04",
        旧_doc=b"\xd0\xcf\x11\xe0",
        包_zip=zipped({"资料/肥西.txt": SENTENCE.encode(), "资料/坏.pdf": b"%PDF-1.7"}, "gbk"),
    )
    assert told == {"扫描.pdf": "scan", "乱.docx": "damaged", "旧.doc": "other format", "坏.pdf": "damaged"}
    store = open_store(tmp_path / "table")
    assert [document.doc for document in store.documents()] == ["办公", "总结", "旌德", "肥西"]
    assert {entry.name for entry in store.places()} == {"旌德县"}
    assert refused(read_visit(tmp_path, {})) == {}


def test_place_and_date_are_set_and_taken_back(tmp_path: Path) -> None:
    upload(tmp_path, x_txt=UNDATED.encode())
    before = open_store(tmp_path / "table").documents()[0]
    assert (before.place_source, before.date_source) == ("unknown", "unknown")
    read_visit(tmp_path, {"mend": {"x": {"place": "341825", "date": "2019"}}})
    row = open_store(tmp_path / "table").rows()[0]
    assert (row.place, row.adcode, row.period) == ("旌德县", "341825", "2019")
    read_visit(tmp_path, {"mend": {"x": {"place": "", "date": ""}}})
    assert open_store(tmp_path / "table").documents()[0] == before


def test_a_report_that_comes_again_replaces_the_first(tmp_path: Path) -> None:
    upload(tmp_path, x_txt=SENTENCE.encode())
    assert upload(tmp_path, x_docx=word_file(("肥西县累计脱贫7247户。",), ())) == {}
    assert [document.encoding for document in open_store(tmp_path / "table").documents()] == ["docx"]


def test_the_last_report_removed_leaves_no_table(tmp_path: Path) -> None:
    upload(tmp_path, x_txt=SENTENCE.encode(), y_txt=SENTENCE.encode())
    assert read_visit(tmp_path, {"remove": ["x"]})["version"]
    assert read_visit(tmp_path, {"remove": ["y"]}) == {"version": "", "faults": []}
    assert not (tmp_path / "table").exists()


def test_only_bad_files_leave_no_table(tmp_path: Path) -> None:
    assert upload(tmp_path, x_docx=b"PK\x03\x04") == {"x.docx": "damaged"}
    assert not (tmp_path / "table").exists()


@pytest.mark.parametrize("mended", [False, True])
def test_what_is_taken_away_gives_the_same_rows_again(tmp_path: Path, mended: bool) -> None:
    visit, page, command = (tmp_path / name for name in ("visit", "page", "command"))
    upload(
        visit,
        一_txt=(SENTENCE + "\r\n" + UNDATED).encode("gb18030"),
        二_docx=word_file((SENTENCE, UNDATED), TABLE),
        三_pdf=(ROOT / "tests/extract/formats/office.pdf").read_bytes(),
        四_txt=("\ufeff\ufeff" + UNDATED).encode(),
    )
    if mended:
        read_visit(visit, {"mend": {"四": {"place": "341825", "date": "2019-03"}}})
    taken = pack(open_store(visit / "table"))
    assert taken == pack(open_store(visit / "table"))
    assert upload(page, 带走_zip=taken) == {}
    (tmp_path / "带走.zip").write_bytes(taken)
    built = build([tmp_path / "带走.zip"], None, command, lambda *_: None)
    assert built.faults == ()
    assert len(facts(visit / "table")) > 10
    assert facts(page / "table") == facts(command) == facts(visit / "table")
    for store in (open_store(page / "table"), open_store(command)):
        known = [(d.place, d.place_source, d.date, d.date_source) for d in store.documents()]
        assert known == [
            (d.place, d.place_source, d.date, d.date_source) for d in open_store(visit / "table").documents()
        ]


def test_the_process_takes_orders_and_answers_in_json(tmp_path: Path) -> None:
    (tmp_path / "upload").mkdir()
    (tmp_path / "upload" / "x.txt").write_bytes(SENTENCE.encode())
    command = [sys.executable, "-m", "extract.visit", str(tmp_path)]
    done = subprocess.run(command, input="{}", cwd=ROOT, capture_output=True, text=True, check=True)
    answer = json.loads(done.stdout)
    assert answer["faults"] == []
    assert len(answer["version"]) == 16


def test_a_process_out_of_memory_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def exhaust(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("extract.visit.set_limits", lambda *_: None)
    monkeypatch.setattr("extract.visit.read_visit", exhaust)
    monkeypatch.setattr("sys.stdin", io.StringIO("{}"))
    assert main(tmp_path) == 3
    assert capsys.readouterr().out == ""
