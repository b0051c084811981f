"""What is published is whole: old or new, at every step at which the writer may die."""

import errno
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from extract.errors import PublishError
from extract.output import disk
from extract.output import publish as publishing
from extract.output.manifest import files_of, read_manifest
from extract.output.publish import publish

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("XIANBI_KILLS", "10"))
OLD = {
    "metrics.csv": b"place,value\nold,1\n" * 50,
    "events.csv": b"old\n",
    "gone.csv": b"old only\n",
    "texts.parquet/00000.parquet": b"old part",
    "texts.parquet/00001.parquet": b"old part",
}
NEW = {
    "metrics.csv": b"place,value\nnew,2\n" * 90,
    "events.csv": b"new\n",
    "added.csv": b"new only\n",
    "texts.parquet/00000.parquet": b"new part",
    "added.parquet/00000.parquet": b"new only",
}


class Killed(BaseException):
    """Not an Exception: nothing in the program may catch it, as nothing catches a kill."""


def read_whole(folder: Path) -> dict[str, bytes]:
    """The files that the manifest lists, each of them what the manifest says; no others lie beside them."""
    listed = files_of(read_manifest(folder))
    found = {name: (folder / name).read_bytes() for name in listed}
    assert {name: sha256(content).hexdigest() for name, content in found.items()} == listed
    there = (*folder.glob("*.csv"), *folder.glob("*.parquet/*"))
    assert {path.relative_to(folder).as_posix() for path in there if path.exists()} == set(listed)
    return found


@pytest.fixture(params=["links", "no links"])
def any_disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "no links":
        _forbid_links(monkeypatch)


def _forbid_links(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "symlink", refuse)


@pytest.mark.usefixtures("any_disk")
def test_files_stand_at_their_plain_names(tmp_path: Path) -> None:
    folder = tmp_path / "made" / "data"
    first = publish(folder, OLD, {"documents": 5})
    assert read_whole(folder) == OLD
    second = publish(folder, NEW, {"documents": 6})
    assert read_whole(folder) == NEW
    manifest = json.loads((folder / "manifest.json").read_bytes())
    assert (manifest["data_version"], manifest["documents"]) == (second, 6)
    assert first != second


def test_other_files_in_the_folder_stay(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "mine.txt").symlink_to("nowhere")
    publish(tmp_path, OLD, {})
    publish(tmp_path, NEW, {})
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert (tmp_path / "mine.txt").is_symlink()


def test_plain_files_from_elsewhere_are_taken_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        _forbid_links(patch)
        publish(tmp_path, OLD, {})
    assert not (tmp_path / "metrics.csv").is_symlink()
    publish(tmp_path, NEW, {})
    assert (tmp_path / "metrics.csv").is_symlink()
    assert read_whole(tmp_path) == NEW


def test_a_reader_in_the_middle_keeps_its_set(tmp_path: Path) -> None:
    publish(tmp_path, OLD, {})
    being_read = (tmp_path / "manifest.json").resolve().parent
    publish(tmp_path, NEW, {})
    assert read_whole(being_read) == OLD
    publish(tmp_path, NEW, {})
    assert not being_read.exists()


STEPS = ("link", "fsync", "symlink", "replace", "rename", "mkdir", "unlink", "rmdir")


FULL = OSError(errno.ENOSPC, "No space left on device")


def _die_after(
    monkeypatch: pytest.MonkeyPatch, steps: int, end: BaseException | None = None
) -> Callable[[], int]:
    """Let the disk take that many steps and then kill the writer; the answer counts the steps taken."""
    taken = 0

    def counted(step: Callable[..., object]) -> Callable[..., object]:
        def run(*args: object, **kwargs: object) -> object:
            nonlocal taken
            if taken >= steps:
                raise end or Killed
            taken += 1
            return step(*args, **kwargs)

        return run

    for name in STEPS:
        monkeypatch.setattr(os, name, counted(getattr(os, name)))
    return lambda: taken


def _every_death(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, start: Callable[[Path], None]
) -> Iterator[Path]:
    """A folder for each step at which publishing NEW over what ``start`` made was killed."""
    for steps in range(200):
        folder = tmp_path / str(steps)
        start(folder)
        with monkeypatch.context() as patch:
            _die_after(patch, steps)
            try:
                publish(folder, NEW, {})
            except Killed:
                pass
            else:
                return
        yield folder
    pytest.fail("publishing takes more than 200 steps")


def test_killed_at_any_step_the_set_is_old_or_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    for folder in _every_death(tmp_path, monkeypatch, _publish_old):
        seen.append(read_whole(folder))
        assert seen[-1] in (OLD, NEW)
        publish(folder, NEW, {})
        assert read_whole(folder) == NEW
        assert len(list((folder / ".sets").iterdir())) <= 2
    assert OLD in seen
    assert NEW in seen
    assert len(seen) > 15


