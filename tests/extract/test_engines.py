"""Whoever reads, the table has the same bytes; a report that kills its reader is named, and the others are read."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from extract.build import Built, Order, carry_out
from extract.engines import dask, job, pool
from extract.engines.choose import How, choose
from extract.engines.job import FailedError, Job, Part, Task, cut
from extract.engines.plan import key_of
from extract.errors import InputError, PublishError
from extract.output.manifest import files_of, read_manifest
from extract.output.publish import writing
from tests.extract.reports import ROOT, open_reader
from tools.big_corpus import make_corpus

KILLS = int(os.environ.get("XIANBI_KILLS", "10"))
NAMES = [f"r{n}" for n in range(8)]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty short reports."""
    folder = tmp_path_factory.mktemp("corpus") / "reports"
    make_corpus(folder, 60, 120)
    return folder


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(job, "MEAN", 8)


def build(corpus: Path, out: Path, how: How) -> Built:
    return carry_out(Order([corpus], None, out, how), lambda *_: None)


def files(folder: Path) -> dict[str, bytes]:
    """The published files, and the manifest."""
    names = [*files_of(read_manifest(folder)), "manifest.json"]
    assert len(names) > 7
    return {name: (folder / name).read_bytes() for name in names}


@pytest.mark.usefixtures("small_chunks")
@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_any_engine_and_number_of_workers_gives_the_same_bytes(
    corpus: Path, tmp_path: Path, form: str
) -> None:
    expected = build(corpus, tmp_path / "serial", How("serial", format=form))
    whole = files(tmp_path / "serial")
    assert len(list((tmp_path / "serial" / ".chunks").iterdir())) > 3
    workers = {"csv": 2, "parquet": 3}[form]
    assert build(corpus, tmp_path / "pool", How("pool", workers, format=form)).version == expected.version
    assert files(tmp_path / "pool") == whole


