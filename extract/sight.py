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
FAR_RIGHT = 14

@dataclass(frozen=True, slots=True)
class Sight:
    """The words around one group of numbers, with what each weighs for it.

    ``left`` and ``right`` bound the piece of text that is near; ``weights`` pairs each hit with its weight.
    """

    group: Group
    left: int
    right: int
    weights: tuple[tuple[Hit, float], ...]

    def near(self, text: str) -> str:
        """The words beside the group, on both sides."""
        return text[self.left : self.group.start] + "|" + text[self.group.end : self.right]


def look_around(scene: Scene, at: int) -> Sight:
    """The sight of the scene's group number ``at``."""
    group = scene.groups[at]
    left, right = _near_bounds(scene, at)
    weights = [(hit, _weigh(scene, at, hit, (left, right))) for hit in scene.hits]
    weights += [(hit, 0.3) for hit in scene.label_hits]
    weights += [(hit, 0.2) for hit in scene.heading_hits]
    return Sight(group, left, right, tuple(pair for pair in weights if pair[1] > 0))


def _near_bounds(scene: Scene, at: int) -> tuple[int, int]:
    """From the clause's beginning or the number before, to the clause's end or the number after."""
    group = scene.groups[at]
    before = bisect_right(scene.clauses, group.start)
    left = scene.clauses[before - 1] if before else scene.sentence.start
    if at:
        left = max(left, scene.groups[at - 1].end)
    after = bisect_right(scene.clauses, group.end)
    right = scene.clauses[after] if after < len(scene.clauses) else scene.sentence.end
    if at + 1 < len(scene.groups):
        right = min(right, scene.groups[at + 1].start)
    return left, right


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
    return max(0.58 - 0.06 * clauses - 0.05 * between - 0.15 * strong, 0.1)


def _weigh_right(scene: Scene, at: int, hit: Hit, right: int) -> float:
    group = scene.groups[at]
    gap = hit.start - group.end
    if hit.end <= right and not _belongs_to_next(scene, at, hit, right):
        return 1.05 - 0.03 * gap if gap <= FAR_RIGHT else 0.5
    clauses = bisect_left(scene.clauses, hit.end) - bisect_right(scene.clauses, group.end)
    between = sum(1 for other in scene.groups[at + 1 :] if other.end <= hit.start)
    strong = scene.text.count(";", group.end, hit.start)
    return max(0.45 - 0.08 * clauses - 0.08 * between - 0.15 * strong, 0.05)


def _belongs_to_next(scene: Scene, at: int, hit: Hit, right: int) -> bool:
    """Whether a word stands at the next number rather than at this one (200个贫困村累计退出182个)."""
    if at + 1 >= len(scene.groups) or scene.groups[at + 1].start != right:
        return False
    gap = hit.start - scene.groups[at].end
    listed = any(mark in scene.text[scene.groups[at].end : hit.start] for mark in "、和及")
    return gap > 0 and (right - hit.end <= 3 or listed)
