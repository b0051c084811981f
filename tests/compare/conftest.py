from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from compare.context import Context
from compare.language import open_language
from compare.store import open_store
from compare.theme import LIGHT
from compare.view import View
from extract.lexicon.gazetteer import load_gazetteer
from tests.compare.figures import NAMES, write_table

Line = Mapping[str, str]


@pytest.fixture
def ask(tmp_path: Path) -> Callable[..., Context]:
    """A context over a table of the given lines, with all five places chosen unless said otherwise."""
    tables = iter(range(1_000_000))

    def build(
        lines: Sequence[Line],
        language: str = "zh",
        *,
        findings: Sequence[Line] = (),
        events: Sequence[Line] = (),
        reports: Mapping[str, Line] | None = None,
        **view: object,
    ) -> Context:
        folder = tmp_path / str(next(tables))
        folder.mkdir()
        write_table(folder, lines, findings=findings, events=events, reports=reports or {})
        shown = View(**{"places": tuple(NAMES), "language": language, **view})  # type: ignore[arg-type]
        return Context(open_store(folder), shown, open_language(language), LIGHT, load_gazetteer())

    return build
