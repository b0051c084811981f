"""Numbers of readable text: rules with their examples, laws over the five reports and over any text."""

import itertools
import re
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.mention import Kind, Number, Qualifier
from extract.numbers.numbers import find_numbers
from extract.numbers.quantities import find_quantities
from extract.text.fold import fold

SEEDS = sorted(Path("seeds").glob("*.txt"))


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.stem[:3])
def test_every_digit_run_of_a_report_stands_in_exactly_one_number(path: Path) -> None:
    text = fold(path.read_text("utf-8")).text
    numbers = find_numbers(text)
    runs = [m.span() for m in re.finditer("[0-9]+", text)]
    assert runs
    for start, end in runs:
        assert sum(n.start <= start and end <= n.end for n in numbers) == 1
    assert all(a.end <= b.start for a, b in itertools.pairwise(numbers))


CASES = tomllib.loads(Path("tests/extract/cases/numbers.toml").read_text("utf-8"))["case"]


def _said(text: str, number: Number) -> str:
    value = f"{number.value.normalize():f}" if number.value is not None else ""
    if number.kind is Kind.FRACTION:
        value = value[:6]
    high = f"..{number.high.normalize():f}" if number.high is not None else ""
    qualifier = "" if number.qualifier is Qualifier.EXACT else f" {number.qualifier}"
    return f"{text} = {value}{high} {number.unit}{qualifier}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["rule"][:40])
def test_rule_reads_its_examples(case: dict[str, Any]) -> None:
    folded = fold(case["text"])
    found = [(case["text"][slice(*folded.span(n.start, n.end))], n) for n in find_numbers(folded.text)]
    assert [_said(text, n) for text, n in found if not n.reason] == case.get("find", [])
    assert [f"{text} {n.reason}" for text, n in found if n.reason] == case.get("left", [])


PIECES = st.sampled_from(
    [
        *"0123456789０９.,、:/-—~至到%％?$ \n\t",
        *"一两三十百千万亿零半几余多约近第年月日户人个元成分之角“”《》()（）",
        "2019",
        "91. 5%",
        "(xiāng)",
        "\u200b",
        "\ufeff",
        "\x00",
        "😀",
        "3,000",
        "\\times",
        "http://",
        "萬",
        "個",
        "٣",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60))
@settings(max_examples=400, deadline=None)
def test_any_text_keeps_the_laws(original: str) -> None:
    folded = fold(original)
    numbers = find_numbers(folded.text)
    for start, end in (m.span() for m in re.finditer("[0-9]+", folded.text)):
        assert sum(n.start <= start and end <= n.end for n in numbers) == 1
    assert all(0 <= n.start < n.end <= len(folded.text) for n in numbers)
    assert all(a.end <= b.start for a, b in itertools.pairwise(numbers))
    spans = [folded.span(n.start, n.end) for n in numbers]
    assert all(0 <= a < b <= len(original) for a, b in spans)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    assert all(n.value is None or n.value.is_finite() for n in numbers)
    assert find_quantities(original) is not None
    find_quantities(original, every=True)


@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60))
@settings(max_examples=300, deadline=None)
def test_folding_maps_every_character_back_in_order(original: str) -> None:
    folded = fold(original)
    places = [folded.span(i, i + 1)[0] for i in range(len(folded.text))]
    assert all(a < b for a, b in itertools.pairwise(places))
    assert len(folded.text) <= len(original)
    assert folded.offsets is not None or len(folded.text) == len(original)


@pytest.mark.parametrize(
    "run",
    [
        *("9" * 200_000, "9," * 100_000, "一" * 100_000, "3万" * 50_000, "$1" * 50_000, "1-" * 50_000),
        *(
            "<a " * 50_000,
            "&amp" * 50_000,
            "$\\text{" * 30_000,
            "户1 2" * 50_000,
            "户1\n2" * 50_000,
            "数十" * 50_000,
        ),
    ],
    ids=lambda run: repr(run[:6]),
)
def test_long_runs_take_linear_time(run: str) -> None:
    begin = time.process_time()
    find_numbers(fold(run).text)
    assert time.process_time() - begin < 3
