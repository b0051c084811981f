"""What one sentence leaves for the next: what it counted, when it was, and which figures were told."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from extract.claims.claim import Claim
from extract.claims.echo import Told, tell
from extract.claims.scene import Scene
from extract.figures.resolve import Figure
from extract.figures.timing import Carried, hand_on
from extract.figures.whereabouts import BELOW, Whereabouts, tells_of_one
from extract.reason import Reason

NOTHING = Carried()
ITEM = 60  # characters of a line of a list


class Memory(NamedTuple):
    """What is remembered when a sentence is read; a paragraph forgets the times of the one before.

    ``told`` is one mapping for the whole document, which each sentence adds to: a copy for each would take the square
    of its length.
    """

    told: Told
    claims: tuple[Claim, ...] = ()
    paragraph: int = -1
    times: Carried = NOTHING
    dated: tuple[int, int] = (0, 0)

    def at(self, scene: Scene) -> Carried:
        """The times that hold for a sentence: those of its paragraph, or of the sentence that heads its list."""
        if scene.sentence.paragraph == self.paragraph:
            return self.times
        goes_on = _is_item(scene) and scene.sentence.dated == self.dated
        return NOTHING._replace(heads=self.times.heads) if goes_on else NOTHING

    def after(self, scene: Scene, claims: Iterable[Claim], results: Iterable[Figure | Claim]) -> "Memory":
        """What is remembered once a sentence has been read: its claims, and the years that its figures have."""
        now = tuple(claims)
        self.told.update(tell(now))
        used = frozenset(one.period[:4] for one in results if isinstance(one, Figure))
        before = self.at(scene)
        one = tells_of_one(scene, scene.sentence.end)  # 该公司成立于2016年
        times = (before if one else hand_on(scene, before, used))._replace(
            owner=_owner(scene, results, before.owner)
        )
        if not (_is_item(scene) and before.heads):
            times = times._replace(heads=_heads(results))
        return Memory(self.told, now, scene.sentence.paragraph, times, scene.sentence.dated)


def _is_item(scene: Scene) -> bool:
    """Whether a sentence is a line of a list: short, with one number and a line of its own."""
    text, start, end = scene.text, scene.sentence.start, scene.sentence.end
    opened = text.rfind("\n", 0, start) + 1
    return len(scene.groups) <= 1 and end - start <= ITEM and not text[opened:start].strip()


def _heads(results: Iterable[Figure | Claim]) -> tuple[tuple[str, str], ...]:
    """What the sentence counted in which year: 2019年安排专项扶贫资金1.2亿元,分配如下."""
    return tuple(
        (one.metric.id, one.period) for one in results if isinstance(one, Figure) and one.period.isdigit()
    )


# 内丘县供电公司选派: an office at work in the village, not the county
_OFFICE = re.compile("[^,;。0-9]{0,10}(?:公司|银行|局|办|委|中心|院|校|处|部|社|站|队|单位)")


def _owner(scene: Scene, results: Iterable[Figure | Claim], before: Whereabouts | None) -> Whereabouts | None:
    """Whose the last figure was that a sentence told, or that it was a village's, a township's or one firm's."""
    named = [place for place in scene.places if place.level not in BELOW]
    if any(not _OFFICE.match(scene.text, place.end) for place in named):
        before = None  # 今年,岚县将造林10万亩: the county is spoken of again
    if tells_of_one(scene, scene.sentence.end):
        before = Whereabouts("", "", False, Reason.BELOW_COUNTY)
    for one in results:
        if isinstance(one, Figure):
            before = Whereabouts(one.place, one.adcode, False)
        elif one.reason == Reason.BELOW_COUNTY:
            before = Whereabouts("", "", False, Reason.BELOW_COUNTY)
    return before
