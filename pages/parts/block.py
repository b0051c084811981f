"""What the page's parts need of anything that is shown with words above and sources below."""

from typing import Protocol

from compare.panel import Caution, KeyItem, Source, Table
from compare.record import Row


class Block(Protocol):
    """A panel, or the cards of the overview."""

    @property
    def headline(self) -> str: ...
    @property
    def deck(self) -> str: ...
    @property
    def warnings(self) -> tuple[Caution, ...]: ...
    @property
    def key(self) -> tuple[KeyItem, ...]: ...
    @property
    def sources(self) -> tuple[Source, ...]: ...
    @property
    def notes(self) -> tuple[str, ...]: ...
    @property
    def rows(self) -> tuple[Row, ...]: ...
    @property
    def table(self) -> Table: ...
