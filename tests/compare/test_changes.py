"""A link of an older data version says what changed since, of the figures that it shows and of no others."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from compare.changes import find_moves
from compare.context import Context
from compare.store import open_store
from extract.output.changes import CHANGES, write_changes
from tests.compare.figures import figure, write_table

FEIXI, JINGDE = "340123", "341825"
SPECIAL = figure(FEIXI, "funding.special", "300000000", start="5")
OLD = (SPECIAL, figure(JINGDE, "funding.special", "20000000"), figure(FEIXI, "lifted.persons", "70"))
NEW = (
    figure(FEIXI, "funding.special", "369000000", start="5"),
    figure(JINGDE, "funding.social", "5000000", start="40"),
    figure(FEIXI, "lifted.persons", "80"),
)


def publish(folder: Path, lines: tuple[dict[str, str], ...], version: str) -> Path:
    folder.mkdir()
    write_table(folder, lines)
    (folder / "manifest.json").write_text(f'{{"data_version": "{version}"}}', encoding="utf-8")
    return folder


@pytest.fixture
def moved(tmp_path: Path, ask: Callable[..., Context]) -> Callable[..., Context]:
    """A view over the new table, with what the build says of the old one."""
    old, new = publish(tmp_path / "old", OLD, "a" * 16), publish(tmp_path / "new", NEW, "b" * 16)
    (new / CHANGES).write_bytes(write_changes(old, new, "b" * 16) or b"")

    def build(**view: object) -> Context:
        context = ask(NEW, **{"places": (FEIXI, JINGDE), "version": "a" * 12, **view})
        return replace(context, store=open_store(new))

    return build


def told(context: Context) -> list[tuple[str, str, str, str]]:
    found = find_moves(context)
    assert found is not None
    assert found.changes is not None
    return [(c.kind, c.figure, c.before, c.now) for c in found.changes]


def test_changed_added_and_gone_are_told_with_both_numbers(moved: Callable[..., Context]) -> None:
    assert told(moved(page="funding", language="en")) == [
        ("changed", "Feixi, Special funds", "¥300m (2020, in the year)", "¥369m (2020, in the year)"),
        ("added", "Jingde, Social funds", "", "¥5m (2020, in the year)"),
        ("gone", "Jingde, Special funds", "¥20m (2020, in the year)", ""),
    ]


def test_what_is_not_shown_is_not_told(moved: Callable[..., Context]) -> None:
    assert [change[:2] for change in told(moved(page="lifted"))] == [("changed", "肥西县脱贫人口")]
    assert told(moved(page="rate")) == []
    assert [change[0] for change in told(moved(page="funding", places=(FEIXI,)))] == ["changed"]


def test_the_present_version_says_nothing(moved: Callable[..., Context]) -> None:
    assert find_moves(moved(page="funding", version="b" * 12)) is None
    assert find_moves(moved(page="funding", version="")) is None


def test_a_version_that_is_forgotten_is_told_as_such(moved: Callable[..., Context]) -> None:
    found = find_moves(moved(page="funding", version="c" * 12))
    assert found is not None
    assert (found.since, found.changes) == ("c" * 12, None)


@pytest.mark.parametrize("content", ["", "[]", '{"version": "bbbbbbbbbbbbbbbb", "since": [{"version": 3}]}'])
def test_a_broken_history_is_one_that_is_forgotten(moved: Callable[..., Context], content: str) -> None:
    context = moved(page="funding")
    (context.store.folder / CHANGES).write_text(content, encoding="utf-8")
    found = find_moves(context)
    assert found is not None
    assert found.changes is None
