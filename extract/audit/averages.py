"""Averages against the total and the number of those who share it: 357.31万元, 502户, 户均约7118元."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from extract.audit.finding import Check, Finding
from extract.audit.interval import over
from extract.audit.settle import NEAR, Candidate, settle
from extract.audit.told import Account, Line, Told
from extract.audit.wording import Sum
from extract.mention import Kind

_AVERAGE = re.compile(r"(?:(?P<per>[户人村])均|平均每(?P<each>[户人村个]))(?P<of>[^,;。:]{0,8})$")
_COUNTED = {"户": ("户",), "人": ("人",), "村": ("村", "个", "座"), "个": ("个", "座")}
_NEAR_ALONE = Decimal("1.3")
_ROUGH = re.compile("约|近|达到?|为|超")
_NO_SHARE = re.compile("纯收入|可支配收入|增收|收入|筹资")
_HOUSEHOLDS = frozenset(
    ("poor.households", "lifted.households", "poor.persons", "lifted.persons", "villages.poor")
)


def find_averages(account: Account) -> Iterator[Finding]:
    """A finding for each average whose total and number are told."""
    for line in account.lines:
        for told in line:
            average = _AVERAGE.search(told.left)
            if average and told.kind in (Kind.COUNT, Kind.MONEY):
                per = average["per"] or average["each"]
                yield from settle(_candidates(account, line, told, (per, average["of"])))


def _candidates(account: Account, line: Line, told: Told, how: tuple[str, str]) -> Iterator[Candidate]:
    per, of = how
    near = account.before(told, 1)
    totals = [one for one in near if one.unit == told.unit and one.kind is told.kind]
    counts = [one for one in near if _counts(one, per)]
    here = line[max(line.index(told) - 2, 0) : line.index(told)]
    for whole in reversed(totals):
        for count in (*reversed(counts), *_known(account, per)):
            beside = whole in here and count in here
            only = _only(line, told, (whole, count), (totals, counts))
            sure = (beside or only) and told.left.startswith((",", "(")) and _is_of(of, whole)
            reach = NEAR if beside else _NEAR_ALONE
            paired = count.number.end == whole.number.start  # 15865户33602人...。户均2.1人
            yield from (replace(one, near=reach) for one in _average(told, whole, count, sure=sure or paired))


def _only(line: Line, told: Told, used: Line, known: tuple[list[Told], list[Told]]) -> bool:
    """Whether the total and the number are the only ones that the sentence tells before the average."""
    here = ([one for one in of_kind if one in line] for of_kind in known)
    return [[one] for one in used] == list(here) and told in line


def _is_of(what: str, whole: Told) -> bool:
    """Whether the average is of the total beside it: 发放补助78万元,户均补助2500元; not 户均增收."""
    named = _ROUGH.sub("", what)
    return not _NO_SHARE.search(what) and (not named or named in whole.left)


def _counts(one: Told, per: str) -> bool:
    """Whether it counts what the average is taken over, by its unit or the word behind it (502个户)."""
    named = one.number.unit in ("个", "") and one.right.startswith(per)
    return one.kind is Kind.COUNT and (one.number.unit in _COUNTED[per] or one.unit == per or named)


def _known(account: Account, per: str) -> Iterator[Told]:
    """The households, people or villages of the place, told anywhere."""
    yield from (one for one in account.rows if one.metric in _HOUSEHOLDS and _counts(one, per))


def _average(told: Told, whole: Told, count: Told, sure: bool) -> Iterator[Candidate]:
    found = over(whole.interval, count.interval)
    if found and count is not whole:
        yield Candidate(Sum(Check.AVERAGE, told, (whole, count), "{0} ÷ {1}", found), sure)
