"""A table whose words are masked on their way out: whatever is asked of it, by pages and exports alike."""

import os
from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

from compare.privacy.mask import mask
from compare.record import Event, Leftover, Row
from compare.store import Store

SETTING = "XIANBI_NAMES"
SHOWN = "shown"


def shows_names() -> bool:
    """Whether the operator lets names and numbers of private persons be seen: ``XIANBI_NAMES=shown``."""
    return os.environ.get(SETTING, "").strip().lower() == SHOWN


def hold_back(store: Store) -> Store:
    """The table as it may be shown: as it is where the operator says so, else masked."""
    return store if shows_names() else cast("Store", Masked(store))


class Masked:
    """Stands for a store; sentences, titles, labels and texts of its answers are masked, all else is as it was."""

    __slots__ = ("_store",)

    def __init__(self, store: Store) -> None:
        self._store = store

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._store, name)
        if name in ("recall", "connection", "texts") or not callable(found):
            return found
        return _masking(found, with_text=name == "text")


def _masking(ask: Callable[..., Any], with_text: bool) -> Callable[..., Any]:
    def masked(*asked: Any, **named: Any) -> Any:
        answer = ask(*asked, **named)
        return mask(answer) if with_text and isinstance(answer, str) else _masked(answer)

    return masked


def _masked(answer: Any) -> Any:
    """A record, or records in a tuple, with their words masked; anything else as it is."""
    if isinstance(answer, tuple):
        return (
            tuple(map(_masked, answer))
            if answer and isinstance(answer[0], (Row, Event, Leftover))
            else answer
        )
    if isinstance(answer, Row):
        quote = _around(answer.quote, answer.text, answer.at)
        return answer if quote == answer.quote else replace(answer, quote=quote)
    if isinstance(answer, Event):
        quote, title = mask(answer.quote), mask(answer.title)
        return (
            answer
            if (quote, title) == (answer.quote, answer.title)
            else replace(answer, quote=quote, title=title)
        )
    if isinstance(answer, Leftover):
        text, quote, label = mask(answer.text), mask(answer.quote), mask(answer.label)
        same = (text, quote, label) == (answer.text, answer.quote, answer.label)
        return answer if same else replace(answer, text=text, quote=quote, label=label)
    return answer


def _around(quote: str, text: str, at: int) -> str:
    """The sentence masked, but never its own figure."""
    masked = mask(quote)
    if masked == quote or at < 0 or quote[at : at + len(text)] != text:
        return masked
    return masked[:at] + text + masked[at + len(text) :]
