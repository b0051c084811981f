"""What stands around a number: which words of the lexicon are near it, which only in sight.

Words are weighed by where they stand. Beside the number, in its own clause and with no other number between, a word
weighs most (near); in other clauses of the sentence less, the more clauses and numbers lie between; in the paragraph's
label or the heading least.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from .context import Group, Scene
from .vocabulary import Hit

NEAR = 0.6
FLOOR = 0.16  # for a word anywhere before the number in its sentence
FAR_RIGHT = 14
BRACKET = 40  # longest remark in brackets that is stepped over


@dataclass(frozen=True, slots=True)
class Sight:
    """The words around one group of numbers, with what each weighs for it.

    ``left`` and ``right`` bound the piece of text that is near; ``weights`` pairs each hit with its weight.
    """

    group: Group
    left: int
    right: int
    weights: tuple[tuple[Hit, float], ...]

    def touches(self, hit: Hit) -> bool:
        """Whether a word stands beside the number: before it with nothing between, or close behind it."""
        if hit.end <= self.group.start:
            return hit.start >= self.left
        return hit.end <= self.right and hit.start - self.group.end <= FAR_RIGHT

    def near(self, text: str) -> str:
        """The words beside the group, on both sides."""
        return text[self.left : self.group.start] + "|" + text[self.group.end : self.right]


def look_around(scene: Scene, at: int) -> Sight:
    """The sight of the scene's group number ``at``."""
    group = scene.groups[at]
    left, right = _near_bounds(scene, at)
    weights = [(hit, _weigh(scene, at, hit, (left, right)) - _modifies(scene, at, hit)) for hit in scene.hits]
    weights += [(hit, 0.3) for hit in scene.label_hits]
    weights += [(hit, 0.2) for hit in scene.heading_hits]
    return Sight(group, left, right, tuple(pair for pair in weights if pair[1] > 0))


def _modifies(scene: Scene, at: int, hit: Hit) -> float:
    """What a word behind the number loses where it only modifies the next (贷款 in 500万元贷款风险补偿金)."""
    if hit.start < scene.groups[at].end or not hit.head:
        return 0.0
    return 0.3 if any(other.head and other.start == hit.end for other in scene.hits) else 0.0


def _near_bounds(scene: Scene, at: int) -> tuple[int, int]:
    """From the clause's beginning or the number before, to the clause's end or the number after."""
    group = scene.groups[at]
    end = behind(scene, at)
    before = bisect_right(scene.clauses, group.start)
    left = scene.clauses[before - 1] if before else scene.sentence.start
    if at:
        left = max(left, scene.groups[at - 1].end)
    after = bisect_right(scene.clauses, end)
    right = scene.clauses[after] if after < len(scene.clauses) else scene.sentence.end
    return left, min([right, *(other.start for other in scene.groups[at + 1 :] if other.start >= end)])


def behind(scene: Scene, at: int) -> int:
    """Where the words behind a group begin: past a bracket that follows it (3808户(包含1户边缘户)享受)."""
    end = scene.groups[at].end
    if scene.text.startswith("(", end):
        close = scene.text.find(")", end, min(end + BRACKET, scene.sentence.end))
        return close + 1 if close > 0 else end
    return end


def _weigh(scene: Scene, at: int, hit: Hit, bounds: tuple[int, int]) -> float:
    group = scene.groups[at]
    if hit.end <= group.start:
        return _weigh_left(scene, at, hit, bounds[0])
    if hit.start >= group.end:
        return _weigh_right(scene, at, hit, bounds[1])
    return 1.0  # the number's own unit (10镇)


def _weigh_left(scene: Scene, at: int, hit: Hit, left: int) -> float:
    group = scene.groups[at]
    if hit.start >= left:
        return max(1.0 - 0.02 * (group.start - hit.end), NEAR + 0.02)
    clauses = bisect_right(scene.clauses, group.start) - bisect_right(scene.clauses, hit.start)
    between = sum(1 for other in scene.groups[:at] if other.start >= hit.end)
    strong = scene.text.count(";", hit.end, group.start)
    if not clauses:
        return max(0.7 - 0.04 * between, 0.4)
    return max(0.58 - 0.06 * clauses - 0.05 * between - 0.15 * strong, FLOOR)


def _weigh_right(scene: Scene, at: int, hit: Hit, right: int) -> float:
    group = scene.groups[at]
    end = behind(scene, at)
    gap = hit.start - end
    if gap < 0:
        return 0.3  # in the bracket
    if hit.end <= right and not _belongs_to_next(scene, at, hit, right):
        return max(1.05 - 0.03 * gap, NEAR)
    clauses = bisect_left(scene.clauses, hit.end) - bisect_right(scene.clauses, group.end)
    between = sum(1 for other in scene.groups[at + 1 :] if other.end <= hit.start)
    strong = scene.text.count(";", group.end, hit.start)
    return max(0.45 - 0.08 * clauses - 0.08 * between - 0.15 * strong, 0.05)


def _belongs_to_next(scene: Scene, at: int, hit: Hit, right: int) -> bool:
    """Whether a word stands at the next number rather than at this one (200个贫困村累计退出182个)."""
    if at + 1 >= len(scene.groups) or scene.groups[at + 1].start != right or right in scene.clauses:
        return False
    gap = hit.start - scene.groups[at].end
    listed = any(mark in scene.text[scene.groups[at].end : hit.start] for mark in "、和及")
    return gap > 0 and (right - hit.end <= 3 or listed)
