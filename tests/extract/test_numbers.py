"""Numbers of readable text: laws over the five reports, and the modules' own examples."""

import doctest
import importlib
import re
from pathlib import Path

import pytest

from extract.fold import fold
from extract.numbers import find_numbers

SEEDS = sorted(Path("seeds").glob("*.txt"))


@pytest.mark.parametrize("name", ["fold", "gap", "numerals", "numbers", "noise", "qualifier", "quantities"])
def test_examples_in_docstrings_hold(name: str) -> None:
    results = doctest.testmod(importlib.import_module(f"extract.{name}"))
    assert results.attempted > 0
    assert results.failed == 0


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.stem[:3])
def test_every_digit_run_of_a_report_stands_in_exactly_one_number(path: Path) -> None:
    text = fold(path.read_text("utf-8")).text
    numbers = find_numbers(text)
    runs = [m.span() for m in re.finditer("[0-9]+", text)]
    assert runs
    for start, end in runs:
        assert sum(n.start <= start and end <= n.end for n in numbers) == 1
    assert all(a.end <= b.start for a, b in zip(numbers, numbers[1:], strict=False))
