"""When a document speaks: its printed date, else the latest year that it reports on."""

import re

from extract.periods import DocumentDate, find_periods
from extract.mention import Role

FULL = r"(?P<year> 20[0-4][0-9] ) (?: [ ]?年[ ]? | [-./] ) (?P<month> 1[0-2] | 0?[1-9] ) (?: [ ]?月[ ]? | [-./] ) (?P<day> 3[01] | [12][0-9] | 0?[1-9] ) (?![0-9])"
# A date that a page or a speech carries as its own: alone on its line, at its start, behind 发布时间 or a dash.
PRINTED = re.compile(
    rf"^ [ \t\u3000]* (?: [—―–-]+ | \(? [\u4e00-\u9fff]{{0,6}} (?:时间|日期|发布) [:：]? )? [ \t(]* {FULL}",
    re.VERBOSE | re.MULTILINE,
)
HEAD = 800
TAIL = 200
CHROME = re.compile(r"©|copyright|版权|备案|ICP|许可证", re.IGNORECASE)
PLAN = re.compile(r"将|拟|力争|计划|规划|目标|工作安排|工作打算|下一步|预计|确保|实现.{0,6}目标|到20[0-9]{2}年(?!底|末)|思路|要求")
PRESENT = re.compile(r"(?P<year> 20[0-4][0-9] ) 年 (?: 是 [^。]{0,40} (?: 之年 | 一年 ) )", re.VERBOSE)
SENTENCE = re.compile(r"[^。；;\n]+")


def document_date(text: str) -> DocumentDate:
    """The date of readable text; empty where it does not tell.

    >>> document_date("工作总结\\n截至2020年9月底,全县已脱贫。").value
    '2020'
    >>> document_date("2020年将全面完成通村公路硬化。")
    DocumentDate(value='', source='')
    """
    printed = PRINTED.search(text, 0, HEAD) or PRINTED.search(text, max(0, len(text) - TAIL))
    if printed:
        return DocumentDate(f"{printed['year']}-{int(printed['month']):02d}-{int(printed['day']):02d}", "printed")
    years = [year for sentence in SENTENCE.finditer(text) for year in past_years(sentence.group())]
    return DocumentDate(max(years), "inferred") if years else DocumentDate()


def past_years(sentence: str) -> list[str]:
    """The years that a sentence reports on; none for plans and for the chrome of a page."""
    if "年" not in sentence or CHROME.search(sentence):
        return []
    present = [match["year"] for match in PRESENT.finditer(sentence)]
    if PLAN.search(sentence):
        return present
    periods = find_periods(sentence, DocumentDate())
    return present + [period.value[:4] for period in periods if period.value]