@pytest.mark.parametrize("mean", [3, 10**6])
def test_the_size_of_the_chunks_does_not_show_in_csv(
    corpus: Path, tmp_path: Path, mean: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(corpus, tmp_path / "one", How(format="csv"))
    monkeypatch.setattr(job, "MEAN", mean)
    build(corpus, tmp_path / "two", How(format="csv"))
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_one_more_document_moves_one_border(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(job, "MEAN", 4)
    tasks = [Task(Path(f"{n:03}.txt")) for n in range(0, 200, 2)]
    before = dict(cut(tasks))
    after = dict(cut(sorted([*tasks, Task(Path("101.txt"))], key=lambda task: task.doc)))
    assert sum(before.get(name) != chunk for name, chunk in after.items()) in (1, 2)
    assert sorted(task.doc for chunk in before.values() for task in chunk) == [task.doc for task in tasks]


def test_large_documents_stand_alone() -> None:
    chunks = list(cut([Task(Path("a.txt"), size=job.LARGEST), Task(Path("b.txt"), size=job.LARGEST)]))
    assert [len(tasks) for _, tasks in chunks] == [1, 1]


@pytest.mark.parametrize(
    ("how", "size", "module"),
    [
        (How("auto", 2), 100, "serial"),
        (How("auto", 2), 10**8, "pool"),
        (How("auto", 1), 10**8, "serial"),
        (How("serial", 2), 10**8, "serial"),
        (How("dask", 2), 100, "dask"),
    ],
)
def test_small_inputs_stay_in_one_process(how: How, size: int, module: str) -> None:
    chosen = choose(how, size, open_reader())
    assert isinstance(chosen, partial)
    assert chosen.func.__module__ == f"extract.engines.{module}"


@pytest.mark.usefixtures("small_chunks")
def test_only_what_changed_is_read_again(corpus: Path, tmp_path: Path) -> None:
    copy = tmp_path / "reports"
    make_corpus(copy, 60, 120)
    out, how = tmp_path / "out", How(format="csv")
    assert build(copy, out, how).read == 60
    assert build(copy, out, how).read == 0
    (copy / "r000" / "r000_010.txt").write_text("2018年,旌德县脱贫120户356人。", encoding="utf-8")
    (copy / "r000" / "r000_011.txt").unlink()
    (copy / "r000" / "r000_0105.txt").write_text("2019年,全县脱贫12户。", encoding="utf-8")
    listed = (copy / "documents.csv").read_text(encoding="utf-8").splitlines()
    listed[13] = "r000_012,341825,2017"
    (copy / "documents.csv").write_text("\n".join(listed), encoding="utf-8")
    built = build(copy, out, how)
    assert built.read == 3
    assert built.since is not None
    assert build(copy, tmp_path / "fresh", how).read == 60
    fresh, again = files(tmp_path / "fresh"), files(out)
    assert again == fresh


@pytest.mark.usefixtures("small_chunks")
def test_a_chunk_that_somebody_changed_is_read_again(corpus: Path, tmp_path: Path) -> None:
    out, how = tmp_path / "out", How(format="parquet")
    build(corpus, out, how)
    whole = files(out)
    torn = min((out / ".chunks").glob("*/metrics.parquet"))
    torn.unlink()
    torn.write_bytes(b"torn")
    assert 0 < build(corpus, out, how).read < 60
    assert files(out) == whole


def test_the_key_is_of_content_list_and_corrections(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("脱贫3户")
    key = key_of(Task(path))
    assert key == key_of(Task(path, size=9))
    path.write_text("脱贫4户")
    assert key_of(Task(path)) != key
    assert key_of(Task(tmp_path / "none.txt")) == ""


# ---- workers that die


def deadly(work: Job) -> Part:
    """Reads a job of invented reports; the ones named so end their reader."""
    for task in work.tasks:
        if task.doc == "r3":
            os.kill(os.getpid(), signal.SIGKILL)
        if task.doc == "r6" and not task.path.exists():
            task.path.touch()  # only the first time
            os.kill(os.getpid(), signal.SIGKILL)
    return Part(tuple(task.doc for task in work.tasks), {}, ())


def jobs(folder: Path) -> Iterator[Job]:
    for n in range(0, len(NAMES), 4):
        yield Job(f"{n}", tuple(Task(folder / name) for name in NAMES[n : n + 4]), {})


def test_a_report_that_kills_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    found = [part for _, part in pool.run(jobs(tmp_path), deadly, 2)]
    assert sorted(doc for part in found for doc in part.docs) == sorted(set(NAMES) - {"r3"})
    faults = [fault for part in found for fault in part.faults]
    assert sorted(Path(fault.where).name for fault in faults) == ["r3"]
    assert all(isinstance(fault, FailedError) for fault in faults)
    assert "ends the program that reads it (the reading process died 3 times)" in str(faults[0])


def test_a_fault_of_the_program_is_told_of_its_report(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = job.read_report

    def fails(source: object, *others: object) -> object:
        if getattr(source, "doc", "") == "r000_004":
            raise ZeroDivisionError("nought")
        return read(source, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(job, "read_report", fails)
    built = build(corpus, tmp_path / "out", How())
    (fault,) = built.faults
    assert "r000_004.txt: makes the program fail (ZeroDivisionError: nought)" in str(fault)
    manifest = read_manifest(tmp_path / "out") or {}
    account = manifest["account"]
    assert isinstance(account, dict)
    assert account["ok"] + account["partial"] == 59
    assert (account["files"], account["refused"], account["failed"]) == (60, 0, 1)
    assert "r000_004.txt,failed," in (tmp_path / "out" / "refused.csv").read_text(encoding="utf-8")


# ---- a build that is killed goes on

BUILD = """
import sys
from extract.engines import job
job.MEAN = 4
from extract.__main__ import main
if __name__ == "__main__":
    sys.exit(main(["build", sys.argv[1], "--out", sys.argv[2], "--engine", sys.argv[3], "--workers", "2",
                   "--format", "parquet"]))
"""


@pytest.fixture(scope="module")
def whole(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The table of a build that nobody disturbed."""
    out = tmp_path_factory.mktemp("whole") / "out"
    _start(corpus, out, "serial").communicate()
    return files(out)


def _start(corpus: Path, out: Path, engine: str) -> "subprocess.Popen[str]":
    script = out.parent / "build_it.py"
    script.write_text(BUILD, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(script), str(corpus), str(out), engine]
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def test_killed_again_and_again_the_table_is_that_of_one_build(
    corpus: Path, whole: dict[str, bytes], tmp_path: Path
) -> None:
    kept = set[int]()
    for attempt in range(KILLS):
        out = tmp_path / str(attempt // 5) / "out"
        out.parent.mkdir(exist_ok=True)
        with _start(corpus, out, "pool" if attempt % 5 == 4 else "serial") as started:
            _wait_for(out, attempt, started)
            started.send_signal(signal.SIGKILL)
        kept.add(len(_chunks(out)))
        if attempt % 5 == 4 or attempt == KILLS - 1:
            _start(corpus, out, "serial").communicate()
            assert files(out) == whole
    assert len(kept) > 2  # the kills came at different moments


def _wait_for(out: Path, attempt: int, started: "subprocess.Popen[str]") -> None:
    """Until so many more chunks are there, and a moment longer; every fifth time until a set is being written."""
    more = len(_chunks(out)) + 1 + attempt % 3
    while started.poll() is None:
        writing_set = (out / ".sets" / "new.part").exists()
        if writing_set or (attempt % 5 != 3 and len(_chunks(out)) >= more):
            break
        time.sleep(0.002)
    time.sleep(0.003 * (attempt % 10))


def _chunks(out: Path) -> list[Path]:
    return list((out / ".chunks").glob("*-*")) if out.exists() else []


def test_a_second_build_is_refused_while_one_is_at_work(corpus: Path, tmp_path: Path) -> None:
    with (
        writing(tmp_path / "out"),
        pytest.raises(PublishError, match="another build is writing here at this moment; wait until"),
    ):
        build(corpus, tmp_path / "out", How())


# ---- many machines


def test_a_cluster_gives_the_same_bytes(corpus: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    """A real scheduler with two worker processes, which are sent the contents of the files."""
    started = _start(corpus, tmp_path / "out", "dask")
    told = started.communicate(timeout=120)
    assert started.returncode == 0, told
    assert files(tmp_path / "out") == whole


def test_without_a_scheduler_there_is_a_sentence(corpus: Path, tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    command = [sys.executable, "-m", "extract", "build", str(corpus), "--out", str(tmp_path / "out")]
    command += ["--engine", "dask", "--scheduler", "tcp://127.0.0.1:9"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == 2
    assert "error tcp://127.0.0.1:9: there is no Dask scheduler here; start it with" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert not (tmp_path / "out").exists()


def test_without_dask_there_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(Exception, match="Dask is not installed; install it: pip install"):
        list(dask.run([], deadly, 1, ""))


def test_a_lost_cluster_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(*_: object) -> object:
        raise ConnectionResetError("closed")

    monkeypatch.setattr(dask, "_library", lambda: None)
    monkeypatch.setattr(dask, "_client", lost)
    with pytest.raises(InputError, match=r"connection to the cluster was lost \(closed\); start again"):
        list(dask.run([], deadly, 1, "tcp://far:8786"))
