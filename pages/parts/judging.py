"""A figure judged where its passage is shown, and the judgements of this visit to be taken back or taken away."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

import streamlit as st

from compare.context import Context
from compare.corrections.judgement import Judgement, judgements_csv, read_value, verdicts, write_toml
from compare.corrections.mended import say_cell
from compare.corrections.problem import write_problem
from compare.own.date import parse_date
from compare.record import Row
from compare.words.terms import bases
from pages.parts.markup import element, join
from pages.parts.mending import official_places

JUDGED, FAULT = "judged", "judging fault"
LONGEST = 500  # characters of a remark


def judgements() -> tuple[Judgement, ...]:
    """The judgements of this visit, in the order in which they were made."""
    kept: dict[str, Judgement] = st.session_state.get(JUDGED, {})
    return tuple(kept.values())


def show_judging(row: Row, context: Context, address: str) -> None:
    """The popover of a passage: a judgement of the figure, and a ready text that reports a problem with it."""
    say = context.language.say
    with st.popover(say("Right or wrong?"), icon=":material/rule:", key=f"judge {row.fact}"):
        made = st.session_state.get(JUDGED, {}).get(row.fact)
        if made:
            _show_made(made, context)
        else:
            _show_form(row, context)
        st.caption(say("Report a problem with this figure: copy this and send it to whoever keeps the table"))
        st.code(write_problem(context, row, address), language=None, wrap_lines=True)


def show_judgements(context: Context) -> None:
    """The judgements of this visit, each with its undo, and two files of all; nothing where there is none."""
    made, say = judgements(), context.language.say
    if not made:
        return
    title = context.language.count(
        "{n} figure judged in this visit", "{n} figures judged in this visit", len(made)
    )
    advice = say(
        "The table stays as it is. Take the judgements away as corrections.toml: beside the reports, the next build "
        "applies them; or send them to whoever keeps the table."
    )
    st.html(join(element("h2", title, css="xb-h2"), element("p", advice, css="xb-deck")))
    for one in made:
        with st.container(horizontal=True, vertical_alignment="center", key=f"judged {one.row.fact}"):
            st.html(
                element(
                    "p",
                    element("b", _name(one.row, context)),
                    " ",
                    _say_judgement(one, context),
                    css="xb-judged",
                )
            )
            _offer_undo(one, context, "list")
    day, version = datetime.now(UTC).date().isoformat(), context.store.version
    with st.container(horizontal=True, key="acts judged"):
        _offer("corrections.toml", "application/toml", lambda: write_toml(made, version, day))
        _offer("judgements.csv", "text/csv", lambda: judgements_csv(context, made))


def _offer(name: str, mime: str, make: Callable[[], bytes]) -> None:
    st.download_button(
        name, make, name, mime, key=f"take {name}", icon=":material/download:", on_click="ignore"
    )


def _show_made(made: Judgement, context: Context) -> None:
    st.html(element("p", _say_judgement(made, context), css="xb-judged"))
    _offer_undo(made, context, "passage")


def _offer_undo(made: Judgement, context: Context, where: str) -> None:
    fact = made.row.fact
    st.button(
        context.language.say("Undo"),
        key=f"undo {where} {fact}",
        icon=":material/undo:",
        on_click=_undo,
        args=(fact,),
    )


def _show_form(row: Row, context: Context) -> None:
    say, names, fact = context.language.say, verdicts(context), row.fact
    verdict = st.radio(
        say("Is this figure right?"), list(names), format_func=lambda code: names[code], key=f"verdict {fact}"
    )
    if verdict == "other":
        _show_fields(row, context)
    st.text_input(say("Why, and where can it be looked up?"), key=f"remark {fact}", max_chars=LONGEST)
    if fault := st.session_state.pop(f"{FAULT} {fact}", ""):
        st.html(element("div", element("p", fault), css="xb-warn", role="alert"))
    st.button(
        say("Keep this judgement"), key=f"keep {fact}", type="primary", on_click=_keep, args=(row, context)
    )


def _show_fields(row: Row, context: Context) -> None:
    """What the figure should be; fields left alone stay as they are."""
    say, fact = context.language.say, row.fact
    kinds, same = bases(context.language), say("as it is")
    metrics = {code: metric.name(context.language) for code, metric in context.metrics.items()}
    options = official_places(context.language.code)
    st.text_input(say("Value, in the base unit or with 万 or 亿"), key=f"to value {fact}", placeholder=same)
    for column, label, choices in (
        ("metric", say("Metric"), metrics),
        ("place", say("Place: name, pinyin, initials or code"), options),
        ("basis", say("Basis"), kinds),
    ):
        st.selectbox(
            label,
            ["", *choices],
            key=f"to {column} {fact}",
            format_func=_named(choices, same),
            filter_mode="contains",
        )
    st.text_input(say("Period: 2020, 2020-09 or 2020-09-30"), key=f"to period {fact}", placeholder=same)


def _named(choices: Mapping[str, str], same: str) -> Callable[[str], str]:
    return lambda code: choices.get(code, same)


def _keep(row: Row, context: Context) -> None:
    """Remembers the judgement, or says what is wrong with it; for callbacks."""
    state, say, fact = st.session_state, context.language.say, row.fact
    verdict = str(state[f"verdict {fact}"])
    to: dict[str, str] = {}
    if verdict == "other":
        typed = {
            name: str(state.get(f"to {name} {fact}") or "").strip()
            for name in ("value", "metric", "place", "period", "basis")
        }
        to = {name: words for name, words in typed.items() if words}
        value, period = read_value(to.get("value", "0")), parse_date(to.get("period", "2020"))
        fault = (
            say("This value is no number: {words}", words=to["value"]) if not value
            else say("This period is none: {words}", words=to["period"]) if not period
            else say("Say what it should be: fill at least one field.") if not to
            else ""
        )  # fmt: skip
        if fault:
            state[f"{FAULT} {fact}"] = fault
            return
        to |= {name: words for name, words in (("value", value), ("period", period)) if name in to and words}
    made = Judgement(row, verdict, str(state.get(f"remark {fact}") or "").strip()[:LONGEST], to)
    state[JUDGED] = {**state.get(JUDGED, {}), fact: made}


def _undo(fact: str) -> None:
    kept = st.session_state.get(JUDGED, {})
    st.session_state[JUDGED] = {code: one for code, one in kept.items() if code != fact}


def _name(row: Row, context: Context) -> str:
    metric = context.metrics.get(row.metric)
    place = context.names.short(row.adcode, row.place)
    return " · ".join((place, metric.name(context.language) if metric else row.metric, row.text))


def _say_judgement(made: Judgement, context: Context) -> str:
    """``wrong: should be otherwise (Value 7,427); the yearbook``."""
    say = context.language.say
    titles = {
        "value": say("Value"), "metric": say("Metric"), "place": say("Place"), "period": say("Period"),
        "basis": say("Basis"),
    }  # fmt: skip
    names = official_places(context.language.code)
    told = {
        name: names.get(code, code).split("\n")[0] if name == "place" else say_cell(context, name, code)
        for name, code in made.to.items()
    }
    changes = context.language.sense("clauses", ", ").join(
        f"{titles[name]} {words}" for name, words in told.items()
    )
    said = verdicts(context)[made.verdict] + (say(" ({words})", words=changes) if changes else "")
    return say("; ").join(part for part in (said, made.note) if part)
