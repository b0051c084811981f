"""The row at the foot of a page: what it shows to take away, how to cite it, how to get the same in a script."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import streamlit as st

from compare.context import Context
from compare.export.artefact import MIMES, name_file
from compare.export.citation import cite_all
from compare.export.order import Order, fill_order
from compare.export.script import write_command, write_pandas
from compare.export.shown import show
from compare.own.mark import is_own
from compare.question import passing
from compare.record import Filter
from pages.parts.guide import write_guide
from pages.parts.markup import element

KEY = "acts take"


@dataclass(frozen=True, slots=True)
class Face:
    """How a button looks."""

    label: str
    icon: str
    disabled: bool = False


def show_downloads(context: Context) -> None:
    """Workbook, slides and package of the page; citations and script lines, made when they are opened."""
    say = context.language.say
    st.html(element("p", say("Take this page away"), css="xb-take"))
    with st.container(horizontal=True, key=KEY):
        _offer(context, Order("xlsx"), Face(say("Excel"), ":material/table_view:"))
        _offer(context, Order("pptx"), Face(say("Slides"), ":material/slideshow:"))
        if context.view.page != "data":
            _offer(
                context,
                Order("pptx", story=True),
                Face(say("Slides of all pages"), ":material/auto_stories:"),
            )
        _offer(context, Order("zip"), Face(say("ZIP"), ":material/folder_zip:"))
        _unfold(say("Cite"), ":material/format_quote:", lambda: _show_citations(context))
        _unfold(say("For scripts"), ":material/terminal:", lambda: _show_scripts(context))
        _unfold(say("First steps"), ":material/help:", lambda: st.html(write_guide(context.language)))


def show_files(context: Context) -> None:
    """The data page's two CSV files: the rows that pass its filters, and the whole table; each says how many."""
    language, store = context.language, context.store
    passed, whole = store.count(passing(context.view)), store.count(Filter())
    with st.container(horizontal=True, key="acts data"):
        shown = language.count("CSV: the {n} row that passes", "CSV: the {n} rows that pass", passed)
        _offer(context, Order("csv"), Face(shown, ":material/download:", disabled=not passed))
        every = language.count("CSV: everything, {n} row", "CSV: everything, {n} rows", whole)
        _offer(context, Order("csv", whole=True), Face(every, ":material/download:"))


def _offer(context: Context, order: Order, face: Face) -> None:
    """A button whose file is made when it is pressed."""
    part = "all" if order.whole else "story" if order.story else context.view.page
    st.download_button(
        face.label,
        lambda: fill_order(context, replace(order, day=_today())).content,
        name_file(context, part, order.kind),
        MIMES[order.kind],
        key=f"take {order.kind} {part}",
        icon=face.icon,
        on_click="ignore",
        disabled=face.disabled,
    )


def _unfold(label: str, icon: str, draw: Callable[[], None]) -> None:
    """A button that opens; what it holds is worked out only then."""
    with st.popover(label, icon=icon, key=f"take {icon}", on_change="rerun") as opened:
        if opened.open:
            draw()


def _show_citations(context: Context) -> None:
    say = context.language.say
    cited = cite_all(context, show(context).documents, _today())
    st.html(element("p", say("The reports behind this page, and the table itself"), css="xb-deck"))
    st.caption("GB/T 7714")
    numbered = [f"[{n}] {citation.gbt}" for n, citation in enumerate(cited, start=1)]
    st.code("\n".join(numbered), language=None, wrap_lines=True)
    st.caption("APA")
    st.code("\n".join(citation.apa for citation in cited), language=None, wrap_lines=True)


def _show_scripts(context: Context) -> None:
    say = context.language.say
    if any(is_own(code) for code in context.view.places):
        st.html(
            element(
                "p",
                say("Your own reports are in this visit only: a script does not see them."),
                css="xb-deck",
            )
        )
    # Plain: the colours that Streamlit gives to code are too pale to read
    st.caption(say("The same files, typed in the project’s folder (csv, xlsx, pptx, zip, json, png or svg)"))
    st.code(write_command(context, "xlsx"), language=None, wrap_lines=True)
    st.caption(say("The table in pandas"))
    st.code(write_pandas(context, show(context)), language=None, wrap_lines=True)


def _today() -> str:
    return datetime.now(UTC).date().isoformat()
