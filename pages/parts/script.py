"""The text of a report as markup: escaped, then our own marks around numbers and around what was found.

The text stays the same bytes whatever is filtered or in hand, so that the browser keeps it; what changes is a few
rules of style beside it.
"""

import re

import streamlit as st

from compare.context import Context
from compare.evidence.marks import Mark
from compare.evidence.report import Read, Wanted, name_mark
from compare.evidence.text import Paragraph, Stretch, cut_text
from compare.own.mark import is_own
from pages.parts.evidence import script_of
from pages.parts.markup import Markup, element
from pages.parts.seek import Found

Span = tuple[int, int]
PLAIN = "{background:none;border-color:transparent;text-decoration:none;font-weight:inherit;color:inherit}"
FRAME = "{outline:2px solid var(--focus);outline-offset:1px}"


def show_text(context: Context, read: Read, wanted: Wanted, found: Found) -> None:
    """The report's text, and the style of what is filtered out and in hand."""
    key = (context.store.version, read.document.doc, context.language.code, found.hits)
    st.html(f"<style>{_rules(read, wanted)}{_hit(found)}</style>")
    # a visitor's own report is kept nowhere but in the visit
    st.html(write_text(read, found.hits) if is_own(read.document.doc) else _written(*key, _read=read))


@st.cache_resource(show_spinner=False, max_entries=8)
def _written(version: str, doc: str, language: str, hits: tuple[Span, ...], *, _read: Read) -> Markup:  # noqa: ARG001 - key
    return write_text(_read, hits)


def write_text(read: Read, hits: tuple[Span, ...]) -> Markup:
    """The text as markup, a paragraph for each line that has words."""
    paragraphs = cut_text(read.text, read.marks, hits)
    return element("div", *map(_paragraph, paragraphs), css="xb-rep", lang=script_of(read.document))


def _paragraph(stretches: Paragraph) -> Markup:
    return element("p", *map(_stretch, stretches))


def _stretch(stretch: Stretch) -> str:
    found = stretch.text
    if stretch.hit >= 0:
        first = {"id": f"h{stretch.hit}"} if stretch.opens_hit else {}
        found = element("em", stretch.text, css="hit", **first)
    return _mark(stretch.mark, found, stretch.opens) if stretch.mark else found


def _mark(mark: Mark, inner: str, first: bool) -> Markup:
    css = f"f-{mark.fate} s-{slug(mark.sort)}" + (" doubt" if mark.grade == "doubtful" else "")
    place = {"id": f"m{mark.start}"} if first else {}
    start = str(mark.start)
    return element("mark", inner, css=css, title=mark.title, data_m=start, data_x=name_mark(mark), **place)


def slug(sort: str) -> str:
    """A metric or reason as the name of a class.

    >>> slug("lifted.households"), slug("no metric")
    ('lifted-households', 'no-metric')
    """
    return re.sub("[^a-z0-9]+", "-", sort.lower())


def _hit(found: Found) -> str:
    """A frame around what was found, where it is in hand."""
    return f".xb-rep #h{found.at}{FRAME}" if found.hits else ""


def _rules(read: Read, wanted: Wanted) -> str:
    """Marks that are filtered out look like the text around them; the one in hand has a frame."""
    rules = []
    if wanted.fates:
        shown = ",".join(f".f-{fate}" for fate in wanted.fates)
        rules.append(f".xb-rep mark:not({shown}){PLAIN}")
    if wanted.sort:
        rules.append(f".xb-rep mark:not(.s-{slug(wanted.sort)}){PLAIN}")
    if read.chosen:
        rules.append(f'.xb-rep [data-m="{read.chosen.start}"]{FRAME}')
    return "".join(rules)
