"""Numbers told in one breath."""

from extract.claims.context import Group
from extract.mention import Number

_JOINTS = frozenset(
    ("", "、", "、 ", "和", "及", "与", "/", "共", " ", "以及", "、共", ",共", "和约", "约", "近", "、约")
)
_COMMAS = frozenset((",", ", "))
_PEOPLE = frozenset("人名口")


def find_groups(text: str, numbers: tuple[Number, ...]) -> tuple[Group, ...]:
    """The groups of a sentence's quantities, in order (``7247户16386人``; ``2.9亿元、3.7亿元和5.1亿元``)."""
    runs: list[list[Number]] = []
    for number in numbers:
        if runs and _are_joined(text, runs[-1][-1], number):
            runs[-1].append(number)
        else:
            runs.append([number])
    return tuple(Group(tuple(run), run[0].start, run[-1].end) for run in runs)


def _are_joined(text: str, first: Number, second: Number) -> bool:
    """Whether nothing but a joint stands between; a comma joins only households and their people."""
    between = text[first.end : second.start]
    if between in _COMMAS:
        return first.unit == "户" and second.unit in _PEOPLE
    return between in _JOINTS
