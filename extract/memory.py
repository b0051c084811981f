"""What one sentence leaves for the next: what it counted, when it was, and which figures were told."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from .claim import Claim
from .echo import Told, tell
from .resolve import Figure
from .scene import Scene
from .timing import Carried, hand_on

NOTHING = Carried()


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered when a sentence is read; a paragraph forgets the times of the one before."""

    claims: tuple[Claim, ...] = ()
    told: Told = field(default_factory=dict)
    paragraph: int = -1
    times: Carried = NOTHING

    def at(self, scene: Scene) -> Carried:
        """The times that hold for a sentence."""
        return self.times if scene.sentence.paragraph == self.paragraph else NOTHING

    def after(self, scene: Scene, claims: Iterable[Claim], results: Iterable[Figure | Claim]) -> "Memory":
        """What is remembered once a sentence has been read: its claims, and the years that its figures have."""
        now = tuple(claims)
        used = frozenset(one.period[:4] for one in results if isinstance(one, Figure))
        times = hand_on(scene, self.at(scene), used)
        return Memory(now, self.told | tell(now), scene.sentence.paragraph, times)
