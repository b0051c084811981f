"""Own reports on their page: the upload, what was not taken, and each report with what was found in it."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from compare.context import Context
from compare.own.mark import is_own, plain
from compare.own.package import pack
from compare.own.preview import Preview, build_preview
from compare.own.refusals import Fault, say_fault
from compare.record import Document
from compare.view import MOST_PLACES, link
from pages.parts.findings import show_figures, show_leftovers, show_sums
from pages.parts.markup import Markup, element, join
from pages.parts.mending import is_mending, show_mending, toggle_mending
from pages.parts.state import change
from pages.parts.visit import open_visit, remove, remove_all, take_files

UPLOADS = "own uploads"
COMPARE = "own compared"
BUTTON = ".st-key-own-upload button [data-testid=stMarkdownContainer] p::after"  # its own words stay English
MOST_SHOWN = 30  # reports with all that was found; of more only the first, the others by name


def show_head(context: Context) -> None:
    """What this page is for, and where the reports go."""
    say = context.language.say
    title = element("h1", say("Put your own reports beside these counties"), css="xb-h")
    deck = element(
        "p",
        say(
            "They are read by the same rules and stay in this visit: nobody else sees them, they do not enter the "
            "shared table, and they are gone when this page is closed or loaded anew. A link cannot carry them; "
            "to keep them, take them away as a ZIP and bring it back here."
        ),
        css="xb-deck",
    )
    st.html(join(title, deck))


def show_upload(context: Context) -> None:
    """The place to drop files; what was dropped is read at once and the place is free again."""
    say = context.language.say
    turn = st.session_state.setdefault(UPLOADS, 0)
    words = say("Choose files")
    st.html(f"<style>{BUTTON}{{content:'{words}'}}</style>")
    with st.container(key="own upload"):
        files = st.file_uploader(
            say("Reports: .txt .md .html .docx .pdf, or .zip with many of them; 20 MB each"),
            accept_multiple_files=True,
            key=f"own files {turn}",
        )
    if files:
        with st.spinner(say("Reading …")):
            take_files(files)
        st.session_state[UPLOADS] = turn + 1
        st.rerun()


def show_faults(context: Context) -> None:
    """An amber strip with a sentence for each file that was not taken."""
    visit = open_visit()
    if visit is None or not visit.faults:
        return
    sentences = [element("p", *_fault(fault, context)) for fault in visit.faults]
    st.html(element("div", *sentences, css="xb-warn xb-refused", role="alert"))


def show_acts(context: Context) -> None:
    """The row of buttons for all reports together; nothing where there is none."""
    say, visit, documents = context.language.say, open_visit(), own_documents(context)
    if visit is None or visit.store is None:
        return
    if st.session_state.pop(COMPARE, False):
        st.switch_page("pages/overview.py")
    own = visit.store
    places = own_places(context, documents)
    with st.container(horizontal=True, key="acts own"):
        st.button(
            say("Compare now"),
            type="primary",
            key="own compare",
            disabled=not places,
            on_click=_compare,
            args=(context, places),
        )
        st.download_button(
            context.language.count(
                "Take {n} report away (ZIP)", "Take {n} reports away (ZIP)", len(documents)
            ),
            lambda: pack(own),
            "xianbi-own.zip",
            "application/zip",
            key="own pack",
            icon=":material/download:",
            on_click="ignore",
        )
        st.button(say("Remove all"), key="own remove all", on_click=_forget, args=(context,))


def show_reports(context: Context) -> None:
    """Each report with what was found in it."""
    documents = own_documents(context)
    for document in documents[:MOST_SHOWN]:
        _show_report(build_preview(context, document), context)
    more = [document.title for document in documents[MOST_SHOWN:]]
    if more:
        said = context.language.say("Read as well, and not shown here: {list}", list=", ".join(more))
        st.html(element("p", said, css="xb-remark"))


def own_documents(context: Context) -> tuple[Document, ...]:
    """The own reports of this visit."""
    return tuple(document for document in context.store.documents() if is_own(document.doc))


def own_places(context: Context, documents: Sequence[Document]) -> tuple[str, ...]:
    """The places that the own reports are about and have figures of; where there is none, any that have."""
    given = tuple(entry.adcode for entry in context.store.places() if is_own(entry.adcode))
    homes = tuple(dict.fromkeys(document.adcode for document in documents if document.adcode in given))
    return (homes or given)[:MOST_PLACES]


def _fault(fault: Fault, context: Context) -> tuple[Markup, str]:
    stop = context.language.say(": ")
    return element("b", f"{fault.where}{stop}"), say_fault(fault, context.language)


def _show_report(preview: Preview, context: Context) -> None:
    say, doc = context.language.say, preview.document.doc
    lines = (
        (say("Place"), preview.place, preview.place_reason),
        (say("Date"), preview.date, preview.date_reason),
        (say("Numbers"), preview.share, ""),
    )
    cells = [
        element(
            "tr", element("th", head, scope="row"), element("td", said), element("td", reason, css="xb-why")
        )
        for head, said, reason in lines
    ]
    table = element("table", element("tbody", *cells), css="xb-grid xb-about")
    doubts = [element("p", doubt) for doubt in preview.doubts]
    strip = element("div", *doubts, css="xb-warn", role="note") if doubts else ""
    st.html(join(element("h2", preview.document.title, css="xb-h2"), table, strip))
    with st.container(horizontal=True, vertical_alignment="center", key=f"acts {doc}"):
        show_figures(preview, context)
        show_leftovers(preview, context)
        show_sums(preview, context)
        st.page_link(
            "pages/report.py",
            label=say("Whole report"),
            icon=":material/article:",
            query_params=link(replace(context.view, doc=doc)),
        )
        st.button(
            say("Place and date"),
            key=f"mend {doc}",
            icon=":material/edit:",
            on_click=toggle_mending,
            args=(doc,),
        )
        st.button(
            say("Remove"), key=f"remove {doc}", icon=":material/close:", on_click=_remove, args=(context, doc)
        )
    if is_mending(doc):
        show_mending(preview.document, context)


def _compare(context: Context, places: tuple[str, ...]) -> None:
    """Puts the own places behind the chosen ones; the run that follows goes to the overview."""
    chosen = tuple(code for code in context.view.places if code not in places)
    change(context.view, places=(*chosen[: MOST_PLACES - len(places)], *places))
    st.session_state[COMPARE] = True


def _remove(context: Context, doc: str) -> None:
    """Takes a report out; places that no other report gives leave the view."""
    remove((plain(doc),))
    visit = open_visit()
    left = visit.codes.places if visit and visit.codes else ()
    change(
        context.view,
        places=tuple(code for code in context.view.places if not is_own(code) or plain(code) in left),
    )


def _forget(context: Context) -> None:
    remove_all()
    change(context.view, places=tuple(code for code in context.view.places if not is_own(code)))
