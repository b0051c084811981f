"""Every row knows where its sentence begins, so that of a number told twice the right one is marked."""

from pathlib import Path

import pytest

from extract.claims.label import label
from extract.lexicon import load_lexicon
from extract.lexicon.gazetteer import load_gazetteer
from extract.pipeline import Reader, make_reader
from extract.reading.read import read_document
from extract.report import read_report

SEEDS = tuple(sorted((Path(__file__).parents[2] / "seeds").glob("*.txt")))


@pytest.fixture(scope="module")
def reader() -> Reader:
    return make_reader(load_lexicon(), load_gazetteer())


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_the_number_stands_where_the_row_says(path: Path, reader: Reader) -> None:
    source = read_document(path)
    rows = read_report(source, None, reader, label).metrics
    assert rows
    for row in rows:
        begin = int(row["quote_start"])
        assert source.text[begin:].startswith(str(row["quote"]))
        assert str(row["quote"])[int(row["start"]) - begin :].startswith(str(row["text"]))
