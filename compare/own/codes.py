"""What a link may name in a visit with own reports: the table's codes, and the own places."""

from compare.own.mark import mark_place
from compare.view import Known


def join_codes(theirs: Known, ours: Known) -> Known:
    """The codes of both; the places that open first are the table's."""
    return Known(
        places=(*theirs.places, *map(mark_place, ours.places)),
        first=theirs.first,
        metrics=theirs.metrics,
        periods=tuple(sorted({*theirs.periods, *ours.periods}, reverse=True)),
        dates=tuple(sorted({*theirs.dates, *ours.dates})),
        families=theirs.families,
        kinds=tuple(sorted({*theirs.kinds, *ours.kinds})),
    )
