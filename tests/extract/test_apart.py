"""What opens a stranger's file has little memory and time and can reach nothing; its end is a sentence."""

import subprocess
import sys
from pathlib import Path

import pytest

from extract.reading import apart
from extract.reading.apart import read_apart
from extract.reading.refusal import Refusal, RefusedError
from tests.extract.office import SENTENCE, bare_word_file, zipped

ROOT = Path(__file__).parents[2]
needs_limits = pytest.mark.skipif(sys.platform == "win32", reason="the system has no such limits")
DOORS = """
import os, socket, subprocess, sys
from extract.reading.limits import close_doors
tried = {
    "read": lambda: open(os.devnull),
    "write": lambda: os.open("left-behind.txt", os.O_WRONLY | os.O_CREAT),
    "network": lambda: socket.socket(),
    "process": lambda: subprocess.run([sys.executable, "-c", ""]),
}
close_doors()
for name, act in tried.items():
    try:
        act()
    except OSError:
        print(name, "closed")
"""


@needs_limits
def test_all_doors_are_closed(tmp_path: Path) -> None:
    command = [sys.executable, "-c", DOORS]
    done = subprocess.run(
        command, cwd=tmp_path, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == [
        "read",
        "closed",
        "write",
        "closed",
        "network",
        "closed",
        "process",
        "closed",
    ]
    assert list(tmp_path.iterdir()) == []


@needs_limits
@pytest.mark.slow
def test_a_word_file_with_136_mb_of_xml_is_refused() -> None:
    paragraph = f"<w:p><w:r><w:t>{SENTENCE}</w:t></w:r></w:p>"
    raw = bare_word_file(paragraph * (136 * 2**20 // len(paragraph.encode())))
    assert len(raw) < 2**20
    with pytest.raises(RefusedError) as caught:
        read_apart("docx", raw)
    assert caught.value.refusal is Refusal.BOMB


@needs_limits
@pytest.mark.slow
def test_a_file_that_takes_all_memory_or_time_is_refused() -> None:
    body = "<w:tbl>" * 2_000_000
    with pytest.raises(RefusedError) as caught:
        read_apart("docx", bare_word_file(body))
    assert caught.value.refusal in (Refusal.MEMORY, Refusal.SLOW, Refusal.BROKEN, Refusal.DAMAGED)


def test_a_process_that_does_not_answer_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "PATIENCE", 0.001)
    with pytest.raises(RefusedError) as caught:
        read_apart("html", b"<p>")
    assert caught.value.refusal is Refusal.SLOW


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (-9, Refusal.SLOW),
        (-24, Refusal.SLOW),
        (3, Refusal.MEMORY),
        (-11, Refusal.BROKEN),
        (1, Refusal.BROKEN),
    ],
)
def test_every_end_of_a_process_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, status: int, expected: Refusal
) -> None:
    dead = subprocess.CompletedProcess([], status, b"", b"")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: dead)
    with pytest.raises(RefusedError) as caught:
        read_apart("pdf", b"")
    assert caught.value.refusal is expected


@pytest.mark.parametrize("kind", ["docx", "pdf", "html"])
def test_half_of_anything_is_a_status(kind: str) -> None:
    good = {
        "docx": zipped({"word/document.xml": b"<x/>"}),
        "pdf": (ROOT / "tests" / "extract" / "formats" / "office.pdf").read_bytes(),
        "html": f"<table><tr><td>{SENTENCE}".encode(),
    }[kind]
    for raw in (good[: len(good) // 2], good[len(good) // 3 :], good[::-1], b""):
        try:
            assert read_apart(kind, raw).text
        except RefusedError as refused:
            assert refused.todo  # noqa: PT017 - either end is right
