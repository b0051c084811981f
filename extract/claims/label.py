"""What a number that is no row of the table seems to count, in the document's own words."""

import re

from extract.lexicon.dictionary import Dictionary, open_dictionary

REACH = 20  # characters looked at on either side
LONGEST = 12  # characters of a label
BREAK = re.compile(r"[,;:。!?、，；：！？\n\r()（）\"“”《》]")
OF = re.compile(r"\s*的?\s*")


def label(text: str, start: int, end: int) -> str:
    """The noun phrase beside the number at ``start`` to ``end`` of a readable text, or nothing.

    What follows a number with its classifier is what it counts; else what stands before it is.

    >>> def of(text, number): return label(text, text.index(number), text.index(number) + len(number))
    >>> of("新建农村卫生室12所,", "12所"), of("3000名党员入户", "3000名"), of("占总人口的15.2%", "15.2%")
    ('农村卫生室', '党员', '总人口')
    >>> of("农村居民人均可支配收入增长9.5%", "9.5%"), of("共1.2万", "1.2万")
    ('农村居民人均可支配收入', '')
    """
    dictionary = open_dictionary()
    after = BREAK.split(text[end : end + REACH], maxsplit=1)[0]
    before = BREAK.split(text[max(0, start - REACH) : start])[-1]
    return _behind(OF.sub("", after, count=1), dictionary) or _ahead(before, dictionary)


def _behind(text: str, dictionary: Dictionary) -> str:
    """The names with which the text begins."""
    found = ""
    for word in dictionary.cut(text):
        if not dictionary.names(word) or len(found + word) > LONGEST:
            break
        found += word
    return found if len(found) > 1 else ""


def _ahead(text: str, dictionary: Dictionary) -> str:
    """The last names of the text; what follows them (增长, 达到, 共有 ...) leads over to the number."""
    found = ""
    for word in reversed(dictionary.cut(text)):
        if dictionary.names(word) and len(word + found) <= LONGEST:
            found = word + found
        elif found:
            break
    return found if len(found) > 1 else ""
