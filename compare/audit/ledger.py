"""The audit of the chosen places: every sum that was worked out again, and what could not be."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from compare.audit.account import UNCHECKED, Account, account_of, place_of
from compare.audit.sentences import figure_of, tell
from compare.audit.words import checks, verdicts
from compare.context import Context
from compare.evidence.passage import origin_of
from compare.evidence.report import docs_of
from compare.record import Finding, Leftover, Row
from compare.view import VERDICTS

ARITHMETIC = ("share", "growth")  # leftovers that claim a sum


@dataclass(frozen=True, slots=True)
class Tally:
    """How many figures of the reports took part in a sum, and why the others could not, by reason."""

    figures: int
    checked: int
    reasons: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Ledger:
    """The accounts by place and gravity, how many there are of each verdict, and what could not be checked."""

    accounts: tuple[Account, ...]
    counts: Mapping[str, int]
    tally: Tally

    @property
    def sums(self) -> int:
        """How many sums were worked out again."""
        return sum(n for verdict, n in self.counts.items() if verdict != UNCHECKED)


def read_ledger(context: Context) -> Ledger:
    """The audit of the reports that speak of the chosen places."""
    docs = docs_of(context) if context.view.places else ()
    findings = context.store.findings(docs) if docs else ()
    accounts = [account_of(context, finding) for finding in findings]
    accounts += [account for doc in docs for account in _unchecked(context, doc, findings)]
    known = [account for account in accounts if stands_under(context, account)]
    counts = Counter(account.verdict for account in known)
    return Ledger(
        accounts=tuple(sorted(known, key=lambda one: _order(context, one))),
        counts={verdict: counts[verdict] for verdict in VERDICTS if counts[verdict]},
        tally=_tally(context.store.rows(context.view.places) if docs else (), findings),
    )


def shown_accounts(context: Context, ledger: Ledger) -> tuple[Account, ...]:
    """The accounts that pass the filter; where a figure of the link is open, those that speak of it come too."""
    wanted = context.view.filters.verdicts
    opened = set(context.view.facts)
    return tuple(
        account
        for account in ledger.accounts
        if not wanted or account.verdict in wanted or opened & set(account.facts)
    )


def stands_under(context: Context, account: Account) -> str:
    """The chosen place under which an account is listed: its own, else that of the report; empty where neither is."""
    chosen = (code for code in (account.adcode, account.home) if code in context.view.places)
    return next(chosen, "")


def say_headline(context: Context, ledger: Ledger) -> str:
    """How many sums there are, and how many of them do not come out."""
    language, wrong = context.language, ledger.counts.get("contradicts", 0)
    if not ledger.sums:
        return language.say("These reports tell no sum that could be worked out again")
    if not wrong:
        return language.count(
            "{n} sum worked out again, none contradicts the report",
            "{n} sums worked out again, none contradicts its report",
            ledger.sums,
        )
    return language.count(
        "Of {all} sums worked out again, {n} contradicts its report",
        "Of {all} sums worked out again, {n} contradict their report",
        wrong,
        all=ledger.sums,
    )


def _unchecked(context: Context, doc: str, findings: Sequence[Finding]) -> Iterator[Account]:
    """The shares and growths of a report that no finding speaks of."""
    spans = [span for finding in findings if finding.doc == doc for span in json.loads(finding.spans or "[]")]
    for left in context.store.leftovers((doc,)):
        if left.reason in ARITHMETIC and not any(a < left.end and left.start < b for a, b in spans):
            yield _open_claim(context, left)


def _open_claim(context: Context, left: Leftover) -> Account:
    say = context.language.say
    figure = figure_of(left, context.store.text(left.doc) or "")
    adcode, place = place_of(context, left.doc, ())
    message = (
        say("A share, but the report does not plainly tell of what and the part itself.")
        if left.reason == "share"
        else say("A growth, but the report does not plainly tell from what to what.")
    )
    return Account(
        id=figure.code,
        verdict=UNCHECKED,
        check=checks(context.language)[left.reason],
        home=adcode,
        adcode=adcode,
        place=context.names.short(adcode, place),
        origin=origin_of(context, left.doc, left.start),
        message=message,
        sum=None,
        told=tell((figure,), (left.start, left.end)),
        figures=(figure,),
    )


def _tally(rows: Sequence[Row], findings: Sequence[Finding]) -> Tally:
    """Why figures take part in no sum: each is counted for the first reason that holds."""
    used = {fact for finding in findings for fact in finding.facts.replace(";", " ").split()}
    free = [row for row in rows if row.fact not in used]
    return Tally(len(rows), len(rows) - len(free), Counter(_reason(row) for row in free))


def _reason(row: Row) -> str:
    if row.grade == "doubtful":
        return "doubtful"
    if row.basis == "plan":
        return "plan"
    return "alone" if row.qualifier == "exact" else "rough"


def _order(context: Context, account: Account) -> tuple[int, int, str, int]:
    gravity = [*verdicts(context.language)].index(account.verdict) if account.verdict in VERDICTS else 9
    under = stands_under(context, account)
    return context.view.places.index(under), gravity, account.origin.doc, account.origin.at
