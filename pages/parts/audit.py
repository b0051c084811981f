"""The audit on the page: how many sums come out, filters, then each sum with its sentence."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

import streamlit as st

from compare.audit.account import Account, Sum
from compare.audit.ledger import Ledger, read_ledger, say_headline, shown_accounts, stands_under
from compare.audit.sentences import Part
from compare.audit.tally import say_tally
from compare.audit.words import SIGNS, explain_verdicts, verdicts
from compare.context import Context
from pages.parts.markup import Markup, element, join
from pages.parts.passage import open_facts, show_passages
from pages.parts.state import change

MOST = 120  # sums in one list


def show_audit(context: Context) -> None:
    """Headline, filters, the sums by place and gravity, and what could not be checked."""
    ledger, say = read_ledger(context), context.language.say
    deck = say(
        "Every sum that a report tells is worked out again from its own figures. "
        "Nothing is mended: what does not come out stays as printed, and is marked wherever it is shown."
    )
    st.html(join(element("h1", say_headline(context, ledger), css="xb-h"), element("p", deck, css="xb-deck")))
    _pick_verdicts(context, ledger)
    shown = shown_accounts(context, ledger)
    _show_accounts(shown[:MOST], context)
    if len(shown) > MOST:
        cut = say(
            "The first {n} of {all} are listed; a verdict above brings the others.", n=MOST, all=len(shown)
        )
        st.html(element("p", cut, css="xb-remark"))
    st.html(write_tally(context, ledger))


def _pick_verdicts(context: Context, ledger: Ledger) -> None:
    """What came of the sums, as switches that are the legend, with what each means."""
    language, view, key = context.language, context.view, "pick verdicts"
    words, meaning = verdicts(language), explain_verdicts(language)
    offered = list(dict.fromkeys((*ledger.counts, *view.filters.verdicts)))
    st.session_state[key] = list(view.filters.verdicts)
    with st.container(key="kinds"):
        st.pills(
            language.say("What came of the sums; none chosen shows all"),
            offered,
            selection_mode="multi",
            key=key,
            format_func=lambda code: f"{SIGNS[code]} {words[code]} {ledger.counts.get(code, 0)}",
            on_change=lambda: change(
                view, filters=replace(view.filters, verdicts=tuple(st.session_state[key]))
            ),
            label_visibility="collapsed",
        )
    items = [
        element("span", element("b", f"{SIGNS[code]} {words[code]}"), " ", meaning[code]) for code in offered
    ]
    st.html(element("div", *items, css="xb-means"))


def _show_accounts(accounts: Sequence[Account], context: Context) -> None:
    """The sums under the name of their place; the open passages stand below the first sum that they belong to."""
    opened = set(context.view.facts)
    cut = next((n for n, one in enumerate(accounts, start=1) if opened & set(one.facts)), len(accounts))
    st.html(write_accounts(accounts[:cut], context))
    shown = {fact for account in accounts for fact in account.facts}
    show_passages(open_facts(context, shown), context)
    if accounts[cut:]:
        above = stands_under(context, accounts[cut - 1])
        st.html(write_accounts(accounts[cut:], context, above))


def write_accounts(accounts: Sequence[Account], context: Context, above: str = "") -> Markup:
    """The sums as markup, with a heading for each place but the one that the list goes on with."""
    parts: list[Markup] = []
    heads = dict.fromkeys(stands_under(context, one) for one in accounts)
    called = context.store.called(heads)
    names = {code: context.names.short(code, name) for code, name in called.items()}
    for code, held in groupby(accounts, key=lambda one: stands_under(context, one)):
        if code != above:
            parts.append(element("h2", names.get(code, code), css="xb-h2"))
        parts += [_account(account, context) for account in held]
    return element("div", *parts, css="xb-audit")


def _account(account: Account, context: Context) -> Markup:
    language = context.language
    verdict = element("b", f"{SIGNS.get(account.verdict, '')} {verdicts(language).get(account.verdict, '')}")
    head = element("h3", verdict, " ", element("span", f"{account.check} · {account.place}"))
    script = account.origin.script
    sentences = [element("p", *map(_part, told), lang=script, css="say") for told in account.told]
    return element(
        "article",
        head,
        _sum(account.sum, context) if account.sum else "",
        element("p", account.message, css="told"),
        *sentences,
        element("p", account.origin.source, css="where"),
        css=f"v-{account.verdict.replace(' ', '-')}",
        id=f"finding-{account.id}",
    )


def _sum(told: Sum, context: Context) -> Markup:
    say = context.language.say
    span = f"{told.least} – {told.most}" if told.least else ""
    named = ((say("Reported"), told.reported), (told.other, told.calculated), (say("Range"), span))
    pairs = [element("div", element("dt", name), element("dd", words)) for name, words in named if words]
    return element("dl", *pairs)


def _part(part: Part) -> Markup:
    if not part.role:
        return join(part.text)
    number = element("mark", part.text, css=part.role)
    return element("button", number, type="button", data_x=part.code, css="xb-n")


def write_tally(context: Context, ledger: Ledger) -> Markup:
    """What was checked, and what could not be and why, as sentences."""
    title, lines = say_tally(context, ledger)
    items = [element("li", element("b", f"{n:,}"), " ", words) for n, words in lines]
    return join(element("h2", title, css="xb-h2"), element("ul", *items, css="xb-list"))
