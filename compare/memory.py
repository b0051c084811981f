"""Answers that are remembered: the latest ones, by how much they hold and not by how many they are."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping
from threading import Lock
from typing import Any


class Memory:
    """Answers by question. When they hold more than ``room`` together, those asked for longest ago are forgotten.

    >>> memory = Memory(room=3, weigh=len)
    >>> [memory.of(word, lambda word=word: word) for word in ("ab", "c", "def")]
    ['ab', 'c', 'def']
    >>> memory.held
    3
    """

    def __init__(self, room: int, weigh: Callable[[Any], int]) -> None:
        self.room = room
        self.held = 0
        self._weigh = weigh
        self._known: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._one_at_a_time = Lock()

    def of(self, question: Hashable, answer: Callable[[], Any]) -> Any:
        """The answer remembered, or a fresh one. Two that ask the same at once may both work it out."""
        with self._one_at_a_time:
            if question in self._known:
                self._known.move_to_end(question)
                return self._known[question][0]
        fresh = answer()
        with self._one_at_a_time:
            self._keep(question, fresh)
        return fresh

    def of_each(
        self, question: Hashable, keys: Iterable[str], answer: Callable[[list[str]], Mapping[str, Any]]
    ) -> list[Any]:
        """The answers for several keys of one question; ``answer`` is asked once, for those not remembered."""
        asked = list(dict.fromkeys(keys))
        with self._one_at_a_time:
            known = {key: self._known[question, key][0] for key in asked if (question, key) in self._known}
            for key in known:
                self._known.move_to_end((question, key))
        missing = [key for key in asked if key not in known]
        fresh = dict(answer(missing)) if missing else {}
        with self._one_at_a_time:
            for key, value in fresh.items():
                self._keep((question, key), value)
        return [known[key] if key in known else fresh[key] for key in asked]

    def _keep(self, question: Hashable, answer: Any) -> None:
        weight = 1 if answer is None else max(1, self._weigh(answer))
        if weight > self.room or question in self._known:
            return
        self._known[question] = (answer, weight)
        self.held += weight
        while self.held > self.room:
            _, (_, lost) = self._known.popitem(last=False)
            self.held -= lost
