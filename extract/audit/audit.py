"""Every sum of a report, worked out again: the list of checks on one screen."""

from collections.abc import Callable, Iterator

from extract.audit.averages import find_averages
from extract.audit.changes import find_changes
from extract.audit.columns import find_columns
from extract.audit.facts import find_fact_gaps
from extract.audit.finding import Finding
from extract.audit.growth import find_growth
from extract.audit.pairs import find_pairs
from extract.audit.shares import find_shares
from extract.audit.slips import find_slips
from extract.audit.sums import find_sums
from extract.audit.told import Account, open_accounts
from extract.pipeline import Reading

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
    found: dict[frozenset[int], Finding] = {}
    for account in open_accounts(reading):
        for check in CHECKS:
            for one in check(account):
                found.setdefault(_figures(one), one)
        for one in find_columns(account, reading.folded.tables):
            found.setdefault(_figures(one), one)
    return tuple(sorted(found.values(), key=lambda one: (one.told[-1].number.start, one.check)))


def _figures(finding: Finding) -> frozenset[int]:
    """The figures that a finding is about: a - b = c is b + c = a."""
    return frozenset(told.number.start for told in finding.told)
