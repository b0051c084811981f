"""Every entry of the lexicon, held to its own examples, in both directions."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from extract.lexicon import Example, Metric, Veto, load_lexicon
from extract.lexicon.gazetteer import load_gazetteer
from extract.pipeline import Reader, make_reader, read_text

LEXICON = load_lexicon()
HOME, DATE = "肥西县", "2020-10"


@pytest.fixture(scope="session")
def reader() -> Reader:
    return make_reader(LEXICON, load_gazetteer())


def _cases(kind: str) -> Iterator[tuple[Metric, Example]]:
    for metric in LEXICON.metrics:
        for example in getattr(metric, kind):
            yield metric, example


def _found(reader: Reader, text: str, metric: str) -> tuple[str, ...]:
    """The printed numbers that the text gives for a metric."""
    reading = read_text(text, reader, HOME, DATE)
    spans = (figure.number for figure in reading.figures if figure.metric.id == metric)
    return tuple(reading.folded.text[number.start : number.end] for number in spans)


@pytest.mark.parametrize(
    ("metric", "example"), list(_cases("examples")), ids=lambda value: getattr(value, "id", "")
)
def test_an_example_is_of_its_metric(reader: Reader, metric: Metric, example: Example) -> None:
    assert _found(reader, example.text, metric.id) == example.numbers


@pytest.mark.parametrize(
    ("metric", "counter"), list(_cases("counters")), ids=lambda value: getattr(value, "id", "")
)
def test_a_counter_example_is_not(reader: Reader, metric: Metric, counter: Example) -> None:
    assert not set(_found(reader, counter.text, metric.id)) & set(counter.numbers)


@pytest.mark.parametrize("metric", LEXICON.metrics, ids=lambda metric: metric.id)
def test_every_metric_has_examples_both_ways(metric: Metric) -> None:
    assert metric.examples
    assert metric.counters


def _reasons(text: str, vetoes: tuple[Veto, ...]) -> list[str]:
    """Why numbers are left over where these vetoes are all there are."""
    alone = make_reader(replace(LEXICON, vetoes=vetoes), load_gazetteer())
    return [str(claim.reason) for claim in read_text(text, alone, HOME, DATE).leftovers]


@pytest.mark.parametrize("veto", LEXICON.vetoes, ids=lambda veto: veto.name)
def test_a_veto_alone_keeps_numbers_out_and_only_those(reader: Reader, veto: Veto) -> None:
    assert veto.yes
    assert veto.no
    for text in veto.yes:
        assert veto.reason in _reasons(text, (veto,)), text
        assert veto.reason not in _reasons(text, ()), text
    for text in veto.no:
        assert veto.reason not in _reasons(text, LEXICON.vetoes), text
