"""The date of a report as a visitor types it."""

import re
from datetime import date

TYPED = re.compile(
    r"\s* (?P<year>(?:19|20)[0-9]{2}) (?: \s*[-/.年]\s* (?P<month>[0-9]{1,2}) (?: \s*[-/.月]\s* (?P<day>[0-9]{1,2}) )? )?"
    r" \s*[年月日号]? \s*",
    re.VERBOSE,
)


def parse_date(text: str) -> str | None:
    """The date in the table's form; empty for nothing, None for what is no date.

    >>> [parse_date(text) for text in ("2020", " 2020年9月 ", "2020/9/3", "", "last year", "2020-13", "2020-02-30")]
    ['2020', '2020-09', '2020-09-03', '', None, None, None]
    """
    if not text.strip():
        return ""
    found = TYPED.fullmatch(text)
    if not found:
        return None
    try:
        date(int(found["year"]), int(found["month"] or 1), int(found["day"] or 1))
    except ValueError:
        return None
    return "-".join(f"{int(part):02d}" for part in found.groups() if part)
