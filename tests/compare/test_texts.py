"""Texts are read one at a time, by the offsets of the rows, and a table without them opens all the same."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from compare.store import StoreError, open_store
from compare.texts import FILE, open_texts

TOLD = {f"d{n:04}": f"第{n}份报告:脱贫{n}户。" for n in range(200)}


def write_texts(folder: Path, told: dict[str, str], group: int) -> None:
    docs = sorted(told)
    table = pa.table({"doc": docs, "text": [told[doc] for doc in docs]})
    pq.write_table(table, folder / FILE, row_group_size=group)


def test_every_text_is_found_and_no_other(tmp_path: Path) -> None:
    write_texts(tmp_path, TOLD, 7)
    texts = open_texts(tmp_path)
    assert texts.there
    assert {doc: texts.of(doc) for doc in TOLD} == TOLD
    assert [texts.of(doc) for doc in ("", "d", "d0003x", "d9999")] == [None] * 4


def test_many_may_ask_at_once_also_after_the_file_is_gone(tmp_path: Path) -> None:
    write_texts(tmp_path, TOLD, 3)
    texts = open_texts(tmp_path)
    (tmp_path / FILE).unlink()
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(texts.of, TOLD)) == list(TOLD.values())


def test_a_table_without_texts_has_none(tmp_path: Path) -> None:
    texts = open_texts(tmp_path)
    assert (texts.there, texts.of("d0001")) == (False, None)


def test_the_offsets_of_the_published_rows_point_into_the_texts(built_table: Path) -> None:
    store = open_store(built_table)
    rows = store.rows()
    assert rows
    for row in rows:
        text = store.text(row.doc) or ""
        assert text[row.start : row.end] == row.text
        assert text[row.quote_start :].startswith(row.quote)


@pytest.mark.parametrize("content", [b"", b"PAR1 nothing", b"a,b\n"])
def test_a_broken_file_is_a_sentence(built_table: Path, tmp_path: Path, content: bytes) -> None:
    for path in built_table.iterdir():
        if path.is_file() and not path.name.startswith("."):
            (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(StoreError, match="cannot be read"):
        open_store(tmp_path)
