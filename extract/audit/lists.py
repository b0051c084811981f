"""Lists of parts: where one is opened, where it is closed, and whether it names all."""

import re

from extract.audit.told import Line, Told

_PARTS = re.compile(r"(?:其中|包括|分为|按[^,;。]{1,5}分|逐年[为是])[^;。]{0,20}$|^依次[为是]$")
_DIVIDED = re.compile("按[^,;。]{1,5}分|分为|分别|依次|逐年")
_COLON = re.compile(r"^[^,;。]{0,8}:")
_OUT_OF = re.compile(r"^[^,;。]{0,8}(?<![集初高途])中(?![央心药学小国共型医部西级东介])")
_TOGETHER = re.compile(r"(?:合计|共计|总计|两[者项类]|三[者项类])[^,;。]{0,6}$")
_ADDED = re.compile(",?(?:累计|总共|共)")
_NEXT = re.compile(r"[、,和及与]?[^,;。:0-9]{0,18}")  # the next part of a list: a short name
_FULL = re.compile("其他|其它|其余|同步")  # 建档立卡6918人、同步搬迁7182人
_DONE, _OPEN = re.compile("已|完成|竣工"), re.compile("未|没有")
_TIERS = (re.compile("中央"), re.compile("省|自治区"), re.compile("市|州|盟|地区"), re.compile("县|区|旗"))


def is_opened(told: Told) -> bool:
    """Whether 其中 or 按来源分 stands before a figure."""
    return _PARTS.search(told.lead) is not None


def take_list(rest: Line) -> Line:
    """The first of these figures that are told as one list: short names, commas and 、 between."""
    listed = list(rest[:1])
    for one in rest[1:]:
        if not _NEXT.fullmatch(one.lead):
            break
        listed.append(one)
    return tuple(listed)


def is_list_of(whole: Told, parts: Line) -> bool:
    """Whether the words say that the list behind a figure are its parts."""
    ends = _FULL.search(parts[-1].lead) is not None
    return (
        is_opened(parts[0])
        or bool(_COLON.search(whole.right))
        or _are_states(parts)
        or (ends and bool(_OUT_OF.search(whole.right)))
    )


def is_total_of(whole: Told, parts: Line) -> bool:
    """Whether the words say that a figure is the sum of the list before it: 两者合计; 分别为..., 累计."""
    added = _ADDED.fullmatch(whole.lead) and "分别" in parts[0].lead
    return bool(_TOGETHER.search(whole.lead) or added)


def is_all(whole: Told, parts: Line) -> bool:
    """Whether nothing is left out: 其他 at the end, 按...分, a colon, done and not done, every tier of government."""
    names = "|".join(part.lead for part in parts)
    tiers = all(tier.search(names) for tier in _TIERS)
    named = _FULL.search(parts[-1].lead) or _DIVIDED.search(names) or _COLON.search(whole.right)
    return bool(tiers or named) or _are_states(parts) or is_total_of(whole, parts)


def _are_states(parts: Line) -> bool:
    """Whether some are done and the last are not: 已竣工3562个,在建611个,没有动工的145个."""
    return bool(_OPEN.search(parts[-1].lead)) and any(_DONE.search(part.lead) for part in parts[:-1])
