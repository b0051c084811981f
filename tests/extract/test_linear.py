"""Texts of eight times the length take about eight times as long: no document can make reading stand still."""

import gc
import time
from collections.abc import Callable

import pytest

from extract.audit import find_findings, told
from extract.lexicon import load_lexicon
from extract.lexicon.gazetteer import load_gazetteer
from extract.pipeline import make_reader, read_text

SIZE = 100
TIMES = 8
SLACK = 2.5  # so many times longer than in step; what grows with the square would be eight times longer
READER = make_reader(load_lexicon(), load_gazetteer())
TEXTS: dict[str, Callable[[int], str]] = {
    "one sentence": lambda size: "".join(f"贫困户{1000 + at}户,脱贫{at}人," for at in range(size)),
    "one list": lambda size: "、".join(f"路西村{at}户" for at in range(size)),
    "a line of digits": lambda size: "1234567890万" * size,
    "a line of 万": lambda size: "万" * size * 10,
    "short lines": lambda size: "贫困户10户\n" * size,
    "lines like headers": lambda size: "年份 户数\n" * size,
    "one table": lambda size: "年份 脱贫户数(户)\n" + "2016 12\n" * size,
    "one paragraph": lambda size: "2016年,全县脱贫1200户3500人。" * size,
    "one clause with many events": lambda size: "2019年4月,全县退出贫困县序列," * size,
    "quotation marks left open": lambda size: "“3" * size,
}


@pytest.mark.parametrize("name", TEXTS)
def test_time_grows_with_the_length_of_a_text(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(told, "MOST", 150)  # so that a text of 800 numbers is long for the audit too
    make = TEXTS[name]
    short = min(_seconds(make(SIZE)) for _ in range(3))
    long = _seconds(make(SIZE * TIMES))
    assert long < short * TIMES * SLACK


def _seconds(text: str) -> float:
    """The CPU time of reading and auditing a text."""
    gc.collect()
    started = time.process_time()
    find_findings(read_text(text, READER, "肥西县", "2020"))
    return time.process_time() - started
