"""A figure answers for itself: the passage, how it was read, which charts use it, and the whole report."""

from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.context import Context
from compare.evidence.marks import Mark, count_sorts, find_marks, name_sort, reasons
from compare.evidence.open import open_also
from compare.evidence.passage import cut_pieces, event_evidence, figure_evidence
from compare.evidence.report import Wanted, doc_asked, read_report, step
from compare.evidence.text import cut_text
from compare.evidence.uses import find_uses
from compare.language import open_language
from compare.store import open_store
from compare.theme import LIGHT
from compare.view import Known, View, parse_link
from extract.lexicon.gazetteer import load_gazetteer
from extract.reason import Reason
from tests.compare.figures import figure

Asker = Callable[..., Context]


@pytest.fixture(scope="module")
def seeds(built_table: Path) -> Context:
    """The published table of the seeds, in Chinese, with the first two places chosen."""
    store = open_store(built_table)
    view = View(places=("340123", "341825"))
    return Context(store, view, open_language("zh"), LIGHT, load_gazetteer())


def ground(role: str, source: str, *words: tuple[int, int]) -> SimpleNamespace:
    return SimpleNamespace(role=role, source=source, words=words)


def test_the_passage_is_cut_where_words_decided(seeds: Context) -> None:
    row = next(row for row in seeds.store.rows(("340123",)) if row.metric == "funding.special")
    start, end = row.quote_start, row.quote_start + len(row.quote)
    text = seeds.store.text(row.doc) or ""
    word = text.index("专项", start)
    traced = SimpleNamespace(
        heading=(0, 4), before=(max(start - 9, 0), start), sentence=(start, end), after=(end, end + 6),
        grounds=(ground("metric", "sentence", (word, word + 2)), ground("place", "report")),
    )  # fmt: skip
    evidence = figure_evidence(seeds, row, traced)
    assert evidence.quoted.plain == row.quote
    assert [piece.text for piece in evidence.quoted.sentence if "number" in piece.roles] == [row.text]
    assert [piece.text for piece in evidence.quoted.sentence if "metric" in piece.roles] == ["专项"]
    assert "".join(piece.text for piece in evidence.quoted.heading) == text[:4]
    told = {line.name: line for line in evidence.lines}
    assert told["指标"].words == ("专项",)
    assert told["地方"].why == "即报告所属的地方"
    assert evidence.origin.at == row.start + 1
    assert row.quote in evidence.plain
    assert evidence.remark == ""


def test_without_the_text_the_sentence_stands_alone_and_says_why(ask: Asker) -> None:
    told = figure("340123", "funding.special", "300000000", quote="安排专项资金3亿元。", text="3亿元")
    context = ask([told])
    (row,) = context.store.rows()
    evidence = figure_evidence(context, row, None)
    assert evidence.quoted.plain == row.quote
    assert (evidence.quoted.before, evidence.quoted.after, evidence.quoted.heading) == ((), (), ())
    assert "没有带上报告全文" in evidence.remark


def test_an_event_is_marked_where_it_is_told(seeds: Context) -> None:
    event = seeds.store.events(("340123",))[0]
    traced = SimpleNamespace(
        heading=(0, 0), before=(0, 0), sentence=(event.start, event.end), after=(0, 0), grounds=()
    )
    evidence = event_evidence(seeds, event, traced)
    assert [piece.text for piece in evidence.quoted.sentence if "number" in piece.roles] == [event.quote]
    assert evidence.lines[0].read == event.title


@given(st.text("脱贫3户。\n", max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30))))
def test_pieces_are_the_stretch_and_each_has_the_roles_that_cover_it(
    text: str, spans: list[tuple[int, int]]
) -> None:
    marks = [(min(a, b), max(a, b), f"r{n}") for n, (a, b) in enumerate(spans) if a != b]
    pieces = cut_pieces(text, (0, len(text)), marks)
    assert "".join(piece.text for piece in pieces) == text
    at = 0
    for piece in pieces:
        covering = {role for a, b, role in marks if a <= at < b}
        assert set(piece.roles) == covering
        at += len(piece.text)


@given(st.text("脱贫3户\n\r ", max_size=40), st.sets(st.integers(0, 40)), st.sets(st.integers(0, 40)))
def test_a_report_in_paragraphs_keeps_every_word_and_every_mark(
    text: str, edges: set[int], others: set[int]
) -> None:
    spans = [span for span in list(pairwise(sorted(edges)))[::2] if span[1] <= len(text)]
    hits = [span for span in list(pairwise(sorted(others)))[::2] if span[1] <= len(text)]
    marks = [Mark(a, b, "row", "x", "") for a, b in spans]
    paragraphs = cut_text(text, marks, hits)
    lines = [line for line in text.split("\n") if line.strip()]
    assert ["".join(one.text for one in paragraph) for paragraph in paragraphs] == lines
    for mark in marks:
        shown = "".join(one.text for p in paragraphs for one in p if one.mark is mark)
        assert "".join(shown.split()) == "".join(text[mark.start : mark.end].split())
    stretches = [one for paragraph in paragraphs for one in paragraph]
    opened = Counter(one.mark.start for one in stretches if one.mark and one.opens)
    found = Counter(one.hit for one in stretches if one.opens_hit)
    assert all(n == 1 for n in (*opened.values(), *found.values()))


