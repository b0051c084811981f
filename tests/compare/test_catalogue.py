"""Every sentence of the interface has its Chinese."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

from compare.language import LOCALE

SOURCES = sorted(path for path in LOCALE.parent.rglob("*.py") if path.name != "language.py")
KEYWORDS = {"say": None, "count": (1, 2), "sense": ((1, "c"), 2)}
Message = tuple[str, str]


def messages(path: Path) -> Iterator[Message]:
    """What a module says, as (context, English)."""
    for _, message, _, context in extract_from_file("python", str(path), keywords=KEYWORDS):  # type: ignore[arg-type]
        yield context or "", message if isinstance(message, str) else message[0]


def translations() -> dict[Message, str]:
    """Everything that the catalogues translate."""
    found = {}
    for path in sorted((LOCALE / "zh_Hans").glob("*.po")):
        with path.open("rb") as handle:
            for message in read_po(handle, locale="zh_Hans"):
                if message.id:
                    english = message.id if isinstance(message.id, str) else message.id[0]
                    chinese = message.string if isinstance(message.string, str) else message.string[0]
                    found[(message.context or "", english)] = chinese
    return found


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(LOCALE.parent).as_posix())
def test_what_a_module_says_it_says_in_chinese(path: Path) -> None:
    known = translations()
    assert [message for message in messages(path) if not known.get(message)] == []


def test_translations_fill_in_the_same_words() -> None:
    fields = {key: set(_fields(key[1])) - set(_fields(text)) for key, text in translations().items()}
    allowed = {"metric", "n", "more"}  # words that one of the languages leaves out
    assert {key: gone for key, gone in fields.items() if gone - allowed} == {}


def _fields(text: str) -> list[str]:
    return [part.split("}")[0] for part in text.split("{")[1:]]
