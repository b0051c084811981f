"""Records to files: columns in their order, bytes that do not depend on anything but the records."""

import csv
import io

import pyarrow.parquet as pq

from extract.output.table import DOCUMENTS, EVENTS, FINDINGS, GROUP, LEFTOVERS, METRICS, TEXTS, to_files
from extract.report import Report

COLUMNS = {
    "metrics.csv": METRICS,
    "leftovers.csv": LEFTOVERS,
    "events.csv": EVENTS,
    "findings.csv": FINDINGS,
    "documents.csv": DOCUMENTS,
}


def report(doc: str, quote: str = "脱贫3户。") -> Report:
    row = dict.fromkeys(METRICS, "") | {"doc": doc, "start": 2, "end": 4, "quote": quote, "value": "0.70"}
    about = dict.fromkeys(DOCUMENTS, "") | {"doc": doc, "adcode": "010203"}
    return Report(metrics=(row,), leftovers=(), events=(), findings=(), document=about, text=quote)


def back(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))


def test_every_file_has_its_columns_even_when_empty() -> None:
    files = to_files([])
    texts = pq.ParquetFile(io.BytesIO(files.pop("texts.parquet")))
    assert [len(lines) for lines in [back(files.pop("corrections.csv"))]] == [1]
    assert {name: back(content) for name, content in files.items()} == {
        name: [list(columns)] for name, columns in COLUMNS.items()
    }
    assert texts.schema_arrow.names == list(TEXTS)
    assert texts.metadata.num_rows == 0


def test_documents_stand_in_order_of_their_ids() -> None:
    files = to_files([report("b"), report("a"), report("10")])
    assert [row[0] for row in back(files["documents.csv"])[1:]] == ["10", "a", "b"]
    assert [row[1] for row in back(files["metrics.csv"])[1:]] == ["10", "a", "b"]


def test_cells_are_kept_to_the_letter() -> None:
    """Nothing becomes a float, a date or a gap: codes keep their zeros, NA is a text."""
    awkward = ' "引号",逗号\n换行\r\n\t=1+1 NA 007 '
    row = back(to_files([report("NA", awkward)])["metrics.csv"])[1]
    cells = dict(zip(METRICS, row, strict=True))
    assert (cells["quote"], cells["value"], cells["start"], cells["doc"]) == (awkward, "0.70", "2", "NA")
    assert back(to_files([report("x")])["documents.csv"])[1][DOCUMENTS.index("adcode")] == "010203"


def test_texts_stand_in_groups_of_which_one_is_read_for_one_text() -> None:
    long, short = "长" * (GROUP + 1), " 短\r\n\x00=1 "
    told = {"b": short, "a": short, "c": long, "d": short, "NA": "长" * (GROUP // 2)}
    content = to_files([report(doc, text) for doc, text in told.items()])["texts.parquet"]
    file = pq.ParquetFile(io.BytesIO(content))
    groups = [file.read_row_group(at).to_pydict() for at in range(file.num_row_groups)]
    assert [group["doc"] for group in groups] == [["NA", "a", "b"], ["c"], ["d"]]
    assert {doc: text for group in groups for doc, text in zip(*group.values(), strict=True)} == told
    first = file.metadata.row_group(0).column(0).statistics
    assert (first.min, first.max) == ("NA", "b")
