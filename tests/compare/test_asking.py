"""A question has an end: one that runs long is ended with a sentence, and others are answered meanwhile."""

import time
from concurrent.futures import ThreadPoolExecutor

import duckdb
import pytest

from compare.asking import SlowError, ask

ENDLESS = "SELECT sum(a.i * b.i) AS n FROM range(10000000) AS a(i), range(1000000) AS b(i)"


def test_a_question_that_runs_long_is_ended_with_a_sentence() -> None:
    connection = duckdb.connect()
    begun = time.monotonic()
    with pytest.raises(SlowError, match=r"took longer than 0\.3 seconds and was ended; choose fewer places"):
        ask(connection, ENDLESS, patience=0.3)
    assert time.monotonic() - begun < 5
    assert ask(connection, "SELECT 1 AS n") == [{"n": 1}]


def test_others_are_answered_while_one_runs_long() -> None:
    connection = duckdb.connect()
    with ThreadPoolExecutor(1) as pool:
        slow = pool.submit(ask, connection, ENDLESS, (), 2.0)
        begun = time.monotonic()
        answers = [ask(connection, "SELECT ? AS n", [str(n)])[0]["n"] for n in range(20)]
        taken = time.monotonic() - begun
        assert not slow.done()
        assert isinstance(slow.exception(), SlowError)
    assert answers == [str(n) for n in range(20)]
    assert taken < 2
