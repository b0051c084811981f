"""What the headings above a sentence say of its time: the year reported on, or that they look ahead."""

import re
from dataclasses import dataclass

from extract.text.split import Sentence

YEAR = re.compile(r"(?<![0-9到])(?P<year>20[0-4][0-9])年")
_TOP = re.compile(r"\s*(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}部分)")
_AHEAD = re.compile(r"下一?步|工作安排|工作打算|工作计划|工作思路|目标任务|明年|今后|建议|工作重点")
_REPORT = re.compile(r"^(?!.*五年|.*十[二三]五).*(?:总结|报告|汇报|情况|工作|自评|成效|综述|回顾)")
HEAD = 200


@dataclass(frozen=True, slots=True)
class Section:
    """What is known from headings: the year of this part of the report, and whether it looks ahead."""

    heading: tuple[int, int] = (0, 0)
    year: str = ""
    title_year: str = ""
    ahead: bool = False


def next_section(text: str, sentence: Sentence, section: Section) -> Section:
    """The section that a sentence stands in, after the one before it."""
    if sentence.heading == section.heading or sentence.heading[0] == sentence.heading[1]:
        return section
    heading = text[slice(*sentence.heading)].strip()
    year = YEAR.search(heading) if _REPORT.search(heading) and heading[-1] != "。" else None
    title_year = section.title_year
    if year and not section.title_year and sentence.heading[0] < HEAD:
        title_year = year["year"]
    top = bool(_TOP.match(heading)) or bool(year)
    ahead = bool(_AHEAD.search(heading)) if top or _AHEAD.search(heading) else section.ahead
    own = year["year"] if year else ("" if top else section.year)
    return Section(sentence.heading, "" if ahead else own, title_year, ahead)
