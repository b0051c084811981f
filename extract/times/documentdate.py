"""When a document speaks: its printed date, else the latest year that it reports on.

Years of plans (2020年将全面完成, 二、2021年工作安排), of beginnings (2016年以来) and of a page's chrome
(© 2014-2024) do not count. A text that cannot tell stays undated: its 今年 is then open, never guessed.
"""

import re

from extract.times.periods import DocumentDate, find_periods

FULL = r"""
    (?P<year> 20[0-4][0-9] ) (?: [ ]?年[ ]? | [-./] ) (?P<month> 1[0-2] | 0?[1-9] ) (?: [ ]?月[ ]? | [-./] )
    (?P<day> 3[01] | [12][0-9] | 0?[1-9] ) (?![0-9])
"""
# A date that a page or a speech carries as its own: at the start of its line, behind 发布时间 or a dash.
PRINTED = re.compile(
    rf"^ [ \t]* (?: [—―–-]+ | \(? [\u4e00-\u9fff]{{0,6}} (?:时间|日期|发布) [:：]? )? [ \t(]* {FULL}",
    re.VERBOSE | re.MULTILINE,
)
# Year and issue in the number of a journal article: 1673-0000(2020)09-0041-06.
ISSUE = re.compile(
    r"""文章编号 [\])〕】]? [ :：]* [0-9X-]{9}
        \( (?P<year> 20[0-4][0-9] ) \) (?P<month> 0[1-9] | 1[0-2] )""",
    re.VERBOSE,
)
HEAD = 800
TAIL = 200
CHROME = re.compile(r"©|copyright|版权|备案|ICP|许可证|文献", re.IGNORECASE)
PLAN = re.compile("将|可以|拟|力争|计划|预计|下一步|打算|届时|期限|有望|可望|工作安排")
# These speak of the future only in the clause that holds the year.
AIM = re.compile("目标|要求|规划|确保|思路|任务|以来|到20[0-9]{2}年(?![底末])|版")
PRESENT = re.compile("(?P<year>20[0-4][0-9])年是[^。]{0,40}(?:之年|一年|关键年|决战年|收官年)")
AS_OF = re.compile("截[至止](?P<year>20[0-4][0-9])年")  # past, whatever else the sentence plans
# a month alone on a line near the top: (2020年6月)
TITLE_MONTH = re.compile(
    r"^[ \t(]*(?P<year>20[0-4][0-9])年[ ]?(?P<month>1[0-2]|0?[1-9])月[ \t)]*$", re.MULTILINE
)
SENTENCE = re.compile("[^。;!?\n]+")
CLAUSE = re.compile("[^,]+")


def document_date(text: str) -> DocumentDate:
    """The date of readable text; empty where it does not tell.

    >>> document_date("工作总结\\n截至2020年9月底,全县已脱贫。").value
    '2020'
    >>> document_date("2020年将全面完成通村公路硬化。")
    DocumentDate(value='', source='', reviewed='')
    """
    if issue := ISSUE.search(text, 0, HEAD):
        return DocumentDate(f"{issue['year']}-{issue['month']}", "printed")
    printed = PRINTED.search(text, 0, HEAD) or PRINTED.search(text, max(0, len(text) - TAIL))
    if printed:
        day = f"{printed['year']}-{int(printed['month']):02d}-{int(printed['day']):02d}"
        return DocumentDate(day, "printed")
    if month := TITLE_MONTH.search(text, 0, HEAD):
        return DocumentDate(f"{month['year']}-{int(month['month']):02d}", "printed")
    years = [year for sentence in SENTENCE.finditer(text) for year in past_years(sentence.group())]
    return DocumentDate(max(years), "inferred") if years else DocumentDate()


def past_years(sentence: str) -> list[str]:
    """The years that a sentence reports on; none for plans and for the chrome of a page.

    >>> past_years("2019年安排资金2.69亿元,到2020年实现全覆盖")
    ['2019']
    """
    if "年" not in sentence or CHROME.search(sentence):
        return []
    years = [match["year"] for match in (*PRESENT.finditer(sentence), *AS_OF.finditer(sentence))]
    if PLAN.search(sentence):
        return years
    for clause in CLAUSE.findall(sentence):
        if "年" in clause and not AIM.search(clause):
            years += [period.value[:4] for period in find_periods(clause, DocumentDate()) if period.value]
    return years
