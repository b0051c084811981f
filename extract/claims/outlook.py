"""Whether the headings over a sentence look ahead: 四、下一步打算 with all below it, a plan's own text."""

import re
from collections.abc import Iterable, Mapping

from extract.claims.timesigns import TimeSigns
from extract.text.split import Sentence

Span = tuple[int, int]
HEAD = 120  # characters in which the title stands
_TOP = re.compile(r"\s*(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[部章节])")
_BELOW = re.compile(r"\s*(?:[(][一二三四五六七八九十0-9]{1,3}[)]|[0-9]{1,2}[.、])")
_PLAN = re.compile("(?:计划|方案|打算|要点|安排意见|任务书)(?:\\([^)]{1,8}\\))?\\s*$")


def find_outlook(text: str, sentences: Iterable[Sentence], signs: TimeSigns) -> Mapping[Span, bool]:
    """For each heading whether what stands below it is still to come.

    A heading below another goes on with its outlook; a heading of the first rank begins anew, in a plan with the plan's.
    """
    found: dict[Span, bool] = {}
    planned = ahead = False
    for sentence in sentences:
        span = sentence.heading
        if span in found or span[0] == span[1]:
            continue
        heading = text[slice(*span)]
        done = signs.done.search(heading) is not None
        planned = planned or (span[1] < HEAD and not done and _PLAN.search(heading) is not None)
        if done or signs.ahead.search(heading):
            ahead = not done
        elif not _BELOW.match(heading):
            ahead = planned and _TOP.match(heading) is not None
        found[span] = ahead
    return found
