"""A dashboard that opens the table while a build publishes sees the old or the new, never both."""

import subprocess
import sys
from itertools import cycle
from pathlib import Path
from subprocess import PIPE

from compare.store import open_store
from extract.output.publish import publish

ROOT = Path(__file__).parents[1]
OPENINGS = 25
COLUMNS = {
    "metrics": "fact,doc,start,end,text,quote,place,adcode,metric,value,high,unit,period,since,"
    "basis,qualifier,grade,note,rule,quote_start",
    "documents": "doc,title,publisher,place,adcode,place_source,date,date_source,encoding,script,sha256,"
    "characters,numbers,kept,left,damaged,status,note",
    "events": "event,doc,start,end,quote,place,adcode,date,end_date,kind,title",
    "leftovers": "doc,start,end,text,quote,reason,label",
}
WRITER = """
import sys
from pathlib import Path
from tests.test_store_while_writing import table
from extract.output.publish import publish
for order in sys.stdin:
    publish(Path(sys.argv[1]), table(order.strip()), {})
    print("done", flush=True)
"""


def table(mark: str) -> dict[str, bytes]:
    """A table in which every cell that can says which set it is of."""
    return {
        f"{name}.csv": (
            columns + "\n" + ",".join(_cell(column, mark) for column in columns.split(",")) + "\n"
        ).encode()
        for name, columns in COLUMNS.items()
    }


def _cell(column: str, mark: str) -> str:
    if column in {"doc", "fact"}:
        return mark
    numbers = {"start", "end", "quote_start", "value", "characters", "numbers", "kept", "left", "damaged"}
    return "1" if column in numbers else ""


def test_old_or_new(tmp_path: Path) -> None:
    versions = {publish(tmp_path / mark, table(mark), {}): mark for mark in "ab"}
    folder = tmp_path / "data"
    publish(folder, table("a"), {})
    command = [sys.executable, "-c", WRITER, str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdin=PIPE, stdout=PIPE, text=True) as writer:
        assert writer.stdin
        assert writer.stdout
        seen = []
        for _, mark in zip(range(OPENINGS), cycle("ba"), strict=False):
            print(mark, file=writer.stdin, flush=True)  # published while the table is opened below
            store = open_store(folder)
            docs = {row.doc for row in store.rows()} | {document.doc for document in store.documents()}
            assert docs == {versions[store.version]}
            seen.append(store.version)
            writer.stdout.readline()
        writer.stdin.close()
    assert len(set(seen)) == 2
