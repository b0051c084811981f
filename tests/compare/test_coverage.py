"""Coverage: the state of each place and metric, reports by their numbers, numbers that look like a metric."""

from collections.abc import Callable
from pathlib import Path

import pytest

from compare.context import Context
from compare.coverage.cell import MISSING, SIGNS, cell_of, explain_states, states
from compare.coverage.likeness import looks_like, nouns
from compare.coverage.matrix import FAMILY_ORDER, read_matrix, reports_of
from compare.coverage.shares import NO_QUANTITY, read_shares
from compare.coverage.words import name_family, say_cell, say_headline, say_silent
from compare.language import open_language
from compare.record import Leftover
from compare.store import open_store
from compare.theme import LIGHT
from compare.view import View
from extract.lexicon.gazetteer import load_gazetteer
from extract.reason import Reason
from tests.compare.figures import figure, row

Asker = Callable[..., Context]


@pytest.mark.parametrize(
    ("figures", "state"),
    [
        ([{"grade": "stated"}, {"grade": "doubtful"}], "reported"),
        ([{"grade": "carried"}, {"basis": "plan"}], "carried"),
        ([{"grade": "doubtful"}, {"basis": "plan"}], "doubtful"),
        ([{"basis": "plan"}], "plan"),
    ],
)
def test_the_best_figure_decides_the_state(figures: list[dict[str, str]], state: str) -> None:
    rows = [row("340123", "funding.special", "3", start=str(n), **more) for n, more in enumerate(figures)]
    cell = cell_of(rows)
    assert (cell.state, cell.code, cell.n) == (state, rows[0].fact, len(rows))
    assert cell_of([]) == MISSING


def test_of_two_figures_as_good_the_later_is_opened() -> None:
    rows = [row("340123", "poverty_rate", "3", period=period) for period in ("2014", "2019-05", "2018", "")]
    assert cell_of(rows).code == rows[1].fact


def test_the_matrix_has_the_places_asked_for_and_the_metrics_that_any_has(ask: Asker) -> None:
    context = ask(
        [
            figure("340123", "funding.special", "3"),
            figure("341825", "poverty_rate", "2", basis="plan", period="2021"),
        ],
        "en",
    )
    matrix = read_matrix(context, ("340123", "341825"))
    assert [metric.id for metric in matrix.metrics] == ["funding.special", "poverty_rate"]
    assert matrix.cell("340123", "poverty_rate") == MISSING
    assert len(matrix.metrics) + len(matrix.silent) == len(context.metrics)
    assert "2 places" in say_headline(context, matrix)
    assert say_cell(context, "Feixi", matrix.metrics[1], matrix.cell("341825", "poverty_rate")).endswith(
        "plan only, 1 figure"
    )
    assert matrix.silent[0].phrase(context.language) in say_silent(context, matrix)
    of_year = read_matrix(ask([figure("340123", "funding.special", "3")], period="2019"), ("340123",))
    assert of_year.metrics == ()


def test_every_family_has_a_name_and_a_place_in_the_order(ask: Asker) -> None:
    context = ask([figure("340123", "funding.special", "3")])
    families = {metric.family for metric in context.metrics.values()}
    assert families == set(FAMILY_ORDER)
    assert all(name_family(context, family) != family for family in families)


def left(text: str, label: str, reason: str = "no metric") -> Leftover:
    return Leftover("d", 0, len(text), text, f"{text}{label}", reason, label)


@pytest.mark.parametrize("reason", [reason.value for reason in Reason])
def test_only_numbers_that_no_rule_understood_look_like_a_metric(reason: str) -> None:
    seen = bool(looks_like(left("3支", "驻村工作队", reason)))
    assert seen == (reason in ("no metric", "no place", "damaged"))


def test_unit_and_noun_must_both_fit() -> None:
    assert looks_like(left("3支", "驻村工作队")) == "teams.village"
    assert looks_like(left("3元", "驻村工作队")) == ""
    assert looks_like(left("3个", "项目")) == "", "too common a word"
    assert looks_like(left("3支", "")) == ""
    assert len({noun.metric for noun in nouns()}) > 15


def test_states_have_signs_and_words() -> None:
    for code in ("zh", "en"):
        language = open_language(code)
        assert set(states(language)) == set(explain_states(language)) == set(SIGNS)
    assert len(set(SIGNS.values())) == len(SIGNS)


@pytest.fixture(scope="module")
def seeds(built_table: Path) -> Context:
    store = open_store(built_table)
    places = tuple(document.adcode for document in store.documents())
    return Context(store, View(places=places), open_language("zh"), LIGHT, load_gazetteer())


def test_a_report_s_numbers_are_rows_leftovers_or_none_that_count(seeds: Context) -> None:
    assert {reason.value for reason in Reason} >= set(NO_QUANTITY)
    documents = reports_of(seeds, seeds.view.places)
    assert [document.adcode for document in documents] == list(seeds.view.places)
    for share in read_shares(seeds, documents):
        assert 0 < share.kept <= share.quantities < share.numbers
        assert 0 < share.percent < 100
        assert len(seeds.store.document_rows(share.document.doc)) >= share.kept


def test_likely_numbers_stand_in_the_matrix_and_lead_to_their_report(seeds: Context) -> None:
    matrix = read_matrix(seeds, seeds.view.places)
    assert matrix.likely
    for one in matrix.likely:
        cell = matrix.cell(one.document.adcode, one.metric)
        assert cell != MISSING
        if cell.state in ("likely", "damaged"):
            assert cell.code.endswith(f"@{one.document.doc}")
