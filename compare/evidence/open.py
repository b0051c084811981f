"""Which passages are open: the figure asked for last, and beside it the one of another place before it."""

from collections.abc import Collection

from compare.record import Event, Row
from compare.store import Store
from compare.view import MOST_FACTS, SEPARATOR


def open_also(store: Store, facts: Collection[str], asked: str) -> tuple[str, ...]:
    """The passages that are open once ``asked`` (ids, ``~`` between them) is opened as well.

    One of another place stays beside it, so that two can be read side by side; one of the same place gives way.
    """
    wanted = [code for code in asked.split(SEPARATOR) if find_record(store, code)][:MOST_FACTS]
    places = {place_of(store, code) for code in wanted}
    stay = [code for code in facts if code not in wanted and place_of(store, code) not in places]
    room = MOST_FACTS - len(wanted)
    return (*(stay[-room:] if room else ()), *wanted)


def find_record(store: Store, code: str) -> Row | Event | None:
    """The row or event with this id; None where the table has neither."""
    return store.row(code) or store.event(code)


def place_of(store: Store, code: str) -> str:
    """The code of the place that a figure or event is of."""
    record = find_record(store, code)
    return record.adcode if record else ""
