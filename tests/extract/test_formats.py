"""Word files, PDFs and web pages become the text that a person reads in them; what cannot be read is said."""

from pathlib import Path

import docx
import pytest

from extract.reading.read import Source, read_document
from extract.reading.refusal import Refusal, RefusedError
from tests.extract.office import HEADING, SENTENCE, bare_word_file, saved, word_file, zipped

FORMATS = Path(__file__).with_name("formats")
DOCTYPE = '<!DOCTYPE w [<!ENTITY x "7247">]>'


def read(path: Path, raw: bytes) -> Source:
    path.write_bytes(raw)
    return read_document(path)


def refusal(path: Path, raw: bytes) -> Refusal:
    with pytest.raises(RefusedError) as caught:
        read(path, raw)
    assert caught.value.where == str(path)
    assert caught.value.todo
    return caught.value.refusal


def test_a_word_file_is_its_paragraphs_and_the_rows_of_its_table(tmp_path: Path) -> None:
    source = read(tmp_path / "旌德县.docx", word_file())
    assert source.text.splitlines() == [
        HEADING,
        SENTENCE,
        "年份\t出列村（个）\t脱贫人数（人）",
        "2016\t9\t12830",
        "2017\t12\t18416",
    ]
    assert (source.doc, source.encoding, source.note) == ("旌德县", "docx", "")


def test_a_table_of_prose_is_paragraphs_and_an_empty_cell_keeps_its_column(tmp_path: Path) -> None:
    long = "全县累计脱贫2510户5639人，" * 4
    table = (("一、成效", long), ("二", ""))
    lines = read(tmp_path / "x.docx", word_file((), table)).text.splitlines()
    assert lines[1:] == ["一、成效", long, "二\t-"]


def test_what_was_deleted_in_a_word_file_is_not_read_and_breaks_are_line_ends(tmp_path: Path) -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    body = (
        f"<w:p>{run.format('脱贫')}<w:del>{run.format('99户')}</w:del><w:ins>{run.format('2510户。')}</w:ins>"
    )
    body += "<w:r><w:br/><w:t>完。</w:t></w:r></w:p><w:p><w:r><w:instrText>PAGE 3</w:instrText></w:r></w:p>"
    assert read(tmp_path / "x.docx", bare_word_file(body)).text == "脱贫2510户。\n完。\n"


def test_spans_of_columns_are_counted(tmp_path: Path) -> None:
    document = docx.Document()
    grid = document.add_table(rows=2, cols=3)
    grid.rows[0].cells[0].merge(grid.rows[0].cells[1]).text = "合计"
    grid.rows[0].cells[2].text = "7"
    for cell, text in zip(grid.rows[1].cells, "123", strict=True):
        cell.text = text
    assert read(tmp_path / "x.docx", saved(document)).text == "合计\t-\t7\n1\t2\t3\n"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (bare_word_file("<w:p><w:r><w:t>7247户</w:t></w:r></w:p>", DOCTYPE), Refusal.DOCTYPE),
        (bare_word_file("<w:p><w:r><w:t>7247户"), Refusal.DAMAGED),
        (bare_word_file(""), Refusal.WORDLESS),
        (word_file()[:9000], Refusal.DAMAGED),
        (b"PK\x03\x04 and so on", Refusal.DAMAGED),
        (zipped({"xl/workbook.xml": b"<x/>"}), Refusal.WRONG_TYPE),
        (b"%PDF-1.7 ...", Refusal.WRONG_TYPE),
        ("累计脱贫7247户。".encode(), Refusal.WRONG_TYPE),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), Refusal.PASSWORD),
        (b"\xd0\xcf\x11\xe0 and so on", Refusal.WRONG_TYPE),
        (b"", Refusal.EMPTY),
    ],
)
def test_what_is_no_readable_word_file(tmp_path: Path, raw: bytes, expected: Refusal) -> None:
    assert refusal(tmp_path / "x.docx", raw) is expected


def test_the_lines_of_a_pdf_are_joined_to_paragraphs(tmp_path: Path) -> None:
    source = read_document(FORMATS / "office.pdf")
    lines = ["".join(line.split(" ")) for line in source.text.splitlines()]
    assert lines[1] == "一、基本情况"
    assert "旌德县累计脱贫2496户5610人，贫困发生率由2014年的4.5%下降到0.03%，" in lines[2]
    assert lines[2].endswith("30万元以上。")
    assert "受益群众超过1.2万人。" in lines[4]
    assert lines[-3:] == ["年份出列村（个）脱贫人数（人）", "201691283", "201751841"]
    assert source.text.splitlines()[-1] == "2017 5 1841"


@pytest.mark.parametrize(("name", "expected"), [("scan", Refusal.SCAN), ("locked", Refusal.PASSWORD)])
def test_a_scan_and_a_locked_pdf(name: str, expected: Refusal) -> None:
    with pytest.raises(RefusedError) as caught:
        read_document(FORMATS / f"{name}.pdf")
    assert caught.value.refusal is expected


def test_a_pdf_that_is_cut_short_is_damaged_or_gives_text_never_an_end(tmp_path: Path) -> None:
    whole = (FORMATS / "office.pdf").read_bytes()
    assert refusal(tmp_path / "x.pdf", whole[:200]) is Refusal.DAMAGED
    assert refusal(tmp_path / "y.pdf", word_file()) is Refusal.WRONG_TYPE


def test_a_web_page_is_its_blocks_and_the_rows_of_its_tables(tmp_path: Path) -> None:
    page = """<html><head><meta charset=gb2312><title>题</title><style>p{}</style></head><body>
    <div>首页<script>var n = 99;</script></div><h1>肥西县总结</h1><p>累计脱贫<b>7247</b>户
      16386人。<br>贫困发生率&#48;.7%。<!-- 99 --><table><tr><th>年份<th>出列村<tr><td>2016<td>9</table>
    <pre>一行
二行</pre>尾"""
    source = read(tmp_path / "x.html", page.encode("gb18030"))
    assert source.text.splitlines() == [
        "首页", "肥西县总结", "累计脱贫7247户16386人。", "贫困发生率0.7%。", "年份\t出列村", "2016\t9",
        "一行", "二行", "尾",
    ]  # fmt: skip
    assert source.encoding == "gb18030"


def test_what_is_no_readable_web_page(tmp_path: Path) -> None:
    assert refusal(tmp_path / "x.html", b"<script>7247</script>") is Refusal.WORDLESS
    assert refusal(tmp_path / "x.html", "<p>한국어 문장을 쓰고".encode("euc_kr")) is Refusal.ENCODING
    assert refusal(tmp_path / "x.html", "<script>累计脱贫的人</script>".encode()) is Refusal.WORDLESS
    assert refusal(tmp_path / "x.htm", b"%PDF-1.7") is Refusal.WRONG_TYPE


def test_a_report_keeps_its_id_in_another_encoding(tmp_path: Path) -> None:
    one = read(tmp_path / "x.txt", SENTENCE.encode())
    other = read(tmp_path / "y.txt", SENTENCE.encode("gb18030"))
    assert one.sha256 == other.sha256 != read(tmp_path / "z.txt", SENTENCE[1:].encode()).sha256


def test_an_error_goes_to_another_process_and_back() -> None:
    import pickle

    refused = pickle.loads(pickle.dumps(RefusedError(Refusal.SCAN, "x.pdf", {"pages": "3"})))
    assert (refused.refusal, refused.where, refused.values) == (Refusal.SCAN, "x.pdf", {"pages": "3"})
    assert "3 pages" in str(refused)
