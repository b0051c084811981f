"""A panel on the page: sentence, deck, amber strip, chart, key, sources, and what answers for the figures."""

import re
from collections.abc import Collection, Iterable, Sequence

import streamlit as st

from compare.context import Context
from compare.corrections.mended import mended_notes
from compare.panel import Caution, Panel, Source
from pages.parts.acts import show_acts
from pages.parts.block import Block
from pages.parts.click import choose_mark
from pages.parts.dispute import show_disputed
from pages.parts.drawing import Drawing
from pages.parts.empty import show_empty
from pages.parts.evidence import script_of
from pages.parts.markup import Markup, between, element, join
from pages.parts.passage import beside, open_facts

SHEET = 1300  # px that a chart has on paper, where the page is shown at 0.73
CONFIG = {"displayModeBar": False, "responsive": True, "scrollZoom": False, "doubleClick": False}


def show_panels(panels: Sequence[Panel], context: Context) -> None:
    """The panels one under another; the first one's headline is the page's, the empty ones come last.

    A figure that is on two panels has its passage beside the first.
    """
    first, others = panels[0], panels[1:]
    show_panel(first, context)
    above = {row.fact for row in first.rows}
    for panel in others:
        if panel.figure is not None:
            show_panel(panel, context, "h2", above)
            above |= {row.fact for row in panel.rows}
    for panel in others:
        if panel.figure is None:
            show_remark(" ".join(panel.missing), panel.headline)


def show_panel(
    panel: Panel, context: Context, heading: str = "h1", above: Collection[str] = frozenset()
) -> None:
    """One panel, whole; where it has nothing to draw, a box in words.

    The open passages of its figures stand beside the chart, but for those that have one ``above``.
    """
    if panel.figure is None:
        show_empty(panel.headline, " ".join(panel.missing) or panel.deck, heading)
        return
    show_words(panel, heading)
    facts = open_facts(context, {row.fact for row in panel.rows} - set(above))
    with beside(facts, context):
        show_chart(panel, context)
    show_foot(panel, context)
    show_disputed(context, panel.rows)
    show_acts(panel, context, panel.id)


def show_words(panel: Block, heading: str) -> None:
    """Headline, deck and amber strip."""
    title = element(heading, *_clauses(panel.headline), css="xb-h" if heading == "h1" else "xb-h2")
    deck = element("p", panel.deck, css="xb-deck") if panel.deck else ""
    st.html(join(title, deck, _strip(panel.warnings)))


def _clauses(headline: str) -> list[str]:
    """A Chinese headline in parts that are broken between lines only where one of them is too long.

    >>> _clauses("肥西县专项资金最多；扎鲁特旗脱贫户最多")
    ['<span>肥西县专项资金最多；</span>', '<span>扎鲁特旗脱贫户最多</span>']
    """
    parts = re.findall(r"[^，；：]+[，；：]?", headline)
    return [element("span", part) for part in parts] if len(parts) > 1 else [headline]


def show_chart(panel: Panel, context: Context) -> None:
    """The figure, drawn as it is given; a click on a mark opens its passage."""
    if panel.figure is None:
        return
    key = f"chart {panel.id}"
    _fit_sheet(key, int(panel.figure["layout"]["height"]))
    st.plotly_chart(
        Drawing(panel.figure),
        theme=None,
        key=key,
        config=CONFIG,
        alt=panel.alt,
        on_select=lambda: choose_mark(context, key),
        selection_mode="points",
    )


def _fit_sheet(key: str, height: int) -> None:
    """Makes a chart that is higher than a sheet of paper as small as that, so that none is cut in two."""
    if height > SHEET:
        name = re.sub("[^A-Za-z0-9_-]", "-", f"st-key-{key}")
        st.html(f"<style>@media print{{.{name}{{zoom:{SHEET / height:.3f}}}}}</style>")


def show_foot(panel: Block, context: Context) -> None:
    """Key, what is missing, sources, notes, and the data's version."""
    items = [element("span", item.words, css=f"k-{item.mark}") for item in panel.key]
    key = element("div", *items, css="xb-key") if items else ""
    st.html(
        join(key, source_block(panel.sources, (*panel.notes, *mended_notes(context, panel.rows)), context))
    )


def show_remark(words: str, head: str = "") -> None:
    """A line of small words under the panels, after a heading in bold; nothing where there is neither."""
    if words or head:
        bold = (element("b", head), "\u2003") if head else ()
        st.html(element("p", *bold, words, css="xb-remark"))


def source_block(sources: Iterable[Source], notes: Iterable[str], context: Context) -> Markup:
    """The source line: reports with publisher and date, notes, version."""
    say, stop = context.language.say, context.language.say("; ")
    named = [_source(source, context) for source in sources]
    parts = [_line(say("Source"), between(named, stop))] if named else []
    remarks = [element("span", note) for note in notes]
    parts += [_line(say("Note"), between(remarks, " "))] if remarks else []
    version = context.store.version[:6]
    parts.append(
        element(
            "div", say("Xianbi · data version {version} · every figure carries its sentence", version=version)
        )
    )
    return element("div", *parts, css="xb-src")


def _strip(warnings: Sequence[Caution]) -> str:
    if not warnings:
        return ""
    sentences = [element("p", element("b", w.verdict), _gap(w.verdict), w.reason) for w in warnings]
    return element("div", *sentences, css="xb-warn", role="note")


def _source(source: Source, context: Context) -> Markup:
    document, say = source.document, context.language.say
    damage = say("text damaged") if document.damaged else ""
    words = context.language.sense("clauses", ", ").join(
        part for part in (document.publisher, source.when, damage) if part
    )
    title = element("cite", say("“{title}”", title=document.title or document.doc), lang=script_of(document))
    return join(title, say(" ({words})", words=words)) if words else title


def _gap(verdict: str) -> str:
    """A space after an English sentence; a Chinese stop brings its own."""
    return "" if verdict.endswith(("。", "：", "；")) else " "


def _line(label: str, content: Markup) -> Markup:
    return element("div", element("b", label), "\u2003", content)
