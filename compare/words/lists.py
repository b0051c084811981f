"""Lists and small counts in words."""

from collections.abc import Sequence

from compare.language import Language

_EN = (
    "none",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_ZH = ("零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")


def say_list(names: Sequence[str], language: Language) -> str:
    """``肥西县、旌德县`` or ``Feixi, Jingde and Jarud``."""
    if language.code == "zh":
        return "、".join(names)
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1] if names else "")))


def say_count(n: int, language: Language) -> str:
    """A small count in words: ``三`` / ``three``; digits from thirteen on."""
    words = _ZH if language.code == "zh" else _EN
    return words[n] if n < len(words) else str(n)
