"""The codes that a link may name: those of the table at hand."""

from compare.metrics import known_metrics
from compare.panels.entries import PROGRESS
from compare.panels.measures import FAMILIES
from compare.store import Store
from compare.view import NONE, Known

FIRST_PLACES = 5


def known_codes(store: Store) -> Known:
    """What a link may name, and the home places of the first reports, which open first."""
    places = tuple(entry.adcode for entry in store.places())
    dates = store.choices("period")
    return Known(
        places=places,
        first=store.homes(FIRST_PLACES),
        metrics=tuple(known_metrics()),
        periods=tuple(sorted({date[:4] for date in dates if date}, reverse=True)),
        dates=tuple(date or NONE for date in dates),
        families=FAMILIES,
        kinds=tuple(sorted({*store.kinds(), PROGRESS})),
    )
