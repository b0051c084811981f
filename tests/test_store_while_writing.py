"""A dashboard that opens the table while a build publishes sees the old or the new, never both."""

import signal
import subprocess
import sys
from pathlib import Path

from compare.store import open_store
from extract.publish import publish

ROOT = Path(__file__).parents[1]
OPENINGS = 25
COLUMNS = {
    "metrics": "fact,doc,start,end,text,quote,place,adcode,metric,value,high,unit,period,since,"
    "basis,qualifier,grade,note,rule",
    "documents": "doc,title,publisher,place,adcode,place_source,date,date_source,encoding,script,sha256,"
    "characters,numbers,kept,left,damaged,status,note",
    "events": "event,doc,start,end,quote,place,adcode,date,end_date,kind,title",
    "leftovers": "doc,start,end,text,quote,reason,label",
}
WRITER = """
import sys, time
from itertools import cycle
from pathlib import Path
from tests.test_store_while_writing import table
from extract.publish import publish
for mark in cycle("ab"):
    publish(Path(sys.argv[1]), table(mark), {})
    print(mark, flush=True)
    time.sleep(0.08)
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
    numbers = {"start", "end", "value", "characters", "numbers", "kept", "left", "damaged"}
    return "1" if column in numbers else ""


def test_old_or_new(tmp_path: Path) -> None:
    versions = {publish(tmp_path / mark, table(mark), {}): mark for mark in "ab"}
    folder = tmp_path / "data"
    publish(folder, table("a"), {})
    command = [sys.executable, "-c", WRITER, str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        seen = []
        for _ in range(OPENINGS):
            store = open_store(folder)
            docs = {row.doc for row in store.rows()} | {document.doc for document in store.documents()}
            assert docs == {versions[store.version]}
            seen.append(store.version)
        writer.send_signal(signal.SIGKILL)
    assert len(set(seen)) == 2
