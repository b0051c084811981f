"""The words without which a pattern cannot match: a quick look for them saves the slow search."""

import re

_HAN = "\u4e00-\u9fff"
_CLASS = r"\[[^\]]*\]"
_INNER = rf"\((?:[^()\[]|{_CLASS})*\)"
_GROUP = rf"\((?:[^()\[]|{_CLASS}|\((?:[^()\[]|{_CLASS}|{_INNER})*\))*\)"
_PART = re.compile(
    rf"""
    (?: (?P<run> [{_HAN}]+ (?! [?*{{] ) )
      | \(\?: (?P<either> [{_HAN}|]+ ) \) (?! [?*{{] )
      | (?: {_GROUP} | {_CLASS} | \\. | [^|] ) (?: [?*] | \{{ [^}}]* \}} )?
    )
    """,
    re.VERBOSE,
)


def find_keys(pattern: str) -> tuple[str, ...]:
    r"""Words of which each match of a pattern holds one; nothing where that cannot be told.

    >>> find_keys("退出(?=[^,。;]{0,16}(?:序列|行列))"), find_keys("(?:将|把)[^,]{1,12}(?:确定|列作)为[“]?")
    (('退出',), ('确定', '列作'))
    >>> find_keys("[位列]居?"), find_keys("脱贫|摘帽")
    ((), ())
    """
    parts = list(_PART.finditer(pattern))
    if "".join(part[0] for part in parts) != pattern:
        return ()
    told = (part["run"] or part["either"] for part in parts)
    return max((tuple(words.split("|")) for words in told if words), key=_shortest, default=())


def _shortest(words: tuple[str, ...]) -> int:
    return min(map(len, words))
