"""What was found in one own report, a click away: figures by metric, numbers left over, its own sums."""

import streamlit as st

from compare.context import Context
from compare.own.preview import Group, Preview
from compare.record import Finding, Leftover, Row
from compare.words.periods import say_when
from compare.words.terms import grades
from pages.parts.evidence import script_of
from pages.parts.markup import Markup, element, join, marked

MOST = 200  # sentences in one list


def show_figures(preview: Preview, context: Context) -> None:
    """The figures by metric, each with its sentence; the doubtful ones first, with the reason."""
    rows = [row for group in preview.groups for row in group.rows]
    label = context.language.say("Figures ({n})", n=len(rows))
    with st.popover(label, key=f"figures {preview.document.doc}", disabled=not rows):
        doubtful = preview.doubtful
        if doubtful:
            first = Group(context.language.say("Doubtful: look at these first"), doubtful)
            st.html(_group(first, preview, context))
        for group in preview.groups:
            sound = Group(group.name, tuple(row for row in group.rows if row not in doubtful))
            if sound.rows:
                st.html(_group(sound, preview, context))


def show_leftovers(preview: Preview, context: Context) -> None:
    """The numbers that became no figure, each with what it seems to count."""
    label = context.language.say("Left over ({n})", n=len(preview.leftovers))
    with st.popover(label, key=f"left {preview.document.doc}", disabled=not preview.leftovers):
        shown = preview.leftovers[:MOST]
        st.html(element("div", *(_leftover(one, preview) for one in shown), css="xb-quotes"))


def show_sums(preview: Preview, context: Context) -> None:
    """The sums of the report that contradict themselves, in words."""
    if preview.disagreeing:
        label = context.language.say("Contradictions ({n})", n=len(preview.disagreeing))
        with st.popover(label, key=f"sums {preview.document.doc}"):
            st.html(element("div", *(_sum(one, context) for one in preview.disagreeing), css="xb-quotes"))


def _group(group: Group, preview: Preview, context: Context) -> Markup:
    lines = [_figure(row, preview, context) for row in group.rows[:MOST]]
    return element("section", element("h3", group.name, css="xb-h3"), *lines, css="xb-quotes")


def _figure(row: Row, preview: Preview, context: Context) -> Markup:
    language = context.language
    words = [context.names.full(row.adcode, row.place), say_when(row, language)]
    words.append(grades(language).get(row.grade, row.grade))
    if row.grade == "doubtful":
        metric = context.metrics.get(row.metric)
        words += [metric.short(language) if metric else row.metric]
        words += [language.say(row.note)] if row.note else []
    head = join(element("b", row.text), " ", element("span", " · ".join(word for word in words if word)))
    quote = element("p", marked(row.quote, row.text, row.at), lang=script_of(preview.document))
    return element("div", element("div", head, quote), css="xb-q")


def _leftover(left: Leftover, preview: Preview) -> Markup:
    head = (
        join(element("b", left.text), " ", element("span", left.label))
        if left.label
        else element("b", left.text)
    )
    quote = element("p", left.quote, lang=script_of(preview.document))
    return element("div", element("div", head, quote), css="xb-q")


def _sum(finding: Finding, context: Context) -> Markup:
    said = finding.message_zh if context.language.code == "zh" else finding.message_en
    return element("div", element("p", said), css="xb-q")
