"""Figures in words: one unit for a whole chart, natural units in sentences.

Units: values come in the table's base unit (yuan, persons, percent ...).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from compare.language import Language
from compare.record import Row
from compare.words.rounding import round_figure, round_places, write_plain

WAN, MILLION, YI, BILLION = Decimal(10) ** 4, Decimal(10) ** 6, Decimal(10) ** 8, Decimal(10) ** 9


@dataclass(frozen=True, slots=True)
class Scale:
    """The one unit of a chart: what values are divided by, and the sign and letter that stand on the mark."""

    language: Language
    unit: str
    divisor: Decimal
    sign: str
    letter: str
    name: str

    def number(self, value: Decimal, qualifier: str = "exact") -> str:
        """The bare number for a mark, rounded by the rule of the language."""
        if not value:
            return f"{self.sign}0{'%' if self.letter == '%' else ''}"
        digits = write_plain(self._rounded(value / self.divisor, qualifier))
        return f"{self.sign}{digits}{self.letter}"

    def figure(self, row: Row) -> str:
        """The number of a row as it stands on its mark: ``逾5,655``, ``8.4%``, ``20–30``."""
        if row.unit == "percent" and row.high is None:
            return qualify(self.language, printed_percent(row), row.qualifier)
        text = self.number(row.value, row.qualifier)
        if row.high is not None:
            text = f"{text}–{self.number(row.high)}"
        return qualify(self.language, text, row.qualifier)

    def _rounded(self, value: Decimal, qualifier: str) -> Decimal:
        if self.unit == "percent":
            return value
        if self.unit != "CNY":
            return value if value == value.to_integral_value() else round_places(value, 2, qualifier)
        if self.divisor == 1 or (self.language.code == "zh" and self.divisor == WAN and value >= 100):
            return round_places(value, 0, qualifier)
        return round_figure(value, 3, qualifier)


def chart_scale(values: Iterable[Decimal], unit: str, language: Language) -> Scale:
    """The unit for a chart of these values: yuan below 100,000, then 万元 or millions; 亿元 from 100亿 up."""
    top = max(values, default=Decimal(0))
    if unit == "percent":
        return Scale(language, unit, Decimal(1), "", "%", "%")
    if unit != "CNY":
        return Scale(language, unit, Decimal(1), "", "", unit_name(language, unit))
    if language.code == "en":
        return _english_money(language, top)
    if top < 10 * WAN:
        return Scale(language, unit, Decimal(1), "", "", "元")
    if top < 100 * YI:
        return Scale(language, unit, WAN, "", "", "万元")
    return Scale(language, unit, YI, "", "", "亿元")


def say_figure(row: Row, language: Language) -> str:
    """The figure of a row in natural units, with its qualifier: ``逾3.69亿元``, ``over ¥56.5m``."""
    if row.unit == "percent" and row.high is None:
        return qualify(language, printed_percent(row), row.qualifier)
    low = say_amount(row.value, row.unit, language, row.qualifier)
    if row.high is None:
        return qualify(language, low, row.qualifier)
    return f"{low}–{say_amount(row.high, row.unit, language)}"


def say_amount(value: Decimal, unit: str, language: Language, qualifier: str = "exact") -> str:
    """An amount in natural units, without its qualifier's word."""
    if unit == "percent":
        return f"{write_plain(value)}%"
    if unit == "CNY":
        return _chinese_money(value, qualifier) if language.code == "zh" else _english_sum(value, qualifier)
    return count_words(language, unit, _count_digits(value, language, qualifier), value)


def _count_digits(value: Decimal, language: Language, qualifier: str) -> str:
    """A count with commas; in Chinese from 100,000 up in 万 where that loses nothing: ``83.5万``."""
    if language.code == "zh" and value >= 10 * WAN and (value / 100) % 1 == 0:
        return f"{write_plain(value / WAN)}万"
    return write_plain(value if value % 1 == 0 else round_places(value, 2, qualifier))


def qualify(language: Language, text: str, qualifier: str) -> str:
    """The number with 约, 逾 or 不足 before it where it is not exact."""
    if qualifier == "about":
        return language.say("about {number}", number=text)
    if qualifier == "over":
        return language.say("over {number}", number=text)
    if qualifier == "under":
        return language.say("under {number}", number=text)
    return text


