"""The year that a report looks back on, where it is written in the first months of the next."""

import re
from dataclasses import replace

from extract.times.periods import NUMERALS, DocumentDate

HEAD = 1500  # characters in which a report says what it is about
OPENING = 600  # characters in which a speech turns to what is to be done
EARLY = ("01", "02", "03")  # months in which the year before is still what reports speak of
BACK = re.compile("回顾|总结|情况|公报|公示|成效|成绩|综述|数据|年报|述职|自评|汇报|完成")
# said of the year before by whoever writes when it has just ended
_JUST_ENDED = re.compile("过去的?一年|一年来|去年一年|刚刚?过去的?(?:20[0-9]{2}年|一年)")
_YEARS = re.compile("(?<![0-9])(20[0-4][0-9]|二[〇零○][〇零○一二][〇零○一二三四五六七八九])年(?!前|版)")


def look_back(text: str, today: DocumentDate) -> DocumentDate:
    """The document's date with the year that the report looks back on; the same date where it is of its own year.

    >>> look_back("2014年,全县坚持开发式扶贫。2014年累计投入资金1.2亿元。", DocumentDate("2015-02-27")).reviewed
    '2014'
    >>> look_back("去年脱贫1100户,今年计划脱贫1200户。", DocumentDate("2015-02-27")).reviewed
    ''
    """
    previous = year_before(today)
    if not previous or today.value[5:7] not in EARLY:
        return today
    years = [year.translate(NUMERALS) for year in _YEARS.findall(text[:HEAD])]
    told = years.count(previous)
    ended = _JUST_ENDED.search(text, 0, HEAD) is not None
    now = "今年" in text[:OPENING]  # who speaks of what is to be done
    is_review = ended or told > years.count(today.value[:4]) + 1
    return replace(today, reviewed=previous) if is_review and not now else today


def year_before(today: DocumentDate) -> str:
    """The year before the document's own; empty where that is unknown."""
    return str(today.year - 1) if today.year else ""
