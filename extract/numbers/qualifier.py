"""How exactly a text gives a number: the words right before and behind it."""

import re

from extract.mention import Qualifier

# 不低于 is over, 低于 under: a word that 不 turns round must not be read without it.
_TAIL = " ?(?:或者? ?)?(?:等于)?[了为是有达]? ?$"
_UNDER = re.compile(
    "(?:不足|不到|不满|未满|(?<!不)(?:低于|小于|少于)|[不未](?:超过|高于|多于|大于|突破)|至多|最多|控制在|[<≤] ?=?)"
    + _TAIL
)
_OVER = re.compile(
    "(?:[不未](?:低于|小于|少于)|至少|最少|不下于?|(?<![不未])(?:超过?|突破|高于|多于|大于|超出)|逾|(?<![-=])(?:>|≥) ?=?)"
    + _TAIL
)
# 节约50元 saves, 附近3个村 is near by: neither is about
_ABOUT = re.compile(
    "(?:(?<![节签合履违预特制条公契])约|(?<![附最邻就靠远])近|大概|大致|接近|将近|估计)[为有是]? ?$"
)
_LAST = frozenset("足到满于过破多在少下超出逾达约近概致计了为是有上<≤>≥比= ")
_MORE, _LESS = frozenset("大高多长"), frozenset("小低少矮短")
_BEHIND = re.compile(
    r"(?:\(含\))?(?:(?P<about>左右|上下)|(?P<over>以上|之上|有余|开外|出头|余|多)|(?P<under>以下|以内|之内|之下))"
)
_FIRST = frozenset("(左上以之有开出余多")


def find_qualifier(text: str, start: int, end: int, inner: str) -> Qualifier:
    """The qualifier of the number ``text[start:end]``; ``inner`` is a 余 or 多 inside it.

    >>> [find_qualifier(t, 2, 5, "").value for t in ("超过50人", "不足50人", "大约50人", "共有50人")]
    ['over', 'under', 'about', 'exact']
    """
    if start and text[start - 1] in _LAST:
        before = _qualifier_before(text, start, end)
        if before:
            return before
    if text[end : end + 1] in _FIRST:
        behind = _BEHIND.match(text, end)
        if behind:
            return Qualifier(behind.lastgroup or "exact")
    return Qualifier.OVER if inner else Qualifier.EXACT


def _qualifier_before(text: str, start: int, end: int) -> Qualifier | None:
    front = text[max(0, start - 8) : start]
    for pattern, qualifier in ((_UNDER, Qualifier.UNDER), (_OVER, Qualifier.OVER), (_ABOUT, Qualifier.ABOUT)):
        if pattern.search(front):
            return qualifier
    behind = text[end : end + 2].strip()[:1]
    if (front[-1] == "上" and text[start] in "百千万亿") or (front.rstrip()[-1:] == "比" and behind in _MORE):
        return Qualifier.OVER
    return Qualifier.UNDER if front.rstrip()[-1:] == "比" and behind in _LESS else None