def printed_percent(row: Row) -> str:
    """A rate as the report prints it: ``0. 70%`` gives ``0.70%``; a rate in words gives its value.

    The digits are taken from the text only where they say the row's own value.
    """
    found = re.search(r"[0-9]{1,4}(?:\.[0-9]{1,6})?", re.sub(r"\s+", "", row.text))
    digits = found[0] if found and Decimal(found[0]) == row.value else write_plain(row.value)
    return f"{digits}%"


def say_points(points: Decimal, language: Language) -> str:
    """A difference of two rates, in points."""
    return language.say("{number} points", number=write_plain(points))


def say_ratio(ratio: Decimal) -> str:
    """How many times, at three significant digits: ``17.6``."""
    return write_plain(round_figure(ratio, 3) if ratio < 1000 else round_places(ratio, 0))


def unit_name(language: Language, unit: str) -> str:
    """What is counted, for the deck: ``户`` or ``households``; empty for a unit that needs no word."""
    names = {
        "household": language.sense("unit", "households"),
        "person": language.sense("unit", "people"),
        "village": language.sense("unit", "villages"),
        "project": language.sense("unit", "projects"),
        "team": language.sense("unit", "teams"),
        "post": language.sense("unit", "posts"),
        "station": language.sense("unit", "stations"),
        "township": language.sense("unit", "townships"),
        "km2": language.sense("unit", "km²"),
        "item": language.sense("unit", "items"),
        "CNY": language.sense("unit", "yuan"),
        "percent": "%",
    }
    return names.get(unit, "")


def count_words(language: Language, unit: str, digits: str, value: Decimal) -> str:
    """A counted number with its noun: ``7,247户``, ``1 village``."""
    n = 1 if value == 1 else 2
    nouns = {
        "household": language.count("{digits} household", "{digits} households", n, digits=digits),
        "person": language.count("{digits} person", "{digits} people", n, digits=digits),
        "village": language.count("{digits} village", "{digits} villages", n, digits=digits),
        "project": language.count("{digits} project", "{digits} projects", n, digits=digits),
        "team": language.count("{digits} team", "{digits} teams", n, digits=digits),
        "post": language.count("{digits} post", "{digits} posts", n, digits=digits),
        "station": language.count("{digits} station", "{digits} stations", n, digits=digits),
        "township": language.count("{digits} township", "{digits} townships", n, digits=digits),
        "km2": language.say("{digits} km²", digits=digits),
        "item": language.count("{digits} item", "{digits} items", n, digits=digits),
    }
    return nouns.get(unit, digits)


def _chinese_money(value: Decimal, qualifier: str) -> str:
    if value >= YI:
        in_yi = value / YI
        return f"{write_plain(_significant(in_yi, qualifier))}亿元"
    if value >= 10 * WAN:
        in_wan = value / WAN
        rounded = round_places(in_wan, 0, qualifier) if in_wan >= 100 else round_figure(in_wan, 3, qualifier)
        return f"{write_plain(rounded)}万元"
    return f"{write_plain(round_places(value, 0, qualifier) if value >= 100 else value)}元"


def _english_sum(value: Decimal, qualifier: str) -> str:
    if value >= BILLION:
        return f"¥{write_plain(_significant(value / BILLION, qualifier))}bn"
    if value >= MILLION:
        return f"¥{write_plain(_significant(value / MILLION, qualifier))}m"
    return f"¥{write_plain(round_places(value, 0, qualifier) if value >= 100 else value)}"


def _significant(value: Decimal, qualifier: str) -> Decimal:
    return round_figure(value, 3, qualifier) if value < 1000 else round_places(value, 0, qualifier)


def _english_money(language: Language, top: Decimal) -> Scale:
    if top < 10 * WAN:
        return Scale(language, "CNY", Decimal(1), "¥", "", language.sense("unit", "yuan"))
    if top < 10 * BILLION:
        return Scale(language, "CNY", MILLION, "¥", "m", language.sense("unit", "million yuan"))
    return Scale(language, "CNY", BILLION, "¥", "bn", language.sense("unit", "billion yuan"))