def test_a_disk_that_is_full_from_any_step_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file, link and rename that may not fit: the old set stays, or the new one is whole, and it is said."""
    part = tmp_path / "part"
    part.write_bytes(NEW["texts.parquet/00000.parquet"])
    for steps in range(200):
        folder = tmp_path / str(steps)
        _publish_old(folder)
        with monkeypatch.context() as patch:
            _die_after(patch, steps, FULL)
            try:
                publish(folder, {**NEW, "texts.parquet/00000.parquet": part}, {})
            except PublishError as error:
                assert "the disk is full" in str(error)  # noqa: PT017
            else:
                break
        assert read_whole(folder) in (OLD, NEW)
        publish(folder, NEW, {})
        assert read_whole(folder) == NEW
    assert 15 < steps < 199


def test_killed_while_taking_plain_files_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def start(folder: Path) -> None:
        with monkeypatch.context() as patch:
            _forbid_links(patch)
            _publish_old(folder)

    for folder in _every_death(tmp_path, monkeypatch, start):
        if (folder / "manifest.json").exists():  # a link cannot take the place of a folder in one step
            assert read_whole(folder) in (OLD, NEW)
        publish(folder, NEW, {})
        assert read_whole(folder) == NEW


def test_killed_at_the_first_publication(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in _every_death(tmp_path, monkeypatch, lambda folder: None):
        assert not (folder / "manifest.json").exists() or read_whole(folder) == NEW
        assert (folder / "manifest.json").exists() or not any(p.exists() for p in folder.glob("*.csv"))


def test_killed_without_links_a_torn_set_has_no_manifest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        _forbid_links(patch)
        for folder in _every_death(tmp_path, patch, _publish_old):
            if (folder / "manifest.json").exists():
                assert read_whole(folder) in (OLD, NEW)
            publish(folder, NEW, {})
            assert read_whole(folder) == NEW


def _publish_old(folder: Path) -> None:
    publish(folder, OLD, {})


WRITER = """
import sys
from itertools import cycle
from pathlib import Path
from extract.output.publish import publish
print("ready", flush=True)
for n in cycle("ab"):
    publish(Path(sys.argv[1]), {f"{i}.csv": n.encode() * 50_000 for i in range(6)}, {})
"""


def test_kill_9_in_the_middle_of_writing(tmp_path: Path) -> None:
    for attempt in range(KILLS):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, tmp_path], cwd=ROOT, stdout=subprocess.PIPE)
        assert writer.stdout is not None
        with writer.stdout:
            writer.stdout.readline()
            time.sleep(0.03 + 0.007 * (attempt % 30))
            writer.send_signal(signal.SIGKILL)
            writer.wait(timeout=10)
        if (tmp_path / "manifest.json").exists():
            assert len({content[:1] for content in read_whole(tmp_path).values()}) == 1
    assert (tmp_path / "manifest.json").exists()
    publish(tmp_path, NEW, {})
    assert read_whole(tmp_path) == NEW


def test_a_second_writer_is_refused(tmp_path: Path) -> None:
    publish(tmp_path, OLD, {})
    with disk.only_writer(tmp_path), pytest.raises(PublishError, match="another build is writing here"):
        publish(tmp_path, NEW, {})
    assert read_whole(tmp_path) == OLD
    publish(tmp_path, NEW, {})
    assert read_whole(tmp_path) == NEW


def test_a_full_disk_leaves_the_old_set_and_no_crumbs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(tmp_path, OLD, {})

    def fill(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(disk.os, "fsync", fill)
        with pytest.raises(
            PublishError, match="the disk is full; what was there before is unchanged; make room"
        ):
            publish(tmp_path, NEW, {})
    assert read_whole(tmp_path) == OLD
    assert len(list((tmp_path / ".sets").iterdir())) == 1


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    for folder in (tmp_path / "data", tmp_path / "data" / "below"):
        with pytest.raises(PublishError, match="is no folder; name another folder"):
            publish(folder, NEW, {})


def test_an_unwritable_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(publishing.Path, "mkdir", refuse)
    with pytest.raises(PublishError, match=r"cannot be written \(Permission denied\); check its permissions"):
        publish(tmp_path / "data", NEW, {})


def test_the_same_files_are_the_same_bytes(tmp_path: Path) -> None:
    for folder in (tmp_path / "a", tmp_path / "b"):
        publish(folder, dict(sorted(NEW.items(), reverse=folder.name == "b")), {"documents": 5})
    assert (tmp_path / "a" / "manifest.json").read_bytes() == (tmp_path / "b" / "manifest.json").read_bytes()
