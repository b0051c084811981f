"""Files cut short, with flipped bits, and spliced: each ends as text or as a sentence, soon, and nobody is hurt.

XIANBI_MUTATIONS says how many files are tried; the nightly run tries 2,000.
"""

import os
import random
import time
from pathlib import Path

import pytest

from extract.reading.apart import PATIENCE
from extract.reading.read import find_inputs, read_document
from extract.reading.refusal import RefusedError
from extract.reading.unpack import unpacked
from tests.extract.office import SENTENCE, word_file, zipped

FORMATS = Path(__file__).with_name("formats")
TRIED = int(os.environ.get("XIANBI_MUTATIONS", "40"))
PAGE = f"<html><body><p>{SENTENCE}<table><tr><td>年份<td>脱贫人数<tr><td>2016<td>9</table>".encode()


def seeds() -> dict[str, bytes]:
    office = (FORMATS / "office.pdf").read_bytes()
    return {
        "x.docx": word_file(),
        "x.pdf": office,
        "y.pdf": (FORMATS / "locked.pdf").read_bytes(),
        "x.html": PAGE,
        "x.zip": zipped({"a/x.docx": word_file(), "a/x.pdf": office, "a/x.txt": SENTENCE.encode()}),
    }


def mutated(chance: random.Random) -> tuple[str, bytes]:
    """A seed cut short, with some of its bits flipped, or with a piece of another one in it."""
    files = seeds()
    name = chance.choice(sorted(files))
    raw = bytearray(files[name])
    kind = chance.choice(("cut", "flip", "splice"))
    if kind == "cut":
        del raw[chance.randrange(len(raw)) :]
    elif kind == "flip":
        for _ in range(chance.choice((1, 8, 200))):
            raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
    else:
        other = files[chance.choice(sorted(files))]
        start = chance.randrange(len(other))
        at = chance.randrange(len(raw))
        raw[at : at + chance.randrange(500)] = other[start : start + chance.randrange(2000)]
    return name, bytes(raw)


def read_all(path: Path) -> list[str]:
    """What became of a file, or of each in an archive."""
    ends = []
    with unpacked([path]) as opened:
        ends += [str(fault) for fault in opened.faults]
        for file in find_inputs(opened.inputs).files:
            try:
                ends.append(read_document(file).text)
            except RefusedError as refused:
                ends.append(str(refused))
    return ends


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
def test_every_mutated_file_ends_as_text_or_as_a_sentence(tmp_path: Path, part: int) -> None:
    chance = random.Random(part)
    slowest = 0.0
    for _ in range(TRIED // 4):
        name, raw = mutated(chance)
        (tmp_path / name).write_bytes(raw)
        started = time.monotonic()
        ends = read_all(tmp_path / name)
        slowest = max(slowest, time.monotonic() - started)
        assert ends
        assert all(ends)
    assert slowest < 3 * PATIENCE
