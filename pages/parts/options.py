"""How places are written where they are chosen, so that any way of asking for one finds it."""

import streamlit as st

from compare.context import Context
from compare.own.mark import is_own, plain
from compare.record import PlaceEntry
from compare.words.names import Names
from extract.lexicon.gazetteer import Unit
from pages.parts.markup import as_label

NAMED = 2


def place_options(context: Context) -> dict[str, str]:
    """The places that have figures, by code, each with the text that the search looks through.

    The first line is the name, which is all that a chosen place shows; the second holds province, pinyin,
    initials and code.
    """
    entries = context.store.places()
    shipped = tuple(entry for entry in entries if not is_own(entry.adcode))
    own = [entry for entry in entries if is_own(entry.adcode)]
    version, _, _ = context.store.version.partition("+")  # the shipped table's
    written = _written(context.names, shipped, (version, context.language.code))
    return {
        **written,
        **{entry.adcode: write_option(context.names, entry.adcode, entry.name) for entry in own},
    }


@st.cache_resource(show_spinner=False, max_entries=4)
def _written(_names: Names, _entries: tuple[PlaceEntry, ...], key: tuple[str, str]) -> dict[str, str]:  # noqa: ARG001
    """The options of the shipped places, written once for each data version and language."""
    return {entry.adcode: write_option(_names, entry.adcode, entry.name) for entry in _entries}


def write_option(names: Names, adcode: str, name: str) -> str:
    """A place as it is searched for: its name, then what else people type for it."""
    unit = names.gazetteer.by_code(plain(adcode)) if names.gazetteer else None
    parts = (names.province(adcode), *(_spellings(unit) if unit else ()), plain(adcode))
    shown = names.short(adcode, name)
    other = name if shown != name else ""
    return f"{shown}\n" + " · ".join(part for part in (other, *parts) if part)


def places_label(context: Context) -> str:
    """The words on the button: the first two names and how many there are."""
    say, view = context.language.say, context.view
    called = context.store.called(view.places)
    names = [as_label(context.names.short(code, called[code])) for code in view.places]
    if not names:
        return say("Choose places")
    if len(names) <= NAMED:
        return say(" and ").join(names)
    first, second = names[:NAMED]
    return say(
        "{first}, {second} and {more} more", first=first, second=second, more=len(names) - NAMED, n=len(names)
    )


def _spellings(unit: Unit) -> tuple[str, ...]:
    """Pinyin in one word as people type it, the romanised name if it is another, and the initials."""
    pinyin = unit.pinyin.replace(" ", "")
    initials = "".join(word[:1] for word in unit.pinyin.split())
    return tuple(dict.fromkeys(part for part in (pinyin, unit.english.lower(), initials) if part))
