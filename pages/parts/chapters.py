"""The timeline on the page: its chart, and below it every entry with its sentence, place by place."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from compare.audit.about import say_wrong_within
from compare.context import Context
from compare.export.spreadsheet import write_csv
from compare.panels.entries import Entry
from compare.panels.timeline import Chapter, Timeline
from compare.words.terms import kinds
from pages.parts.acts import Acts, show_row_of
from pages.parts.empty import show_empty
from pages.parts.evidence import opener, red, script_of, told_of
from pages.parts.markup import Markup, element, join, marked
from pages.parts.panel import show_chart, show_foot, show_words
from pages.parts.passage import beside, open_facts


def show_timeline(timeline: Timeline, context: Context) -> None:
    """The lanes with their words, sources, sentences and table; a box where nothing is dated."""
    panel, say = timeline.panel, context.language.say
    if panel.figure is None:
        show_empty(panel.headline, say("Take a kind away above, or choose other places."))
        return
    show_words(panel, "h1")
    shown = {code for entry in timeline.entries for code in (entry.fact, entry.event)}
    with beside(open_facts(context, shown), context):
        show_chart(panel, context)
    show_foot(panel, context)
    quotes = told_of(timeline.entries, context)
    write = partial(write_csv, timeline.file.columns, timeline.file.cells)
    acts = Acts(
        len(timeline.entries), quotes, panel.table, len(timeline.file.cells), write, panel.id, panel.alt
    )
    show_row_of(acts, context, "timeline")


def show_undated(timeline: Timeline, context: Context) -> None:
    """What has no date, in a list of its own: it stands on no axis."""
    show_chapters(timeline.undated, context.language.say("Not dated"), context)


def show_chapters(chapters: Sequence[Chapter], title: str, context: Context) -> None:
    """Every entry in two columns; this also serves print and telephones."""
    if not chapters:
        return
    docs = tuple({entry.doc for chapter in chapters for entry in chapter.entries})
    scripts = (
        {document.doc: script_of(document) for document in context.store.documents(docs)} if docs else {}
    )
    sections = [_section(chapter, scripts, context) for chapter in chapters]
    st.html(join(element("h2", title, css="xb-h2"), element("div", *sections, css="xb-ev")))


def _section(chapter: Chapter, scripts: dict[str, str], context: Context) -> Markup:
    colour = f"--c:{context.colour(chapter.adcode)}"
    lines = [_line(entry, scripts, context) for entry in chapter.entries]
    return element("section", element("h3", chapter.name), *lines, style=colour)


def _line(entry: Entry, scripts: dict[str, str], context: Context) -> Markup:
    kind = element("span", kinds(context.language).get(entry.kind, entry.kind))
    words = element("b", entry.words) if entry.words else ""
    quote = element("q", marked(entry.quote, entry.text, entry.at), lang=scripts.get(entry.doc, "zh-Hans"))
    when = element("time", entry.when) if entry.date else ""
    bad = red(say_wrong_within(context, entry.doc, *entry.span))
    return element(
        "p", when, kind, words, quote, " ", bad, opener(entry.fact or entry.event, context.language)
    )
