"""The audit as it is shown: sums with their sentence and two numbers, gravest first, and what was not checked."""

from collections.abc import Callable
from pathlib import Path

import pytest

from compare.audit.about import audit_view, findings_about, say_about, say_contradicted, say_wrong_within
from compare.audit.account import Account
from compare.audit.ledger import read_ledger, say_headline, shown_accounts
from compare.audit.sentences import CHECKED, FIGURE
from compare.audit.tally import say_tally
from compare.audit.words import SIGNS, checks, explain_verdicts, verdicts
from compare.context import Context
from compare.language import open_language
from compare.store import open_store
from compare.theme import LIGHT
from compare.view import VERDICTS, Filters, Known, View, link, parse_link
from extract.audit.finding import Check, Verdict
from extract.lexicon.gazetteer import load_gazetteer
from tests.compare.figures import figure

Asker = Callable[..., Context]
PLACES = ("340123", "341825", "430725", "140500", "150526")


@pytest.fixture(scope="module")
def at(built_table: Path) -> Asker:
    store = open_store(built_table)

    def build(language: str = "zh", **view: object) -> Context:
        shown = View(**{"places": PLACES, "language": language, **view})  # type: ignore[arg-type]
        return Context(store, shown, open_language(language), LIGHT, load_gazetteer())

    return build


def find(context: Context, printed: str) -> Account:
    return next(a for a in read_ledger(context).accounts if a.sum and a.sum.reported == printed)


def test_a_wrong_share_that_is_no_row_is_there_with_its_figures_marked(at: Asker) -> None:
    account = find(at(), "24. 6%")
    assert account.verdict == "contradicts"
    assert (account.home, account.adcode) == ("140500", "140525")
    assert account.sum
    assert (account.sum.reported, account.sum.calculated) == ("24. 6%", "29.2%")
    marks = [(part.text, part.role) for told in account.told for part in told if part.role]
    assert marks == [("9999人", FIGURE), ("2920人", FIGURE), ("24. 6%", CHECKED)]
    codes = [part.code for told in account.told for part in told if part.role]
    assert codes[:2] == list(account.facts)
    assert codes[2].startswith("n")
    assert codes[2].endswith(f"@{account.origin.doc}")


def test_sentences_are_those_of_the_report(at: Asker) -> None:
    context = at()
    for account in read_ledger(context).accounts:
        text = context.store.text(account.origin.doc) or ""
        assert account.told, account.id
        for told in account.told:
            assert "".join(part.text for part in told) in text
            assert any(part.role for part in told)
        assert sum(part.role == CHECKED for told in account.told for part in told) == 1


def test_every_finding_of_the_chosen_places_is_listed_once_gravest_first(at: Asker) -> None:
    context = at()
    ledger = read_ledger(context)
    listed = [account.id for account in ledger.accounts if account.verdict != "unchecked"]
    assert sorted(listed) == sorted(finding.finding for finding in context.store.findings())
    assert ledger.sums == len(listed)
    for place in PLACES:
        held = [VERDICTS.index(a.verdict) for a in ledger.accounts if place in (a.home, a.adcode)]
        assert held == sorted(held)


def test_only_the_chosen_places_and_verdicts_are_listed(at: Asker) -> None:
    alone = read_ledger(at(places=("341825",)))
    assert {account.home for account in alone.accounts} == {"341825"}
    context = at(filters=Filters(verdicts=("contradicts",)))
    shown = shown_accounts(context, read_ledger(context))
    assert {account.verdict for account in shown} == {"contradicts"}
    assert read_ledger(at(places=())).accounts == ()


def test_what_could_not_be_checked_is_counted_with_its_reason(at: Asker) -> None:
    context = at("en")
    ledger = read_ledger(context)
    title, lines = say_tally(context, ledger)
    assert sum(n for n, _ in lines) == ledger.tally.figures == len(context.store.rows(PLACES))
    assert f"{ledger.tally.checked} of {ledger.tally.figures}" in title
    unchecked = [account for account in ledger.accounts if account.verdict == "unchecked"]
    assert unchecked
    assert all(account.sum is None and account.message for account in unchecked)


