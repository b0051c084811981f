"""The words of the lexicon in a text: the longest first, those inside it, none in a word that blocks them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.lexicon import load_lexicon
from extract.lexicon.vocabulary import open_vocabulary, trie_pattern

VOCABULARY = open_vocabulary(load_lexicon())
WORDS = st.lists(st.text("脱贫困户村人", min_size=1, max_size=4), min_size=1, max_size=12)


def hits(text: str) -> list[tuple[str, bool]]:
    return [(hit.word, hit.head) for hit in VOCABULARY.find_hits(text, 0, len(text))]


def test_the_longest_word_is_the_head_and_the_shorter_ones_stand_in_it() -> None:
    found = hits("建档立卡贫困户")
    assert found[0] == ("建档立卡贫困户", True)
    assert ("贫困户", False) in found
    assert [head for _, head in found].count(True) == 1


@pytest.mark.parametrize("text", ["脱贫攻坚", "非贫困村", "贫困县", "返贫", "脱贫标准"])
def test_a_word_that_means_something_else_counts_for_nothing(text: str) -> None:
    assert "脱贫" not in [word for word, _ in hits(text)]
    assert "贫困村" not in [word for word, _ in hits(text)]


def test_a_word_that_denies_another_does_not_hold_it() -> None:
    assert ("脱贫", False) not in hits("未脱贫人口")
    assert ("未脱贫人口", True) in hits("未脱贫人口")


def test_only_the_asked_part_of_a_text_is_read() -> None:
    text = "贫困村出列,贫困户脱贫"
    assert [hit.word for hit in VOCABULARY.find_hits(text, 0, 5) if hit.head] == ["贫困村", "出列"]
    assert all(text[hit.start : hit.end] == hit.word for hit in VOCABULARY.find_hits(text, 0, len(text)))


@given(WORDS, st.text("脱贫困户村人的", max_size=30))
def test_the_pattern_finds_what_the_longest_of_a_plain_list_would(words: list[str], text: str) -> None:
    plain = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    assert re.findall(trie_pattern(words), text) == re.findall(plain, text)
