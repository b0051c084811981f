"""What every panel is built from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from compare.language import Language
from compare.metrics import Metric, known_metrics
from compare.store import Store
from compare.theme import Palette
from compare.view import COLOURED, View
from compare.words.names import Names
from extract.lexicon.gazetteer import Gazetteer


@dataclass(frozen=True, slots=True)
class Context:
    """The table, the question asked of it, and the language, colours and names of the answer."""

    store: Store
    view: View
    language: Language
    palette: Palette
    gazetteer: Gazetteer | None = None
    metrics: Mapping[str, Metric] = field(default_factory=known_metrics)

    @property
    def names(self) -> Names:
        """How places are called in this language."""
        return Names(self.language, self.gazetteer)

    @property
    def dense(self) -> bool:
        """Whether there are too many places for a colour each: marks are small, ranked and of one colour."""
        return len(self.view.places) > COLOURED

    def colour(self, adcode: str) -> str:
        """The colour of a place: that of its slot in the order of choosing; one for all where they are many."""
        if self.dense:
            return self.palette.zero
        places = self.view.places
        return self.palette.place(places.index(adcode) if adcode in places else 0)
