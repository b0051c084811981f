"""The list of documents is read as people save it; a fault in it is one sentence with its line."""

from pathlib import Path

import pytest

from extract.errors import InputError
from extract.reading.documents import Known, find_known, read_documents

LIST = "doc,place,date,title,note\nfx,肥西县,2020-10,脱贫攻坚的实践与经验,own words\njd.txt,,,,\n,,,,\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_list_as_excel_and_editors_save_it(tmp_path: Path, encoding: str, newline: str) -> None:
    path = tmp_path / "documents.csv"
    path.write_bytes(LIST.replace("\n", newline).encode(encoding))
    assert read_documents(path) == {
        "fx": Known("fx", "肥西县", "2020-10", "脱贫攻坚的实践与经验", line=2),
        "jd": Known("jd", line=3),
    }


def test_names_of_columns_are_taken_kindly(tmp_path: Path) -> None:
    path = tmp_path / "documents.csv"
    path.write_text(' Doc ,DATE,Place\n"a,b",2020,肥西县\n', encoding="utf-8")
    assert read_documents(path)["a,b"].place == "肥西县"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (
            "doc,date\nfx,2020\n",
            "line 1: lacks the column place (it has doc, date); write them into the first line",
        ),
        ("", "line 1: lacks the columns doc, place, date (it has nothing); write them"),
        ("doc;place;date\nfx;;\n", "lacks the columns doc, place, date (it has doc;place;date)"),
        (
            "doc,place,date\nfx,,\nfx.txt,,\n",
            "line 3: names fx again (first in line 2); remove one of the two",
        ),
        ("doc,place,date\nfx,,2020-13\n", "line 2: '2020-13' is no date; write 2020, 2020-09 or 2020-09-30"),
        ("doc,place,date\nfx,,二〇二〇\n", "line 2: '二〇二〇' is no date"),
        ('doc,place,date\n"fx,,2020\n', "is no proper CSV (unexpected end of data); save it as CSV"),
    ],
)
def test_a_fault_is_one_sentence(tmp_path: Path, content: str, sentence: str) -> None:
    path = tmp_path / "documents.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_documents(path)
    assert sentence in str(caught.value)
    assert caught.value.where.startswith(str(path))


def test_no_list_and_no_text(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_documents(tmp_path / "nowhere.csv")
    workbook = tmp_path / "documents.xlsx"
    workbook.write_bytes(b"PK\x03\x04\x00\x00\xff\xfe")
    with pytest.raises(InputError, match="save it as CSV"):
        read_documents(workbook)


def test_a_list_in_the_folder_serves_unless_another_is_named(tmp_path: Path) -> None:
    (tmp_path / "documents.csv").write_text("doc,place,date\nfx,肥西县,2020\n", encoding="utf-8")
    other = tmp_path / "other.csv"
    other.write_text("doc,place,date\njd,旌德县,2020\n", encoding="utf-8")
    assert set(find_known([tmp_path, tmp_path / "nowhere"], None)) == {"fx"}
    assert set(find_known([tmp_path], other)) == {"jd"}
    assert find_known([], None) == {}
