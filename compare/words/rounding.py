"""Rounding by Decimal that never carries an open bound past itself."""

from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_HALF_UP, Decimal

_MODES = {"over": ROUND_DOWN, "under": ROUND_CEILING}


def round_figure(value: Decimal, digits: int, qualifier: str = "exact") -> Decimal:
    """``value`` with ``digits`` significant digits: half up; a lower bound goes down, an upper bound up.

    >>> round_figure(Decimal("20.95"), 3), round_figure(Decimal("56.55"), 3, "over")
    (Decimal('21.0'), Decimal('56.5'))
    """
    if not value:
        return Decimal(0)
    step = Decimal(1).scaleb(value.adjusted() - digits + 1)
    return value.quantize(step, rounding=_MODES.get(qualifier, ROUND_HALF_UP))


def round_places(value: Decimal, places: int, qualifier: str = "exact") -> Decimal:
    """``value`` with so many decimal places, by the same rule.

    >>> round_places(Decimal("24429.87"), 0), round_places(Decimal("5655.9"), 0, "over")
    (Decimal('24430'), Decimal('5655'))
    """
    return value.quantize(Decimal(1).scaleb(-places), rounding=_MODES.get(qualifier, ROUND_HALF_UP))


def write_plain(value: Decimal) -> str:
    """The digits with commas from four on, without an exponent and without idle zeros.

    >>> write_plain(Decimal("36900.00")), write_plain(Decimal("1E+3")), write_plain(Decimal("0.40"))
    ('36,900', '1,000', '0.4')
    """
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
