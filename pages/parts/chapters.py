"""The timeline on the page: its chart, and below it every entry with its sentence, place by place."""

import streamlit as st

from compare.context import Context
from compare.export.spreadsheet import write_csv
from compare.panels.entries import Entry
from compare.panels.timeline import Chapter, Timeline
from compare.words.terms import kinds
from pages.parts.empty import show_empty
from pages.parts.evidence import script_of
from pages.parts.markup import Markup, element, join, marked
from pages.parts.panel import show_chart, show_foot, show_words


def show_timeline(timeline: Timeline, context: Context) -> None:
    """The lanes with their words, sources and download; a box where nothing is dated."""
    panel, say = timeline.panel, context.language.say
    if panel.figure is None:
        show_empty(panel.headline, say("Take a kind away above, or choose other places."))
        return
    show_words(panel, "h1")
    show_chart(panel)
    show_foot(panel, context)
    with st.container(horizontal=True, key="acts timeline"):
        st.download_button(
            say("CSV ({n})", n=len(panel.table.cells)),
            lambda: write_csv(panel.table.columns, panel.table.cells),
            f"xianbi-{context.store.version[:6]}-timeline.csv",
            "text/csv",
            key="csv timeline",
            icon=":material/download:",
            on_click="ignore",
        )


def show_chapters(timeline: Timeline, context: Context) -> None:
    """Every entry in two columns; this also serves print and telephones."""
    told = [chapter for chapter in timeline.chapters if chapter.entries]
    if not told:
        return
    scripts = {document.doc: script_of(document) for document in context.store.documents()}
    title = element("h2", context.language.say("One by one"), css="xb-h2")
    sections = [_section(chapter, scripts, context) for chapter in told]
    st.html(join(title, element("div", *sections, css="xb-ev")))


def _section(chapter: Chapter, scripts: dict[str, str], context: Context) -> Markup:
    colour = f"--c:{context.colour(chapter.adcode)}"
    lines = [_line(entry, scripts, context) for entry in chapter.entries]
    return element("section", element("h3", chapter.name), *lines, style=colour)


def _line(entry: Entry, scripts: dict[str, str], context: Context) -> Markup:
    kind = element("span", kinds(context.language).get(entry.kind, entry.kind))
    words = element("b", entry.words) if entry.words else ""
    quote = element("q", marked(entry.quote, entry.text, entry.at), lang=scripts.get(entry.doc, "zh-Hans"))
    return element("p", element("time", entry.when), kind, words, quote)
