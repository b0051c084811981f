"""How exactly a text gives a number: the words right before and behind it."""

import re

from extract.mention import Qualifier

# Each class ends in a character of LAST; so most numbers cost one look-up.
_BEFORE = re.compile(
    r"""(?:
      (?P<under> 不足 | 不到 | 低于 | 小于 | 少于 | 不超过 | 未超过 | 不高于 | 不多于 | 至多 | 最多 | 不满 | 控制在 )
    | (?P<over> 不低于 | 不少于 | 不小于 | 至少 | 最少 | 不下于? | 超过?了? | 突破了? | 高于 | 多于 | 大于 | 逾 | 超出 | 高达? )
    | (?P<about> (?<![节签合履违预特制条公契]) 约为?有? | (?<![附最邻就靠远]) 近 | 大概有?是? | 接近 | 将近 | 上 | 估计 )
    )\ ?$""",
    re.VERBOSE,
)
_LAST = frozenset("足到于过多满在少下了超破逾出约为有近概是计上 ")
_UNDER_FIRST = re.compile("(?:不足|不到|低于|小于|少于|不超过|未超过|不高于|不多于|至多|最多|不满)\\ ?$")
_OVER_FIRST = re.compile(
    "(?:不低于|不少于|不小于|至少|最少|不下|不下于|超过|超过了|超|突破|突破了|高于|多于|大于|逾|超出|超出了)\\ ?$"
)
_ABOUT_FIRST = re.compile("(?:(?<![节签合履违预特制条公契])约(?:为|有)?|(?<![附最邻就靠远])近|大概(?:有|是)?|接近|将近|估计)\\ ?$")
_BEHIND = re.compile(r"(?:\(含\))?(?:(?P<about>左右|上下)|(?P<over>以上|之上|有余|开外|出头|余|多)|(?P<under>以下|以内|之内|之下))")
_FIRST = frozenset("(左上以之有开出余多")


def find_qualifier(text: str, start: int, end: int, inner: str) -> Qualifier:
    """The qualifier of the number ``text[start:end]``; ``inner`` is a 余 or 多 inside it.

    >>> [find_qualifier(t, 2, 5, "").value for t in ("超过50人", "不足50人", "大约50人", "共有50人")]
    ['over', 'under', 'about', 'exact']
    """
    if start and text[start - 1] in _LAST:
        front = text[max(0, start - 5) : start]
        if _UNDER_FIRST.search(front):
            return Qualifier.UNDER
        if _OVER_FIRST.search(front):
            return Qualifier.OVER
        if _ABOUT_FIRST.search(front):
            return Qualifier.ABOUT
    if text[end : end + 1] in _FIRST:
        behind = _BEHIND.match(text, end)
        if behind:
            return Qualifier(behind.lastgroup)
    return Qualifier.OVER if inner else Qualifier.EXACT
