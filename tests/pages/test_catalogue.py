"""Every message of the pages has its Chinese, and the catalogue holds no stale one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

from compare.language import LOCALE

ROOT = Path(__file__).parents[2]
KEYWORDS = {"say": None, "count": (1, 2), "sense": ((1, "c"), 2)}
Message = tuple[str | None, str | tuple[str, ...]]
WORDS = ("panels/timeline.py", "panels/entries.py", "panels/moments.py", "words/terms.py")
CATALOGUES = ("pages.po", "compare.po", "export.po", "evidence.po", "audit.po", "corrections.po")


def used(*files: Path) -> Iterator[Message]:
    for file in files:
        for _, message, _, context in extract_from_file("python", str(file), keywords=KEYWORDS):
            yield context, message


def catalogue(name: str) -> dict[Message, str | tuple[str, ...]]:
    with (LOCALE / "zh_Hans" / name).open("rb") as handle:
        return {(m.context, m.id): m.string for m in read_po(handle) if m.id}


def test_the_catalogue_holds_exactly_what_the_pages_say() -> None:
    files = [ROOT / "dashboard.py", *sorted((ROOT / "pages").rglob("*.py"))]
    files += [ROOT / "compare" / name for name in WORDS]
    assert set(catalogue("pages.po")) == set(used(*files))


def test_every_message_is_translated_and_keeps_its_names() -> None:
    for (_, message), chinese in catalogue("pages.po").items():
        said = "".join(chinese) if isinstance(chinese, tuple) else chinese
        asked = message if isinstance(message, str) else message[-1]
        assert said, message
        assert names(said) <= names(asked) | {"n"}, message  # a count may say the whole number


def test_two_catalogues_never_say_the_same_message_differently() -> None:
    found: dict[Message, set[str | tuple[str, ...]]] = {}
    for name in CATALOGUES:
        for message, chinese in catalogue(name).items():
            found.setdefault(message, set()).add(chinese)
    assert {message: said for message, said in found.items() if len(said) > 1} == {}


@pytest.mark.parametrize("name", CATALOGUES)
def test_no_message_is_fuzzy(name: str) -> None:
    with (LOCALE / "zh_Hans" / name).open("rb") as handle:
        assert not [message.id for message in read_po(handle) if message.fuzzy and message.id]


def names(text: str) -> set[str]:
    return {part.split("}")[0] for part in text.split("{")[1:]}
