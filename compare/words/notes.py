"""The reason of a grade in words: what extraction noted, and what was noted by hand behind it."""

from compare.language import Language

BY_HAND = ("corrected", "flagged by a reader", "its correction no longer fits")


def say_note(language: Language, note: str) -> str:
    """The note in this language, in its parts.

    >>> from compare.language import open_language
    >>> say_note(open_language("zh"), "period carried over; corrected")
    '时间承上文；已人工更正'
    """
    more = next((words for words in BY_HAND if note == words or note.endswith(f"; {words}")), "")
    own = note.removesuffix(more).removesuffix("; ")
    known = {
        "corrected": language.say("corrected by hand"),
        "flagged by a reader": language.say("flagged by hand"),
        "its correction no longer fits": language.say("its correction no longer fits"),
    }
    return language.say("; ").join(
        part for part in (language.say(own) if own else "", known.get(more, "")) if part
    )
