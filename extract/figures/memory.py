"""What one sentence leaves for the next: what it counted, when it was, and which figures were told."""

from collections.abc import Iterable
from typing import NamedTuple

from extract.claims.claim import Claim
from extract.claims.echo import Told, tell
from extract.claims.scene import Scene
from extract.figures.resolve import Figure
from extract.figures.timing import Carried, hand_on
from extract.figures.whereabouts import Whereabouts
from extract.reason import Reason

NOTHING = Carried()


class Memory(NamedTuple):
    """What is remembered when a sentence is read; a paragraph forgets the times of the one before.

    ``told`` is one mapping for the whole document, which each sentence adds to: a copy for each would take the square
    of its length.
    """

    told: Told
    claims: tuple[Claim, ...] = ()
    paragraph: int = -1
    times: Carried = NOTHING

    def at(self, scene: Scene) -> Carried:
        """The times that hold for a sentence."""
        return self.times if scene.sentence.paragraph == self.paragraph else NOTHING

    def after(self, scene: Scene, claims: Iterable[Claim], results: Iterable[Figure | Claim]) -> "Memory":
        """What is remembered once a sentence has been read: its claims, and the years that its figures have."""
        now = tuple(claims)
        self.told.update(tell(now))
        used = frozenset(one.period[:4] for one in results if isinstance(one, Figure))
        times = hand_on(scene, self.at(scene), used)._replace(owner=_owner(results, self.at(scene).owner))
        return Memory(self.told, now, scene.sentence.paragraph, times)


def _owner(results: Iterable[Figure | Claim], before: Whereabouts | None) -> Whereabouts | None:
    """Whose the last figure was that a sentence told, or that it was a village's or township's."""
    for one in results:
        if isinstance(one, Figure):
            before = Whereabouts(one.place, one.adcode, False)
        elif one.reason == Reason.BELOW_COUNTY:
            before = Whereabouts("", "", False, Reason.BELOW_COUNTY)
    return before
