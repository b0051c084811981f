"""Why a file is no report that can be read: one sentence each, with what helps."""

from collections.abc import Mapping
from enum import StrEnum

from extract.errors import InputError

AS_TEXT = "save it as plain text (.txt, UTF-8)"
AS_WORD_OR_TEXT = "save it as .docx or as plain text (.txt, UTF-8)"
AGAIN = "open it in the program that it came from and save it again"


class Refusal(StrEnum):
    """The kinds of reasons; pages say them in the reader's language."""

    MISSING = "missing"
    EMPTY = "empty"
    LARGE = "large"
    ENCODING = "encoding"
    BINARY = "binary"
    WRONG_TYPE = "wrong type"
    OTHER_FORMAT = "other format"
    PASSWORD = "password"  # noqa: S105 - what a file is refused for
    SCAN = "scan"
    WORDLESS = "wordless"
    DAMAGED = "damaged"
    DOCTYPE = "doctype"
    BOMB = "bomb"
    SWOLLEN = "swollen"
    MANY = "many"
    DEEP = "deep"
    SLOW = "slow"
    MEMORY = "memory"
    BROKEN = "broken"
    SAME_NAME = "same name"


# what is wrong and what to do, with the names that ``values`` fills in
SENTENCES: Mapping[Refusal, tuple[str, str]] = {
    Refusal.MISSING: ("cannot be read ({reason})", "check path and permissions"),
    Refusal.EMPTY: ("is empty", "put the report's text into it, or leave it out"),
    Refusal.LARGE: ("has {size} MB, more than the {limit} MB allowed", "split it"),
    Refusal.ENCODING: ("is in none of the encodings UTF-8, GB18030 and Big5", AS_TEXT),
    Refusal.BINARY: ("is a binary file, not plain text", AS_TEXT),
    Refusal.WRONG_TYPE: ("is {kind}, not {named}", "give it the ending of what it is, or save it again"),
    Refusal.OTHER_FORMAT: ("is {kind}, which cannot be read", AS_WORD_OR_TEXT),
    Refusal.PASSWORD: ("is locked with a password", "save it without one"),
    Refusal.SCAN: (
        "is a scan: its {pages} pages are pictures without text",
        "take it through text recognition",
    ),
    Refusal.WORDLESS: ("holds no text", "check that it is the right file"),
    Refusal.DAMAGED: ("is damaged ({reason})", AGAIN),
    Refusal.DOCTYPE: ("declares entities of its own (DOCTYPE), which could hide text", AGAIN),
    Refusal.BOMB: ("unpacks to more than {limit} MB", "take out what is no report"),
    Refusal.SWOLLEN: ("unpacks to {times} times its size, as no report does", "leave it out"),
    Refusal.MANY: ("holds {files} files, more than the {limit} allowed", "make several archives of it"),
    Refusal.DEEP: ("is an archive in an archive in an archive", "unpack it first"),
    Refusal.SLOW: ("takes more than {seconds} s to open", "split it, or " + AS_TEXT),
    Refusal.MEMORY: ("takes more than {limit} MB of memory to open", "split it, or " + AS_TEXT),
    Refusal.BROKEN: ("breaks the program that opens {named}", AS_TEXT),
    Refusal.SAME_NAME: ("has the same name as {other}", "rename one of the two"),
}


class RefusedError(InputError):
    """A file that is refused, with the kind of reason and what fills its sentence.

    >>> print(RefusedError(Refusal.LARGE, "桃源县.pdf", {"size": "90", "limit": "64"}))
    桃源县.pdf: has 90 MB, more than the 64 MB allowed; split it
    """

    def __init__(self, refusal: Refusal, where: str = "", values: Mapping[str, str] | None = None) -> None:
        self.refusal, self.values = refusal, dict(values or {})
        what, todo = SENTENCES[refusal]
        super().__init__(what.format(**self.values), where, todo)
        self.args = (refusal, where, self.values)  # by which it goes to another process and back
