"""Reports are found and read; what cannot be read is said in one sentence, and the others go on."""

import os
from pathlib import Path

import pytest

from extract.errors import InputError
from extract.reading import read
from extract.reading.read import find_inputs, read_document

REPORT = "全县累计脱贫7247户16386人。\r\n贫困发生率降到0.7%。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.txt").write_bytes(REPORT.encode())
    (tmp_path / "a.md").write_bytes(REPORT.encode("gb18030"))
    return tmp_path


def test_text_keeps_its_line_ends_and_loses_only_the_mark(tmp_path: Path) -> None:
    path = tmp_path / "肥西县.txt"
    path.write_bytes(b"\xef\xbb\xbf" + REPORT.encode())
    source = read_document(path)
    assert source.text == REPORT
    assert (source.doc, source.name, source.encoding, source.note) == ("肥西县", "肥西县.txt", "utf-8", "")
    assert len(source.sha256) == 64


def test_a_folder_gives_its_reports_in_order_of_id(folder: Path) -> None:
    (folder / "documents.csv").write_text("doc,place,date\n")
    (folder / ".hidden.txt").write_text(REPORT)
    (folder / "sub").mkdir()
    (folder / "sub" / "aa.TXT").write_text(REPORT)
    found = find_inputs([folder])
    assert [path.name for path in found.files] == ["a.md", "aa.TXT", "b.txt"]
    assert found.faults == ()


def test_a_path_named_twice_is_read_once(folder: Path) -> None:
    assert len(find_inputs([folder / "b.txt", folder]).files) == 2
    assert find_inputs([folder / "b.txt", folder]).faults == ()


def test_a_wrong_path_leaves_the_others_alone(folder: Path) -> None:
    found = find_inputs([folder / "nowhere", folder])
    assert len(found.files) == 2
    assert [fault.what for fault in found.faults] == ["there is no such file or folder"]


def test_faults_of_a_folder(folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "b.txt").write_text(REPORT)
    (folder / "c.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    faults = {Path(fault.where).name: fault for fault in find_inputs([folder]).faults}
    assert "same name" in faults["b.txt"].what
    assert faults["c.doc"].what == "is a .doc file, which cannot be read"
    assert faults["c.doc"].todo == "save it as .docx or as plain text (.txt, UTF-8)"
    empty = folder / "empty"
    empty.mkdir()
    assert find_inputs([empty]).faults[0].what == "has no report in it"


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"", "is empty"),
        (b" \r\n\t\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"%PDF-1.7 ...", "is a PDF file, not plain text"),
        (b"PK\x03\x04...", "is a zipped file (Word, Excel, WPS or ZIP), not plain text"),
        (b"ab\x00\x00\x01\x02", "is a binary file, not plain text"),
        ("한국어 문장을 쓰고".encode("euc_kr"), "is in none of the encodings UTF-8, GB18030 and Big5"),
    ],
)
def test_what_is_no_report_is_refused_in_a_sentence(tmp_path: Path, raw: bytes, what: str) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(raw)
    with pytest.raises(InputError) as caught:
        read_document(path)
    assert (caught.value.what, caught.value.where) == (what, str(path))
    assert caught.value.todo


def test_a_stray_nul_is_text(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes((REPORT * 3 + "\x00").encode())
    assert read_document(path).text.endswith("\x00")


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "LARGEST", 10)
    path = tmp_path / "x.txt"
    path.write_text(REPORT)
    with pytest.raises(InputError, match="more than the 0 MB allowed; split it"):
        read_document(path)


def test_missing_file_and_folder_in_place_of_a_file(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere.txt", tmp_path):
        with pytest.raises(InputError, match="cannot be read"):
            read_document(path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_no_permission(folder: Path) -> None:
    (folder / "b.txt").chmod(0)
    with pytest.raises(InputError, match="check path and permissions"):
        read_document(folder / "b.txt")
