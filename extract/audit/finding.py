"""What the audit says of one sum of a report."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from extract.audit.told import Told

PLACES = 6


class Verdict(StrEnum):
    """Whether what is reported can be what the other figures give."""

    CONSISTENT = "consistent"
    LAST_DIGIT = "last digit"  # cut off instead of rounded
    CONTRADICTS = "contradicts"
    UNEXPLAINED = "unexplained"  # the figures differ, and the report does not say why


class Check(StrEnum):
    """The kind of sum."""

    SUM = "sum"
    SHARE = "share"
    DIFFERENCE = "difference"
    GROWTH = "growth"
    AVERAGE = "average"
    HOUSEHOLD = "household"
    ORDER = "order"
    RATE = "rate"
    CHAIN = "chain"
    SCALE = "scale"
    TWICE = "twice"


@dataclass(frozen=True, slots=True)
class Finding:
    """One sum worked out again: ``told`` are all figures used, the one that is checked last."""

    check: Check
    verdict: Verdict
    told: tuple[Told, ...]
    message_en: str
    message_zh: str
    reported: Decimal | None = None
    calculated: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None

    @property
    def figures(self) -> dict[str, Decimal | None]:
        """What was reported and calculated, and between which ends, in base units; six digits behind the point."""
        given = {name: getattr(self, name) for name in ("reported", "calculated", "low", "high")}
        return {name: round(value, PLACES) if value is not None else None for name, value in given.items()}
