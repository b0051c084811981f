"""No pattern of the extractor can be made to take long: each is tried with much of its own alphabet."""

import re
import time

import pytest

from tests.extract.patterns import Compiled, compiled, texts

LONGEST = 100_000  # bytes; a tenth and a hundredth of it are tried too
WANTED = 0.005  # seconds a KB
NOISE = 0.02  # seconds that a busy machine may add
GROWTH = 2.5  # a KB of the long text may cost so many times a KB of the shorter


def seconds(pattern: re.Pattern[str], text: str) -> float:
    start = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - start


def test_patterns_are_found() -> None:
    assert len(compiled()) > 200
    assert any("numbers" in pattern.where for pattern in compiled())


@pytest.mark.parametrize("pattern", compiled(), ids=lambda pattern: pattern.where)
def test_a_pattern_stays_quick_on_its_own_alphabet(pattern: Compiled) -> None:
    made = re.compile(pattern.pattern, pattern.flags)
    for text in texts(pattern, LONGEST):
        small, middle = text[: len(text) // 100], text[: len(text) // 10]
        assert seconds(made, small) < WANTED + NOISE, text[:40]
        before = seconds(made, middle)
        assert before < 10 * WANTED + NOISE, text[:40]
        after = seconds(made, text)
        assert after < 100 * WANTED + NOISE, text[:40]
        assert after < GROWTH * 10 * before + NOISE, text[:40]


def test_a_slow_pattern_would_be_found() -> None:
    slow = Compiled("here", "(?:1|11){1,15}x", re.UNICODE.value)
    with pytest.raises(AssertionError):
        test_a_pattern_stays_quick_on_its_own_alphabet(slow)
