"""A visitor's own reports stand beside the table, marked, and never in it."""

import inspect
from dataclasses import replace
from pathlib import Path

import pytest

from compare.context import Context
from compare.language import open_language
from compare.own.joined import Joined, join
from compare.own.refusals import Fault, say_fault
from compare.own.small import Small, hold
from compare.panels.funding import build_funding
from compare.record import Filter
from compare.store import Store, open_store
from compare.theme import LIGHT
from compare.view import View
from compare.words.names import Names
from compare.words.periods import say_report_date
from extract.lexicon.gazetteer import load_gazetteer
from extract.reading.refusal import SENTENCES, Refusal
from tests.compare.figures import figure, write_table

FEIXI, JINGDE, OWN = "340123", "341825", "own340123"


@pytest.fixture
def stores(tmp_path: Path) -> tuple[Store, Store]:
    """A table with two counties, and an own one with other figures of the first."""
    folders = [tmp_path / name for name in ("shipped", "own")]
    for folder in folders:
        folder.mkdir()
    theirs = [figure(FEIXI, "funding.special", "369000000"), figure(JINGDE, "funding.special", "20000000")]
    ours = [figure(FEIXI, "funding.special", "400000000"), figure(FEIXI, "lifted.persons", "77", start="40")]
    event = {
        "event": "e1",
        "doc": f"report_{FEIXI}",
        "start": "0",
        "end": "3",
        "adcode": FEIXI,
        "kind": "exit",
    }
    finding = {"finding": "f1", "doc": f"report_{FEIXI}", "facts": f"{ours[0]['fact']} {ours[1]['fact']}"}
    write_table(folders[0], theirs)
    write_table(folders[1], ours, events=[event], findings=[finding], reports={FEIXI: {"title": ""}})
    return open_store(folders[0]), open_store(folders[1])


@pytest.fixture
def both(stores: tuple[Store, Store]) -> Joined:
    return join(*stores)


def test_every_question_of_a_store_is_answered_by_both() -> None:
    asked = {name for name, _ in inspect.getmembers(Store, inspect.isfunction) if not name.startswith("_")}
    assert asked - set(vars(Joined)) == set()


def test_what_asks_for_everything_gets_the_shipped_table(both: Joined, stores: tuple[Store, Store]) -> None:
    shipped = stores[0]
    assert both.table(Filter()) == shipped.table(Filter())
    assert both.count(Filter()) == shipped.count(Filter()) == 2
    assert both.rows() == shipped.rows()
    assert both.events() == shipped.events()
    assert both.findings() == shipped.findings()
    assert both.leftovers() == shipped.leftovers()


def test_the_same_place_stays_two_places(both: Joined) -> None:
    values = {row.adcode: int(row.value) for row in both.rows((FEIXI, OWN), ("funding.special",))}
    assert values == {FEIXI: 369000000, OWN: 400000000}
    assert [entry.adcode for entry in both.places()] == [FEIXI, JINGDE, OWN]


def test_own_records_lead_to_one_another(both: Joined) -> None:
    row = both.rows((OWN,), ("funding.special",))[0]
    assert both.row(row.fact) == row
    assert both.document_rows(row.doc)[0] == row
    assert both.documents((row.doc,))[0].title == f"report_{FEIXI}"
    assert row.fact in both.findings((row.doc,))[0].facts.split()
    event = both.events((OWN,))[0]
    assert both.event(event.event) == event
    assert both.row("own") is both.row("ownffffffffffff") is both.event("own1") is None
    assert both.text(row.doc) is None


def test_pages_of_rows_run_over_both(both: Joined) -> None:
    wanted = Filter(places=(FEIXI, OWN))
    whole = both.table(wanted)
    assert len(whole) == both.count(wanted) == 3
    pages = [both.table(replace(wanted, limit=2, offset=at)) for at in (0, 2)]
    assert (*pages[0], *pages[1]) == whole
    assert both.count(Filter(places=(OWN,), metrics=("lifted.persons",))) == 1
    assert both.count(Filter(docs=(whole[0].doc,))) == 1


def test_the_version_names_both(both: Joined, stores: tuple[Store, Store]) -> None:
    assert both.version.startswith(stores[0].version)
    assert both.version != stores[0].version


def test_an_own_place_is_signed_wherever_it_is_named() -> None:
    gazetteer = load_gazetteer()
    for code, short, full in (("zh", "肥西县*", "肥西县*"), ("en", "Feixi*", "Feixi County*")):
        names = Names(open_language(code), gazetteer)
        assert names.short(OWN, "肥西县") == short
        assert names.full(OWN, "肥西县") == full
        assert names.province(OWN) == names.province(FEIXI)
        assert names.level(OWN, "肥西县") == names.level(FEIXI, "肥西县")


def test_a_chart_tells_own_figures_apart_and_its_source_says_so(both: Joined) -> None:
    view = View(places=(FEIXI, OWN), metric="funding.special", language="zh")
    panel = build_funding(Context(both, view, open_language("zh"), LIGHT, load_gazetteer()))[0]
    assert [cells[0] for cells in panel.table.cells] == ["肥西县*", "肥西县"]
    assert [source.when for source in panel.sources] == ["2020年，来访者自带", "2020年"]
    assert say_report_date(panel.sources[0].document, open_language("en")) == "2020, a visitor’s own report"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("refusal", Refusal)
def test_every_refusal_is_a_sentence_in_both_languages(refusal: Refusal, language: str) -> None:
    names = {part.split("}")[0] for part in SENTENCES[refusal][0].split("{")[1:]}
    if refusal is Refusal.MISSING:  # of files of this server, which no visitor names
        return
    said = say_fault(Fault("x", refusal, dict.fromkeys(names, "7"), "in English"), open_language(language))
    assert "–" not in said
    assert "{" not in said
    assert "in English" not in said


def test_a_small_table_without_a_database_answers_as_the_table_does(built_table: Path) -> None:
    table, small = open_store(built_table), hold(open_store(built_table))
    rows = table.rows()
    place, doc, metric = rows[7].adcode, rows[9].doc, rows[7].metric
    for store in (table, small):
        assert store.version == table.version
    one = Filter(places=(place,), metrics=(metric,), limit=2, offset=1)
    for ask in (
        lambda s: s.rows(),
        lambda s: s.rows((place,), (metric,)),
        lambda s: s.row(rows[3].fact),
        lambda s: s.row("nowhere"),
        lambda s: s.document_rows(doc),
        lambda s: [s.event(event.event) for event in s.events()],
        lambda s: s.event("nowhere"),
        lambda s: s.events((place,), ("milestone",)),
        lambda s: (s.table(one), s.count(one), s.count(Filter())),
        lambda s: [s.choices(column) for column in ("period", "metric", "start")],
        lambda s: (s.places(), s.called((place, "999999")), s.homes(3), s.kinds()),
        lambda s: (s.documents(), s.documents((doc,)), s.reports_of((place,))),
        lambda s: (s.findings(), s.findings((doc,)), s.corrections()),
        lambda s: (s.leftovers(), s.leftovers((doc,)), s.text(doc), s.text("nowhere")),
    ):
        assert ask(small) == ask(table)


def test_a_small_table_answers_every_question_itself() -> None:
    asked = {name for name, _ in inspect.getmembers(Store, inspect.isfunction) if not name.startswith("_")}
    assert asked - set(vars(Small)) == {"text"}
