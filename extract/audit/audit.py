"""Every sum of a report, worked out again: the list of checks on one screen."""

from collections.abc import Callable, Iterator

from extract.pipeline import Reading

from .averages import find_averages
from .changes import find_changes
from .facts import find_fact_gaps
from .finding import Finding
from .growth import find_growth
from .pairs import find_pairs
from .shares import find_shares
from .slips import find_slips
from .sums import find_sums
from .told import Account, open_account

CHECKS: tuple[Callable[[Account], Iterator[Finding]], ...] = (
    find_changes,
    find_shares,
    find_growth,
    find_sums,
    find_averages,
    find_pairs,
    find_fact_gaps,
    find_slips,
)


def find_findings(reading: Reading) -> tuple[Finding, ...]:
    """What the audit finds in a report, in the order of the figures checked; each sum once."""
    account = open_account(reading)
    found: dict[frozenset[int], Finding] = {}
    for check in CHECKS:
        for one in check(account):
            found.setdefault(_figures(one), one)
    return tuple(sorted(found.values(), key=lambda one: (one.told[-1].number.start, one.check)))


def _figures(finding: Finding) -> frozenset[int]:
    """The figures that a finding is about: a - b = c is b + c = a."""
    return frozenset(told.number.start for told in finding.told)
