"""What stands around a number: which words of the lexicon are near it, which only in sight.

Words are weighed by where they stand. Beside the number, in its own clause and with no other number between, a word
weighs most (near); in other clauses of the sentence less, the more clauses and numbers lie between; in the paragraph's
label or the heading least.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Set
from dataclasses import dataclass

from extract.claims.context import Group
from extract.claims.scene import Scene
from extract.lazy import lazy
from extract.lexicon.vocabulary import Hit
from extract.mention import Kind

NEAR = 0.6
FLOOR = 0.16  # for a word anywhere before the number in its sentence
FAR_RIGHT = 14
IN_LABEL = 0.3
IN_HEADING = 0.2
BRACKET = 40  # longest remark in brackets that is stepped over
REACH = 30
_BETWEEN = "了约近超过达的逾 "
_WHOLE = re.compile(r"(?:全县|全旗|全市|全区|全州|我县|我市|我旗)(?:共有|共)?(?:[^,;。]{0,20}、)?$")


@dataclass(frozen=True)
class Sight:
    """What stands around one group of numbers; ``left`` and ``right`` bound the piece of text that is near.

    ``behind`` is where the words behind it begin: past a bracket that follows it.
    """

    scene: Scene
    group: Group
    left: int
    right: int
    behind: int

    @lazy
    def before(self) -> str:
        """The words between the clause's beginning, or the number before, and the group."""
        return self.scene.text[self.left : self.group.start]

    @lazy
    def lead(self) -> str:
        """The same without what stands between a word and its number: 超过, 达, 的."""
        return self.before.rstrip(_BETWEEN)

    @lazy
    def clause(self) -> str:
        """The whole clause, with ``#`` for the group."""
        start, end = self.scene.clause_start(self.group.start), self.scene.clause_end(self.group.end)
        return f"{self.scene.text[start : self.group.start]}#{self.scene.text[self.group.end : end]}"

    @lazy
    def statement(self) -> str:
        """The sentence around the group, or its part between semicolons; with the one before it where 其中 opens it."""
        text, sentence = self.scene.text, self.scene.sentence
        opened = self.scene.opened
        start = text.rfind(";", opened, self.group.start) + 1 or opened
        end = text.find(";", self.group.end, sentence.end)
        return text[start : end if end >= 0 else sentence.end]

    @lazy
    def is_whole(self) -> bool:
        """Whether 全县 stands directly before: then all are meant, not some that met with something."""
        start = max(self.group.start - REACH, 0)
        return _WHOLE.search(self.scene.text, start, self.group.start) is not None

    def weigh(self, words: Set[str]) -> Iterator[tuple[Hit, float]]:
        """Each of these words that is in sight, with what it weighs for the group."""
        for hit in self.scene.hits:
            if hit.word in words:
                yield hit, _weigh(self, hit)
        for hit in self.scene.label_hits:
            yield hit, IN_LABEL
        for hit in self.scene.heading.hits:
            yield hit, IN_HEADING

    def holds_near(self, words: re.Pattern[str]) -> bool:
        """Whether one of the words stands beside the group, on either side."""
        text, group = self.scene.text, self.group
        return bool(words.search(text, self.left, group.start) or words.search(text, group.end, self.right))

    def touches(self, hit: Hit) -> bool:
        """Whether a word stands beside the number: before it with nothing between, or close behind it."""
        if hit.end <= self.group.start:
            return hit.start >= self.left
        return hit.end <= self.right and hit.start - self.group.end <= FAR_RIGHT


def look_around(scene: Scene, at: int) -> Sight:
    """The sight of a scene's group: from its clause's beginning or the number before, to the end or the next number."""
    group = scene.groups[at]
    behind = _behind(scene, group)
    left = scene.clause_start(group.start)
    if at:
        left = max(left, scene.groups[at - 1].end)
    after = bisect_right(scene.clauses, behind)
    right = scene.clauses[after] if after < len(scene.clauses) else scene.sentence.end
    following = _next_apart(scene, behind, at + 1)
    if following < len(scene.starts):
        right = min(right, scene.starts[following])
    return Sight(scene, group, left, right, behind)


