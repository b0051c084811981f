"""The mark in hand, beside the report: the passage of a figure, or why a number is none."""

import streamlit as st

from compare.context import Context
from compare.corrections.mended import left_out_lines
from compare.evidence.marks import Mark, name_sort
from compare.evidence.report import Read
from pages.parts.markup import Markup, element
from pages.parts.passage import show_passage


def show_slip(context: Context, read: Read) -> None:
    """What became of the mark in hand; a word on how to take one up where none is."""
    mark = read.chosen
    if mark is None:
        st.html(
            element(
                "p",
                context.language.say("Choose a number in the text to see what became of it."),
                css="xb-remark",
            )
        )
    elif mark.facts:
        for fact in mark.facts:
            show_passage(fact, context, whole=False)
    else:
        st.html(write_leftover(context, mark, read))


def write_leftover(context: Context, mark: Mark, read: Read) -> Markup:
    """The number with the reason why it is no row, and what it seems to count."""
    say = context.language.say
    head = element(
        "h3", element("b", read.text[mark.start : mark.end]), " ", element("span", say("not in the table"))
    )
    lines = [(say("Reason"), name_sort(context, mark.sort))]
    if mark.label:
        lines.append((say("Seems to count"), mark.label))
    if mark.sort == "corrected":
        mended = left_out_lines(context, read.document.doc, mark.start)
        lines += [(line.name, f"{line.read} ({line.why})") for line in mended]
    told = [part for name, words in lines for part in (element("dt", name), element("dd", words))]
    return element("section", head, element("dl", *told), css="xb-pass", tabindex="-1")
