"""The table at hand: opened once for each data version, shared by all sessions."""

import hashlib
import os
from pathlib import Path

import streamlit as st

from compare import known
from compare.own.codes import join_codes
from compare.own.joined import join
from compare.privacy.masked import hold_back
from compare.store import Store, StoreError, open_store
from compare.view import Known
from extract.lexicon.gazetteer import Gazetteer, load_gazetteer
from pages.parts.visit import open_visit

FOLDER = "XIANBI_TABLE"
OWN = "data"
ROOT = Path(__file__).parents[2]


def open_table() -> Store:
    """The shipped table, in a visit with own reports joined by these; private persons are masked.

    Errors: StoreError where the folder or one of its files is missing or broken.
    """
    shipped, visit = open_shipped(), open_visit()
    return hold_back(join(shipped, visit.store) if visit and visit.store else shipped)


def open_shipped() -> Store:
    """The store of the folder named by ``XIANBI_TABLE``, or of ``data/``.

    Errors: StoreError where the folder or one of its files is missing or broken.
    """
    folder = table_folder()
    return _opened(str(folder), _fingerprint(folder))


def table_folder() -> Path:
    """The folder of the table; a relative one counts from the project's own."""
    return ROOT / os.environ.get(FOLDER, OWN)


def is_own(folder: str) -> bool:
    """Whether this is the folder that ``make data`` fills."""
    return Path(folder) == ROOT / OWN


def known_codes(store: Store) -> Known:
    """What a link may name, and the home places of the first reports, which open first."""
    visit = open_visit()
    if visit is None or visit.store is None or visit.codes is None:
        return _known(store, store.version)
    shipped = open_shipped()
    return join_codes(_known(shipped, shipped.version), visit.codes)


@st.cache_resource(show_spinner=False)
def open_gazetteer() -> Gazetteer:
    """The list of places, read once."""
    return load_gazetteer()


@st.cache_resource(show_spinner=False, max_entries=2)
def _opened(folder: str, fingerprint: str) -> Store:  # noqa: ARG001 - part of the cache key
    return open_store(folder)


@st.cache_resource(show_spinner=False, max_entries=2)
def _known(_store: Store, version: str) -> Known:  # noqa: ARG001 - part of the cache key
    return known.known_codes(_store)


def _fingerprint(folder: Path) -> str:
    """What changes when the table is published again: the manifest's content."""
    try:
        return hashlib.sha256((folder / "manifest.json").read_bytes()).hexdigest()
    except OSError as fault:
        raise StoreError(f"No table in {folder}: {fault}") from fault
