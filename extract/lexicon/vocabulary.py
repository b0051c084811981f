"""All words of the lexicon in one pattern, so that a sentence is read once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from extract.lexicon import Lexicon, Phrase

Tree = dict[str, "Tree"]


DENIALS = ("没有", "没", "未", "尚未", "还没")


class Hit(NamedTuple):
    """A word of the lexicon in the text. ``head`` is false for a word inside a longer one (贫困户 in 建档立卡贫困户).

    ``noun`` says whether it can be what a number counts: a head that nothing denies (没有越过贫困线 is not lifted).
    """

    start: int
    end: int
    word: str
    head: bool
    noun: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The lexicon's words as a pattern, with the shorter words that stand inside each; none for a blocked word."""

    pattern: re.Pattern[str]
    inner: dict[str, tuple[tuple[int, str], ...]]

    def find_hits(self, text: str, start: int, end: int) -> tuple[Hit, ...]:
        """The words between ``start`` and ``end``, the longest at each place first, then those inside it.

        A blocked word (脱贫攻坚) is found and passed over, so that the 脱贫 in it counts for nothing.
        """
        found = []
        for match in self.pattern.finditer(text, start, end):
            word = match[0]
            shorter = self.inner.get(word)
            if shorter is None:
                continue
            at = match.start()
            found.append(Hit(at, match.end(), word, True, not text.endswith(DENIALS, 0, at)))
            for gap, short in shorter:
                found.append(Hit(at + gap, at + gap + len(short), short, False, False))
        return tuple(found)


@cache
def open_vocabulary(lexicon: Lexicon) -> Vocabulary:
    """The vocabulary of a lexicon; made once."""
    words = {word for metric in lexicon.metrics for phrase in metric.phrases for word in words_of(phrase)}
    blocked = frozenset(lexicon.blocked) - words
    inner = {word: tuple(_inner(word, words)) for word in words}
    return Vocabulary(re.compile(trie_pattern(words | blocked)), inner)


def words_of(phrase: Phrase) -> Iterable[str]:
    """The words that a phrase asks for."""
    return (
        word
        for group in (
            phrase.noun,
            *phrase.near,
            *phrase.before,
            *phrase.marks,
            *phrase.carried,
            *phrase.about,
        )
        for word in group
    )


def _inner(word: str, words: set[str]) -> Iterable[tuple[int, str]]:
    """Where shorter words stand in a longer one; none in a word that denies them (未脱贫)."""
    if word.startswith(("未", "尚未", "剩余未", "非", "没", "没有", "还没")):
        return
    for start in range(len(word)):
        for end in range(start + 1, len(word) + 1):
            if word[start:end] in words and end - start < len(word):
                yield start, word[start:end]


def trie_pattern(words: Iterable[str]) -> str:
    """A pattern for the longest of ``words`` at a place, branching by character: much quicker than a plain list.

    >>> trie_pattern(["脱贫", "脱贫户", "出列"])
    '(?:出列|脱贫(?:户)?)'
    """
    tree: Tree = {}
    for word in words:
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return _branch(tree)


def _branch(node: Tree) -> str:
    options = [re.escape(character) + _branch(node[character]) for character in sorted(node) if character]
    if not options:
        return ""
    body = options[0] if len(options) == 1 and "" not in node else f"(?:{'|'.join(options)})"
    return body + "?" if "" in node else body
