"""The choice of a family of measures, and what each place did in it."""

from collections.abc import Sequence

import streamlit as st

from compare.context import Context
from compare.panels.deeds import Deed, Record
from compare.panels.measures import Measures, name_family
from pages.parts.evidence import script_of
from pages.parts.markup import Markup, element, join, marked_all
from pages.parts.state import change


def pick_family(measures: Measures, context: Context) -> None:
    """A row of the families that have figures; the one shown is switched on."""
    view, offered = context.view, dict.fromkeys((*measures.given, measures.family))
    key = "pick family"
    st.session_state[key] = measures.family
    with st.container(key="kinds"):
        st.pills(
            context.language.say("Family of measures"),
            list(offered),
            key=key,
            format_func=lambda family: name_family(context, family),
            on_change=lambda: change(view, family=st.session_state[key] or measures.family),
            label_visibility="collapsed",
        )


def show_records(records: Sequence[Record], context: Context) -> None:
    """What each place did, sentence by sentence, with the results that the same sentence tells."""
    if not records:
        return
    docs = tuple({deed.doc for record in records for deed in record.deeds})
    scripts = (
        {document.doc: script_of(document) for document in context.store.documents(docs)} if docs else {}
    )
    title = element(
        "h2", context.language.say("What each place did, and what the same sentences tell"), css="xb-h2"
    )
    sections = [_section(record, scripts, context) for record in records]
    st.html(join(title, element("div", *sections, css="xb-ev")))


def _section(record: Record, scripts: dict[str, str], context: Context) -> Markup:
    lines = [_line(deed, scripts, context) for deed in record.deeds]
    if record.silent:
        lines.append(
            element(
                "p",
                element(
                    "span",
                    context.language.say(
                        "None of these sentences gives income, people lifted or a poverty rate."
                    ),
                ),
            )
        )
    colour = f"--c:{context.colour(record.adcode)}"
    return element("section", element("h3", record.name), *lines, style=colour)


def _line(deed: Deed, scripts: dict[str, str], context: Context) -> Markup:
    say, stop = context.language.say, context.language.say("; ")
    done = element("b", stop.join(deed.done))
    told = say("Told in the same sentence: {figures}", figures=stop.join(deed.beside)) if deed.beside else ""
    beside = element("em", told) if told else ""
    quote = element("q", marked_all(deed.quote, deed.marks), lang=scripts.get(deed.doc, "zh-Hans"))
    return element("p", done, beside, quote)