def test_every_number_of_a_report_is_marked_by_what_became_of_it(seeds: Context) -> None:
    for document in seeds.store.documents():
        marks = find_marks(seeds, document.doc)
        text = seeds.store.text(document.doc) or ""
        assert all(first.end <= second.start for first, second in pairwise(marks))
        assert len(marks) == document.numbers
        counts = count_sorts(marks)
        assert counts["damaged"].total() == document.damaged
        assert counts["row"].total() == document.kept
        assert all(text[mark.start : mark.end].strip() and mark.title for mark in marks)


@pytest.mark.parametrize("code", ["zh", "en"])
def test_every_reason_has_its_words(code: str) -> None:
    assert {str(reason) for reason in Reason} - set(reasons(open_language(code))) == set()


def test_a_sort_that_nobody_knows_is_shown_as_it_stands(seeds: Context) -> None:
    assert name_sort(seeds, "something new") == "something new"


def test_steps_go_round_in_both_directions() -> None:
    marks = [Mark(n, n + 1, "row", "x", "") for n in (3, 7, 9)]
    assert step(marks, None, True) == marks[0]
    assert step(marks, marks[0], True) == marks[1]
    assert step(marks, marks[2], True) == marks[0]
    assert step(marks, marks[0], False) == marks[2]
    assert step(marks, Mark(8, 9, "left", "", ""), False) == marks[1]
    assert step([], None, True) is None
    assert Wanted(("left",)).lets(marks[0]) is False
    assert Wanted(("row",), "x").lets(marks[0]) is True


def test_the_report_that_is_asked_for(seeds: Context) -> None:
    row = seeds.store.rows(("341825",))[0]
    asked = Context(seeds.store, View(facts=(row.fact,)), seeds.language, LIGHT)
    assert doc_asked(asked) == row.doc
    read = read_report(asked)
    assert read is not None
    assert read.chosen is not None
    assert row.fact in read.chosen.facts
    left = next(mark for mark in read.marks if not mark.facts)
    other = Context(seeds.store, View(doc=row.doc, facts=(f"n{left.start}",)), seeds.language, LIGHT)
    found = read_report(other)
    assert found is not None
    assert found.chosen == left
    assert read_report(Context(seeds.store, View(doc="nowhere"), seeds.language, LIGHT)) is None


def test_two_places_are_read_side_by_side_and_one_place_gives_way(seeds: Context) -> None:
    store = seeds.store
    first, second = (row.fact for row in store.rows(("340123",))[:2])
    other = store.rows(("341825",))[0].fact
    third = store.rows(("150526",))[0].fact
    assert open_also(store, (), first) == (first,)
    assert open_also(store, (first,), second) == (second,)
    assert open_also(store, (first,), other) == (first, other)
    assert open_also(store, (first, other), third) == (other, third)
    assert open_also(store, (other,), f"{first}~{second}") == (first, second)
    assert open_also(store, (first,), "unknown") == (first,)


def test_a_figure_leads_back_to_the_charts_that_use_it(seeds: Context) -> None:
    rows = {row.metric: row for row in seeds.store.rows(("150526", "340123"))}
    pages = {use.page: use for use in find_uses(seeds, rows["funding.special"])}
    assert set(pages) == {"overview", "funding", "data"}
    assert pages["funding"].view.metric == "funding.special"
    assert pages["funding"].view.facts == (rows["funding.special"].fact,)
    rate = {use.page: use for use in find_uses(seeds, rows["poverty_rate"])}
    assert "150526" in rate["rate"].view.places
    assert rate["data"].view.filters.metrics == ("poverty_rate",)


@pytest.mark.parametrize(
    ("value", "facts", "dropped"),
    [
        ("a1", ("a1",), []),
        ("a1~b2", ("a1", "b2"), []),
        ("a1~a1~b2", ("a1", "b2"), []),
        ("a1~b2~c3", ("a1", "b2"), ["c3"]),
        ("<b>~a1", ("a1",), ["<b>"]),
        ("", (), []),
        ("x" * 41, (), ["x" * 41]),
    ],
)
def test_a_link_opens_two_passages_at_most(value: str, facts: tuple[str, ...], dropped: list[str]) -> None:
    view, left = parse_link({"x": value}, Known())
    assert view.facts == facts
    assert [one.value for one in left] == dropped
