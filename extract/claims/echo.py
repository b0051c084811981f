"""Figures told again without their words: 全县7247户 after 建档立卡已脱贫户7247户."""

from collections.abc import Iterable
from decimal import Decimal

from extract.claims.claim import Claim, Rules
from extract.lexicon import Metric
from extract.reason import Reason

FAMILIES = ("poor", "lifted", "housing")
# those told as lifted, told again without a word of it, are the households and people of the register
REGISTER = {"lifted.households": "poor.households", "lifted.persons": "poor.persons"}
LEAST = 100  # smaller numbers come up again by chance
DIGITS = 3  # so many at least has a sum of money that is known again: 8803万元, not 5000万元
Told = dict[tuple[Decimal | None, str], Claim]


def hear_echo(claim: Claim, told: Told, rules: Rules) -> Claim:
    """The claim, with the metric told before where its number has no words of its own.

    ``told`` is what ``tell`` has gathered from the sentences before.
    """
    if claim.reason != Reason.NO_METRIC:
        return claim
    before = told.get((claim.number.value, claim.number.unit))
    if before is None:
        return claim
    metric, rule = _register(before, rules)
    return before._replace(number=claim.number, metric=metric, rule=rule, how="echo")


def _register(before: Claim, rules: Rules) -> tuple[Metric | None, str]:
    """The metric and rule of a figure that is told again."""
    wanted = REGISTER.get(before.metric.id if before.metric else "")
    metric = next(
        (metric for metric in rules.by_unit.get(before.number.unit, ()) if metric.id == wanted), None
    )
    return (metric, metric.phrases[0].name) if metric else (before.metric, before.rule)


def tell(claims: Iterable[Claim]) -> Told:
    """What can be told again: households and people that are counted for the whole place, and odd sums of money."""
    return {(claim.number.value, claim.number.unit): claim for claim in claims if _is_known_again(claim)}


def _is_known_again(claim: Claim) -> bool:
    value = claim.number.value or Decimal(0)
    if claim.metric is None or value < LEAST:
        return False
    odd = claim.metric.family == "funding" and len(value.normalize().as_tuple().digits) >= DIGITS
    return odd or claim.metric.family in FAMILIES
