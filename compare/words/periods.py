"""Periods and bases in words."""

from collections.abc import Sequence
from dataclasses import replace

from compare.language import Language
from compare.own.mark import is_own
from compare.record import Document, Row

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def say_period(period: str, language: Language) -> str:
    """``2020年10月`` or ``Oct 2020``; ``年份不明`` where the text does not tell it.

    >>> from compare.language import open_language
    >>> say_period("2020-09-30", open_language("zh")), say_period("2020-10", open_language("en"))
    ('2020年9月30日', 'Oct 2020')
    """
    if not period:
        return language.say("year not given")
    year, month, day = (*period.split("-"), "", "")[:3]
    if language.code == "zh":
        return f"{year}年" + (f"{int(month)}月" if month else "") + (f"{int(day)}日" if day else "")
    return " ".join(part for part in (str(int(day)) if day else "", _month(month), year) if part)


def say_report_date(document: Document, language: Language) -> str:
    """When a report is from, to the month; said to be inferred where the report itself does not print it.

    Of a visitor's own report that is said as well, so that it stands wherever the source is named.
    """
    when = say_period(document.date[:7], language)
    if document.date and document.date_source == "inferred":
        when = language.say("{when}, inferred", when=when)
    return language.say("{when}, a visitor’s own report", when=when) if is_own(document.doc) else when


def say_when(row: Row, language: Language) -> str:
    """The muted words of a mark: period, and basis where it is not plain; a level shows its date only."""
    when = say_period(row.period, language)
    basis = say_basis(row, language)
    return language.say("{when}, {basis}", when=when, basis=basis) if basis else when


def say_shared_when(rows: Sequence[Row], language: Language) -> str:
    """Year and basis of figures that compare; of states and running totals up to one year the running total."""
    row = next((row for row in rows if row.basis == "cumulative"), rows[0])
    shared = row.period if len({row.period for row in rows}) == 1 else row.year
    return say_when(replace(row, period=shared), language)


def say_basis(row: Row, language: Language) -> str:
    """当年, 累计 or 计划; nothing for a level.

    A month's flow is said of the month, but not where only the report's own date gives the month.
    """
    if row.basis == "plan":
        return language.say("plan")
    if row.basis == "cumulative":
        if row.since:
            return language.say("running total since {year}", year=row.since[:4])
        return language.say("running total")
    if row.basis != "flow" or not row.period:
        return ""
    if "-" not in row.period:
        return language.say("in the year")
    return "" if "period" in row.note else language.say("in the month")


def _month(month: str) -> str:
    return MONTHS[int(month) - 1] if month else ""
