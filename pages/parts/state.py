"""The view lives in the link: read from it at the start of a run, written whole, changed only through it.

Widgets are set from the view before they are drawn and write back through ``change``. The session keeps a
copy only for the moment when Streamlit changes the page and empties the link.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from compare.evidence.open import find_record
from compare.evidence.report import is_number
from compare.store import Store
from compare.view import ASIDE, LANGUAGES, Dropped, Known, View, link, parse_link

LINK = "link"
DROPPED = "dropped"
METRICS = "metric of page"
OF_ONE_PAGE = ("d", "x", "v", "at")  # a report, open passages, the link that was followed stay behind


SAME_FIGURES = {
    "language",
    "mode",
    "at",
    "facts",
    "story",
}  # changes that leave the figures shown as they were


def open_mode() -> str:
    """The mode of the link, known before the page runs."""
    params = st.query_params.to_dict() or st.session_state.get(LINK, {})
    return "print" if params.get("print") == "1" else str(params.get("mode", ""))


def open_language_code() -> str:
    """The language of the link, of the session, or Chinese: needed before the pages' names are known."""
    code = st.query_params.get("lang") or st.session_state.get(LINK, {}).get("lang", "")
    return code if code in LANGUAGES else LANGUAGES[0]


def open_view(page: str, known: Known, metrics: Sequence[str] = ()) -> View:
    """The view of this run, its link written whole and what was dropped remembered."""
    remembered = {k: v for k, v in st.session_state.get(LINK, {}).items() if k not in OF_ONE_PAGE}
    params = st.query_params.to_dict() or remembered
    view, dropped = parse_link(params, known, page)
    view = _with_metric(view, metrics)
    if dropped or params is remembered:
        st.session_state[DROPPED] = dropped
    _write(view)
    return view


def drop_unknown(view: View, store: Store) -> View:
    """The view without figures that the table does not have, which are told."""
    numbers = view.page in ASIDE  # there a number that is no row is named by where it begins
    unknown = [
        fact for fact in view.facts if find_record(store, fact) is None and not (numbers and is_number(fact))
    ]
    if unknown:
        told = tuple(Dropped("figure", fact) for fact in unknown)
        st.session_state[DROPPED] = (*dropped_values(), *told)
        view = replace(view, facts=tuple(fact for fact in view.facts if fact not in unknown))
    return view


def dropped_values() -> tuple[Dropped, ...]:
    """What the link named and the table does not know, until the reader changes something."""
    dropped: tuple[Dropped, ...] = st.session_state.get(DROPPED, ())
    return dropped


def change(view: View, **changes: Any) -> None:
    """The link rewritten for a changed view; for callbacks, so that the run that follows reads it.

    Whoever asks for something else has left the link that was followed, and its data version with it.
    """
    st.session_state[DROPPED] = ()
    if not set(changes) <= SAME_FIGURES:
        view = replace(view, version="")
    _write(replace(view, **changes))


def _write(view: View) -> None:
    wanted = link(view)
    st.session_state[LINK] = wanted
    if st.query_params.to_dict() != wanted:
        st.query_params.from_dict(wanted)


def _with_metric(view: View, choices: Sequence[str]) -> View:
    """The view with a metric its page can draw: the link's, the one last seen there, or the first."""
    seen = st.session_state.setdefault(METRICS, {})
    if not choices:
        return view
    if view.metric not in choices:
        view = replace(view, metric=seen.get(view.page, choices[0]))
    seen[view.page] = view.metric
    return view
