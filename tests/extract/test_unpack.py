"""Archives: names made harmless, limits held, a bad member named, and the others read."""

from pathlib import Path

import pytest

from extract.reading import archive
from extract.reading.refusal import Refusal, RefusedError
from extract.reading.unpack import Unpacked, unpacked
from tests.extract.office import SENTENCE, word_file, zipped

TEXT = SENTENCE.encode()
MEGABYTE = 2**20


def inside(opened: Unpacked) -> list[str]:
    """The files that were unpacked, below their folder."""
    return sorted(
        path.relative_to(folder).as_posix()
        for folder in opened.inputs
        for path in folder.rglob("*")
        if path.is_file()
    )


def names_in(path: Path, raw: bytes) -> list[str]:
    path.write_bytes(raw)
    with unpacked([path]) as opened:
        assert opened.faults == ()
        return inside(opened)


def refusals_of(path: Path, raw: bytes) -> list[tuple[str, Refusal]]:
    path.write_bytes(raw)
    with unpacked([path]) as opened:
        told = [fault for fault in opened.faults if isinstance(fault, RefusedError)]
        return [(fault.where.removeprefix(str(path)), fault.refusal) for fault in told]


@pytest.mark.parametrize("encoding", ["gbk", "utf-8", ""])
def test_names_in_the_encodings_that_people_use(tmp_path: Path, encoding: str) -> None:
    raw = zipped({"报告/肥西县.txt": TEXT, "说明/旌德县.docx": word_file()}, encoding)
    assert names_in(tmp_path / "x.zip", raw) == ["报告/肥西县.txt", "说明/旌德县.docx"]


def test_one_folder_around_all_is_left_out(tmp_path: Path) -> None:
    raw = zipped({"报告/documents.csv": b"doc,place,date\n", "报告/甲/一.txt": TEXT})
    assert names_in(tmp_path / "x.zip", raw) == ["documents.csv", "甲/一.txt"]


@pytest.mark.parametrize(
    ("name", "harmless"),
    [
        ("../../../etc/x.txt", "etc/x.txt"),
        ("/etc/x.txt", "etc/x.txt"),
        ("C:\\Windows\\x.txt", "Windows/x.txt"),
        ("a/../../x.txt", "a/x.txt"),
        ("a/nul.txt", "a/_nul.txt"),
        ("a/COM1.txt", "a/_COM1.txt"),
        ("a/\u202etxt.exe.txt", "a/txt.exe.txt"),
        ("a/x\x01y<z>.txt", "a/xyz.txt"),
        (f"a/{'长' * 300}.txt", f"a/{'长' * 56}.txt"),
    ],
)
def test_no_name_leads_out_of_its_folder(tmp_path: Path, name: str, harmless: str) -> None:
    assert names_in(tmp_path / "x.zip", zipped({name: TEXT, "y.txt": TEXT})) == sorted([harmless, "y.txt"])


def test_what_is_no_report_is_passed_over(tmp_path: Path) -> None:
    raw = zipped({"x.txt": TEXT, "__MACOSX/._x.txt": b"1", ".x.txt": b"1", "x.exe": b"1", "a/.b/x.txt": b"1"})
    assert names_in(tmp_path / "x.zip", raw) == ["x.txt"]


def test_archives_in_archives_two_deep(tmp_path: Path) -> None:
    third = zipped({"三.txt": TEXT, "四.zip": zipped({"五.txt": TEXT})})
    raw = zipped({"一.txt": TEXT, "二.zip": zipped({"二.txt": TEXT, "三.zip": third})})
    (tmp_path / "x.zip").write_bytes(raw)
    with unpacked([tmp_path / "x.zip"]) as opened:
        assert inside(opened) == ["一.txt", "二.zip/三.zip/三.txt", "二.zip/二.txt"]
        assert [fault.refusal for fault in opened.faults if isinstance(fault, RefusedError)] == [Refusal.DEEP]


def test_an_archive_in_a_folder_is_opened(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "x.zip").write_bytes(zipped({"一.txt": TEXT}))
    with unpacked([tmp_path / "in"]) as opened:
        assert [path.name for path in opened.inputs[1].rglob("*.txt")] == ["一.txt"]
        room = opened.inputs[1]
    assert not room.exists()


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"x.txt": b"0" * (8 * MEGABYTE)}, [("/x.txt", Refusal.SWOLLEN)]),
        ({f"{n}.txt": b"" for n in range(5001)}, [("", Refusal.MANY)]),
        ({"x.zip": b"PK\x03\x04 and so on"}, [("/x.zip", Refusal.DAMAGED)]),
        ({"x.zip": zipped({"y.zip": zipped({"z.txt": b"0" * (8 * MEGABYTE)})})}, [("/x.zip/y.zip/z.txt", Refusal.SWOLLEN)]),
    ],
    ids=["swollen", "many", "damaged inside", "swollen two deep"],
)  # fmt: skip
def test_an_archive_that_is_too_much(
    tmp_path: Path, files: dict[str, bytes], expected: list[tuple[str, Refusal]]
) -> None:
    assert refusals_of(tmp_path / "x.zip", zipped(files)) == expected


def test_the_others_of_a_bad_archive_are_kept(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(zipped({"好.txt": TEXT, "坏.txt": b"0" * (8 * MEGABYTE)}))
    with unpacked([tmp_path / "x.zip"]) as opened:
        assert inside(opened) == ["好.txt"]
        assert len(opened.faults) == 1


def test_a_damaged_archive_and_one_without_reports(tmp_path: Path) -> None:
    assert refusals_of(tmp_path / "x.zip", zipped({"x.txt": TEXT})[:40]) == [("", Refusal.DAMAGED)]
    (tmp_path / "y.zip").write_bytes(zipped({"x.exe": b"1"}))
    with unpacked([tmp_path / "y.zip"]) as opened:
        assert [fault.what for fault in opened.faults] == ["has no report in it"]


def test_no_more_is_unpacked_than_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "ALL", 1)
    noise = bytes(range(256)) * 2048  # half a megabyte
    with pytest.raises(RefusedError) as caught:
        list(archive.read_archive(zipped({f"{n}.txt": noise for n in range(9)}), frozenset({".txt"})))
    assert caught.value.refusal in (Refusal.BOMB, Refusal.SWOLLEN)