def _next_apart(scene: Scene, behind: int, at: int) -> int:
    """The next group that has words of its own: 35个贫困村14307人脱贫退出 share their verb."""
    following = bisect_left(scene.starts, behind, at)
    if following < len(scene.starts) and _SHARED.fullmatch(scene.text, behind, scene.starts[following]):
        return following + 1
    return following


_SHARED = re.compile("(?:(?:省级|省定|深度|建档立卡)?贫困(?:行政|嘎查)?)?(?:村|嘎查|户)(?:[、和及与]|以及)?")


def _behind(scene: Scene, group: Group) -> int:
    """Where the words behind a group begin: past a bracket that follows it (3808户(包含1户边缘户)享受)."""
    if scene.text.startswith("(", group.end):
        close = scene.text.find(")", group.end, min(group.end + BRACKET, scene.sentence.end))
        return close + 1 if close > 0 else group.end
    return group.end


def _weigh(sight: Sight, hit: Hit) -> float:
    if hit.end <= sight.group.start:
        return _weigh_left(sight, hit)
    if hit.start < sight.group.end:
        return 1.0  # the number's own unit (10镇)
    weight = _weigh_right(sight, hit)
    # a word that only modifies the next (贷款 in 500万元贷款风险补偿金)
    return weight - 0.3 if hit.head and hit.end in sight.scene.heads else weight


def _weigh_left(sight: Sight, hit: Hit) -> float:
    scene, start = sight.scene, sight.group.start
    if hit.start >= sight.left:
        return max(1.0 - 0.02 * (start - hit.end), NEAR + 0.02)
    clauses = bisect_right(scene.clauses, start) - bisect_right(scene.clauses, hit.start)
    between = bisect_left(scene.starts, start) - bisect_left(scene.starts, hit.end)
    between -= _in_brackets(scene, hit.end, start) if between else 0
    if not clauses:
        return max(0.7 - 0.04 * between, 0.4)
    strong = scene.text.count(";", hit.end, start)
    return max(0.58 - 0.06 * clauses - 0.05 * between - 0.15 * strong, FLOOR)


def _in_brackets(scene: Scene, start: int, end: int) -> int:
    """How many groups stand in a bracket closed between two positions: 退出贫困村127个(其中深度2个),贫困人口3757户."""
    close = scene.text.rfind(")", start, end)
    opened = scene.text.find("(", start, close) if close >= 0 else -1
    return bisect_left(scene.starts, close) - bisect_left(scene.starts, opened) if opened >= 0 else 0


def _weigh_right(sight: Sight, hit: Hit) -> float:
    scene, end = sight.scene, sight.group.end
    gap = hit.start - sight.behind
    if gap < 0:
        return 0.3  # in the bracket
    if hit.end <= sight.right and not _belongs_to_next(sight, hit):
        return max(1.05 - 0.03 * gap, NEAR)
    clauses = bisect_left(scene.clauses, hit.end) - bisect_right(scene.clauses, end)
    between = bisect_right(scene.ends, hit.start) - bisect_right(scene.ends, end)
    strong = scene.text.count(";", end, hit.start)
    if clauses and "其中" in scene.text[end : hit.start]:
        return 0.05  # a part's own word: 全县有5824户,其中建档立卡贫困户4318户
    return max(0.45 - 0.08 * clauses - 0.08 * between - 0.15 * strong, 0.05)


def _belongs_to_next(sight: Sight, hit: Hit) -> bool:
    """Whether a word stands at the next number rather than at this one (200个贫困村累计退出182个)."""
    scene, end, right = sight.scene, sight.group.end, sight.right
    following = bisect_right(scene.starts, sight.group.start)
    if following >= len(scene.starts) or scene.starts[following] != right or right in scene.clauses:
        return False
    if sight.group.numbers[-1].unit == "户" and scene.groups[following].numbers[0].kind is Kind.MONEY:
        return False  # 为632户贫困户发放贷款3317万元: what was given is said of both
    listed = any(mark in scene.text[end : hit.start] for mark in "、和及")
    closed = scene.text[hit.end : right].startswith(("、", "和", "及"))  # 513个贫困村退出、3个贫困县摘帽
    return hit.start > end and ((right - hit.end <= 3 and not closed) or listed)
