"""Numbers told in one breath."""

from .context import Group
from .mention import Number

_JOINTS = frozenset(
    ("", "、", ",", "和", "及", "与", "/", "共", " ", "以及", "、共", ",共", "和约", "约", "近", "、约")
)


def find_groups(text: str, numbers: tuple[Number, ...]) -> tuple[Group, ...]:
    """The groups of a sentence's quantities, in order (``7247户16386人``; ``2.9亿元、3.7亿元和5.1亿元``)."""
    runs: list[list[Number]] = []
    for number in numbers:
        if runs and text[runs[-1][-1].end : number.start] in _JOINTS:
            runs[-1].append(number)
        else:
            runs.append([number])
    return tuple(Group(tuple(run), run[0].start, run[-1].end) for run in runs)
