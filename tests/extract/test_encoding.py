"""Each encoding is told from the others, also when the file is damaged or short."""

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from extract.reading.encoding import decode

KINDS = (
    ("utf-8", b""),
    ("utf-8", codecs.BOM_UTF8),
    ("gb18030", b""),
    ("utf-16-le", codecs.BOM_UTF16_LE),
    ("cp950", b""),
)

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
SHORT = "全县累计脱贫7247户16386人，贫困发生率降到0.7%。"


def _traditional(text: str) -> str:
    return str(OpenCC("s2t").convert(text))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_a_report_comes_back_from_every_encoding(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for encoding in ("utf-8", "gb18030"):
        found = decode(text.encode(encoding))
        assert found is not None
        assert (found.text, found.encoding, found.note) == (text, encoding, "")
    big5 = _traditional(text).encode("cp950", errors="ignore")
    found = decode(big5)
    assert found is not None
    assert (found.text, found.encoding, found.note) == (big5.decode("cp950"), "cp950", "")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_no_part_of_the_text(encoding: str) -> None:
    found = decode(SHORT.encode(encoding))
    assert found is not None
    assert found.text == SHORT


def test_one_sentence_is_enough() -> None:
    for encoding, text in (
        ("gb18030", SHORT),
        ("gb18030", _traditional(SHORT)),
        ("cp950", _traditional(SHORT)),
    ):
        found = decode(text.encode(encoding))
        assert found is not None
        assert (found.text, found.encoding) == (text, encoding)


def test_damage_is_kept_visible_and_told() -> None:
    for encoding in ("utf-8", "gb18030"):
        raw = (SHORT * 40).encode(encoding)
        cut = decode(raw[:-1])
        assert cut is not None
        assert cut.encoding == encoding
        assert cut.text.endswith("\ufffd")
        assert cut.note == "1 character could not be read"
    split = decode(b"\xff".join(((SHORT * 40).encode(), (SHORT * 40).encode())))
    assert split is not None
    assert split.text == SHORT * 40 + "\ufffd" + SHORT * 40


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("日本語の文章を書いています。東京都の人口", "shift_jis"),
        ("この町では、若い人たちが都会へ出てしまい、畑を耕すのはお年寄りばかりになりました。", "euc_jp"),
        ("한국어 문장을 쓰고 있습니다 사람", "euc_kr"),
        ("été naïve façade à Paris", "latin-1"),
        ("Бедность в уезде", "cp1251"),
    ],
)
def test_other_languages_are_not_taken_for_chinese(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) is None


@given(st.binary(max_size=200))
def test_no_bytes_raise_and_nothing_is_invented(raw: bytes) -> None:
    found = decode(raw)
    assert found is None or found.note or raw.endswith(found.text.encode(found.encoding))


def test_a_file_of_two_encodings_is_in_doubt() -> None:
    decoded = decode(SHORT.encode("gb18030") * 3 + _traditional(SHORT).encode("cp950") * 3)
    assert decoded
    assert "could not be read" in decoded.note


def test_a_thousand_short_reports_in_five_encodings_are_read_rightly() -> None:
    lines = [line for path in SEEDS for line in path.read_text(encoding="utf-8").split("。")]
    sentences = [line for line in lines if len(line) > 8]
    traditional = OpenCC("s2t")
    wrong = []
    for number in range(1000):
        text = "。".join(sentences[(number * 7 + step * 13) % len(sentences)] for step in range(3))
        encoding, mark = KINDS[number % len(KINDS)]
        if encoding == "cp950":
            text = traditional.convert(text).encode("cp950", errors="ignore").decode("cp950")
        decoded = decode(mark + text.encode(encoding))
        if decoded is None or (decoded.text, decoded.note) != (text, ""):
            wrong.append((encoding, text, decoded))
    assert wrong == []


def test_bytes_that_are_chinese_in_two_encodings_are_in_doubt() -> None:
    decoded = decode("程计程计".encode("gb18030"))  # in Big5: 最數最數
    assert decoded
    assert decoded.note == "read as gb18030, could be cp950"
