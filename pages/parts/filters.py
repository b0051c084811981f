"""The filters of the data page, all kept in the link."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import streamlit as st

from compare.context import Context
from compare.record import Filter
from compare.view import BASES, GRADES, NONE
from compare.words.periods import say_period
from compare.words.terms import bases, grades
from pages.parts.pickers import Picker
from pages.parts.state import change
from pages.parts.table import known_codes

MOST_ROWS = 5000


def show_filters(context: Context) -> None:
    """The row of filters: metric, period, basis, grade; an empty one lets everything through."""
    with st.container(horizontal=True, key="filter"):
        for picker in _pickers(context):
            _pick_many(context, picker)


def wanted_rows(context: Context) -> Filter:
    """The filter of the view as the store understands it."""
    view, chosen = context.view, context.view.filters
    return Filter(
        places=view.places,
        metrics=chosen.metrics,
        periods=tuple("" if date == NONE else date for date in chosen.periods),
        bases=chosen.bases,
        grades=chosen.grades,
        limit=MOST_ROWS,
    )


def _pickers(context: Context) -> Sequence[Picker]:
    language, known = context.language, known_codes(context.store)
    given = context.store.choices("metric")
    metrics = {code: metric.name(language) for code, metric in context.metrics.items() if code in given}
    dates = {date: say_period("" if date == NONE else date, language) for date in known.dates}
    return (
        Picker("metrics", language.say("All metrics"), metrics),
        Picker("periods", language.say("All periods"), dates),
        Picker("bases", language.say("All bases"), _ordered(BASES, bases(language))),
        Picker("grades", language.say("All grades"), _ordered(GRADES, grades(language))),
    )


def _pick_many(context: Context, picker: Picker) -> None:
    view, key = context.view, f"filter {picker.field}"
    st.session_state[key] = list(getattr(view.filters, picker.field))

    def changed() -> None:
        chosen = tuple(st.session_state[key])
        change(view, filters=replace(view.filters, **{picker.field: chosen}))

    st.multiselect(
        picker.label,
        list(picker.words),
        key=key,
        format_func=lambda code: picker.words.get(code, code),
        on_change=changed,
        placeholder=picker.label,
        label_visibility="collapsed",
        filter_mode="contains",
        select_all=False,
    )


def _ordered(codes: Sequence[str], words: Mapping[str, str]) -> dict[str, str]:
    return {code: words[code] for code in codes}
