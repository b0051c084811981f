"""The method page: the steps of a live figure, what is measured, what a rise means, what is not known."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from compare.context import Context
from compare.evidence.passage import Evidence, figure_evidence
from compare.language import open_language
from compare.method.accuracy import name_set, of_metric, read_measured
from compare.method.steps import find_example, follow, next_example
from compare.method.words import say_limits, say_rise
from compare.record import Row
from compare.store import open_store
from compare.theme import LIGHT
from compare.view import View
from extract.lexicon.gazetteer import load_gazetteer
from tests.compare.figures import figure

Asker = Callable[..., Context]


@pytest.fixture(scope="module")
def seeds(built_table: Path) -> Context:
    store = open_store(built_table)
    return Context(store, View(places=("340123", "341825")), open_language("en"), LIGHT, load_gazetteer())


def evidence(context: Context, row: Row) -> Evidence:
    """The figure's passage without neighbours or words that decided."""
    nothing, sentence = (0, 0), (row.quote_start, row.quote_start + len(row.quote))
    traced = SimpleNamespace(heading=nothing, before=nothing, sentence=sentence, after=nothing, grounds=())
    return figure_evidence(context, row, traced)


def test_every_step_shows_the_figure_itself(seeds: Context) -> None:
    row = find_example(seeds)
    assert row is not None
    steps = follow(seeds, row, evidence(seeds, row))
    assert len(steps) == 7
    assert len({step.title for step in steps}) == 7
    quote = "".join(piece.text for piece in steps[1].pieces)
    assert quote.endswith(row.quote)
    found = [piece.text for piece in steps[2].pieces if piece.roles]
    assert row.text in found
    assert [line.name for line in steps[2].lines] == found
    assert row.text in steps[3].said


def test_the_link_chooses_the_example_and_the_button_the_next(seeds: Context) -> None:
    row = find_example(seeds)
    assert row is not None
    other = next_example(seeds, row)
    assert other is not None
    assert (other.metric, other.adcode) != (row.metric, row.adcode)
    chosen = Context(seeds.store, View(facts=(other.fact,)), seeds.language, LIGHT, seeds.gazetteer)
    assert find_example(chosen) == other


def test_a_sum_that_uses_the_figure_is_told(seeds: Context) -> None:
    row = next(row for row in seeds.store.rows(("341825",)) if row.text == "5639人")
    steps = follow(seeds, row, evidence(seeds, row))
    assert "5,500" in steps[-1].said


def test_one_figure_alone_has_no_next(ask: Asker) -> None:
    context = ask([figure("340123", "funding.special", "3")])
    row = find_example(context)
    assert row is not None
    assert next_example(context, row) is None


def test_what_is_measured_is_told_by_set_and_metric() -> None:
    sets = read_measured()
    assert sets[0].id == "seeds"
    for one in sets:
        assert 0 < one.recall <= 1
        assert 0 < one.precision <= 1
        assert name_set(one.id, open_language("zh")) != one.id
    right, marked = of_metric("poverty_rate", unseen=True)
    assert 0 < right <= marked
    assert of_metric("nothing", unseen=False) == (0, 0)


def test_a_rise_has_words_for_every_metric(seeds: Context) -> None:
    told = {metric.id: say_rise(metric, seeds.language) for metric in seeds.metrics.values()}
    assert told["poverty_rate"] == "less is better"
    assert told["lifted.persons"] == "more is better"
    assert len(set(told.values())) == 3
    assert all(limit.endswith("。") for limit in say_limits(open_language("zh")))
