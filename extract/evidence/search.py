"""Words looked for in a report: traditional or simplified alike, whole first, else by the words they are made of."""

import re
from collections.abc import Iterator

from extract.lexicon.dictionary import open_dictionary
from extract.text.fold import fold
from extract.text.split import Sentence, find_sentences

Span = tuple[int, int]
LONGEST = 100  # characters of a query
SHORTEST = 2  # characters of a word that is looked for by itself


def find_words(original: str, query: str) -> tuple[Span, ...]:
    """Spans of the original where the query stands, in order; its parts apart by blank space all count.

    A part that stands nowhere as a whole is cut into words, and is found where one sentence holds all of them.

    >>> text = "貧困發生率降到零。全县脱贫人口5639人。"
    >>> [text[a:b] for a, b in find_words(text, "贫困发生率")]
    ['貧困發生率']
    >>> [text[a:b] for a, b in find_words(text, "脱贫全县")]
    ['全县', '脱贫']
    """
    folded = fold(original)
    sentences = find_sentences(folded.text, folded.tables)
    found: set[Span] = set()
    for part in (fold(part).text for part in query[:LONGEST].split()):
        found |= set(_whole(folded.text, part)) or set(_words(folded.text, sentences, part))
    return tuple(folded.span(*span) for span in _apart(sorted(found)))


def _whole(text: str, part: str) -> Iterator[Span]:
    return (match.span() for match in re.finditer(re.escape(part), text, re.IGNORECASE))


def _words(text: str, sentences: tuple[Sentence, ...], part: str) -> Iterator[Span]:
    """The words of a part in every sentence that holds all of them."""
    words = [word for word in open_dictionary().cut(part) if len(word) >= SHORTEST]
    if len(words) < 2:  # one word would have been found whole
        return
    pattern = re.compile("|".join(map(re.escape, words)), re.IGNORECASE)
    for sentence in sentences:
        hits = list(pattern.finditer(text, sentence.start, sentence.end))
        if {hit[0].lower() for hit in hits} >= {word.lower() for word in words}:
            yield from (hit.span() for hit in hits)


def _apart(spans: list[Span]) -> Iterator[Span]:
    """Spans of which none begins inside another."""
    end = 0
    for span in spans:
        if span[0] >= end:
            yield span
            end = span[1]