@pytest.mark.parametrize(
    ("printed", "zh", "en"),
    [
        ("24429. 87万元", "24,429.87万元", "244,298,700 yuan"),
        ("1个亿", "1亿元", "100,000,000 yuan"),
        ("5639人", "5,500人", "5,500 people"),
        ("8.9条", "8.94条", "8.94"),
    ],
)
def test_the_calculated_number_is_dressed_like_the_printed_one(
    at: Asker, printed: str, zh: str, en: str
) -> None:
    told = [find(at(language), printed).sum for language in ("zh", "en")]
    assert [one.calculated for one in told if one] == [zh, en]


def test_the_headline_counts_what_contradicts(at: Asker) -> None:
    context = at("en")
    ledger = read_ledger(context)
    wrong = sum(account.verdict == "contradicts" for account in ledger.accounts)
    assert say_headline(context, ledger) == (
        f"Of {ledger.sums} sums worked out again, {wrong} contradict their report"
    )
    quiet = at("en", places=("150526",))
    assert "none contradicts" in say_headline(quiet, read_ledger(quiet))


def test_a_table_without_findings_says_so(ask: Asker) -> None:
    context = ask([figure("340123", "lifted.households", "7247")], "en")
    ledger = read_ledger(context)
    assert say_headline(context, ledger) == "These reports tell no sum that could be worked out again"
    assert ledger.tally.reasons == {"alone": 1}


def test_an_older_table_has_sentences_but_no_numbers_side_by_side(ask: Asker) -> None:
    one = figure("340123", "lifted.persons", "5639", start="9", end="13")
    two = figure("340123", "lifted.persons", "5500", start="2", end="6")
    finding = {
        "finding": "f1", "doc": one["doc"], "check": "order", "verdict": "contradicts", "message_en": "More.",
        "message_zh": "多。", "spans": "[[2, 6], [9, 13]]", "facts": f"{two['fact']} {one['fact']}",
    }  # fmt: skip
    context = ask([one, two], findings=[finding])
    account = read_ledger(context).accounts[0]
    assert account.sum is None
    assert set(account.facts) == {one["fact"], two["fact"]}


def test_marks_lead_to_the_finding(at: Asker) -> None:
    context = at()
    row = next(row for row in context.store.rows(("341825",)) if row.text == "5639人")
    assert say_contradicted(context, [row]) == {row.fact: "! 数字不符"}
    assert findings_about(context, row)[0].verdict == "contradicts"
    assert say_about(context, row).startswith(SIGNS["contradicts"])
    view = audit_view(View(places=("340123",)), row)
    assert (view.page, view.facts, view.places) == ("audit", (row.fact,), ("341825",))
    assert say_wrong_within(context, row.doc, row.start, row.end)
    assert not say_wrong_within(context, row.doc, row.end, row.end + 9)
    sound = next(row for row in context.store.rows(("341825",)) if not findings_about(context, row))
    assert say_about(context, sound) == ""


def test_every_verdict_and_check_of_the_extractor_has_its_words() -> None:
    for code in ("zh", "en"):
        language = open_language(code)
        known = {verdict.value for verdict in Verdict}
        assert (
            known <= set(verdicts(language)) == set(VERDICTS) == set(SIGNS) == set(explain_verdicts(language))
        )
        assert {check.value for check in Check} == set(checks(language))


def test_the_link_keeps_the_verdicts() -> None:
    view = View(page="audit", filters=Filters(verdicts=("contradicts", "last digit")))
    assert parse_link(link(view), Known(), "audit")[0] == view
    assert parse_link({"fv": "wrong"}, Known(), "audit")[1][0].value == "wrong"
