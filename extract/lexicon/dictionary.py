"""Running text cut into words, by jieba, and which of them name a thing.

jieba takes a second to start and is needed for labels only, so nothing is loaded before the first cut.
"""

import logging
import os
import threading
import tomllib
import warnings
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from extract.errors import LexiconError

ADDITIONS = Path(__file__).with_name("dictionary.toml")
# jieba's tags of words that name nothing: verbs, adverbs, prepositions, particles, conjunctions, numerals ...
NO_NAME = ("v", "d", "p", "u", "c", "m", "q", "r", "t", "f", "y", "z", "e", "o", "a", "x", "k", "h", "g")
NAMES_ALL_THE_SAME = {"vn", "an", "tg"}  # a verb or an adjective used as a noun
_STARTING = threading.Lock()


@dataclass(frozen=True, slots=True)
class Dictionary:
    """A cutter of text into words, with the words that name nothing."""

    tokenizer: Any
    no_names: frozenset[str]

    def cut(self, text: str) -> tuple[str, ...]:
        """The words of a text in order; together they are the text.

        >>> open_dictionary().cut("新建通村公路")
        ('新建', '通村公路')
        """
        return tuple(self.tokenizer.cut(text))

    def names(self, word: str) -> bool:
        """Whether a word can be part of what a thing is called.

        >>> [open_dictionary().names(word) for word in ("公路", "新建", "扶贫", "，", "12")]
        [True, False, True, False, False]
        """
        return word not in self.no_names and word[0].isalpha() and not word.isascii()


def open_dictionary() -> Dictionary:
    """The words, loaded by whoever comes first; others wait for it."""
    with _STARTING:
        return _load()


@cache
def _load() -> Dictionary:
    additions = _read_additions()
    tokenizer = _start_jieba()
    for word in additions["whole"]:
        tokenizer.add_word(word)
    named = set(additions["whole"]) | set(additions["nominal"])
    return Dictionary(tokenizer, frozenset(_without_name(tokenizer)) - named | set(additions["between"]))


def _read_additions() -> dict[str, list[str]]:
    try:
        additions = tomllib.loads(ADDITIONS.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"cannot be read ({error})", str(ADDITIONS), "restore the file") from error
    return {name: [str(word) for word in additions.get(name, [])] for name in ("whole", "nominal", "between")}


def _start_jieba() -> Any:
    """A tokenizer of our own, silent, with its cache where other users cannot write."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="pkg_resources is deprecated")
        warnings.filterwarnings("ignore", message="invalid escape sequence")
        import jieba  # noqa: PLC0415 - slow to import, and not always needed
    jieba.setLogLevel(logging.CRITICAL + 1)
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = _cache_folder()
    tokenizer.initialize()
    return tokenizer


def _cache_folder() -> str:
    """The user's own cache folder. Where it cannot be made jieba does without, in silence."""
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser())
    folder = base / "xianbi"
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return str(folder)


def _without_name(tokenizer: Any) -> Iterator[str]:
    with tokenizer.get_dict_file() as dictionary:
        for line in dictionary.read().decode("utf-8").splitlines():
            word, _, tag = line.split(" ")
            if tag.startswith(NO_NAME) and tag not in NAMES_ALL_THE_SAME:
                yield word
