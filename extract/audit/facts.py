"""Rows of one place against one another: order, rate, chains, lasting figures told twice."""

from collections.abc import Iterator

from extract.audit.chains import find_chains
from extract.audit.finding import Finding
from extract.audit.orders import find_orders
from extract.audit.rates import find_rates
from extract.audit.retold import find_retold
from extract.audit.told import Account


def find_fact_gaps(account: Account) -> Iterator[Finding]:
    """The findings of all checks that compare rows of one place."""
    rows = [one for one in account.rows if one.figure and one.figure.grade != "doubtful"]
    for place in dict.fromkeys(one.place for one in rows):
        of_place = tuple(one for one in rows if one.place == place)
        for check in (find_orders, find_rates, find_chains, find_retold):
            yield from check(of_place)
