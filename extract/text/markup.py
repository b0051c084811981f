"""Remains of web pages in a plain text: tags and character references, read without moving the text."""

import html
import re

_REMAINS = re.compile(
    r"""
    </?(?P<tag> [A-Za-z][A-Za-z0-9]{0,10} ) (?: [ \t/] [^<>\n]{0,300} )? >
  | &[A-Za-z]{2,8};
    """,
    re.VERBOSE,
)
_LINES = re.compile(
    "p|br|div|t?r|li|[uo]l|table|tbody|thead|h[1-6]|hr|d[dt]|section|article|blockquote", re.IGNORECASE
)
_INLINE = re.compile("[abisuo]|em|strong|span|font|small|big|su[bp]|mark|ins|del|label", re.IGNORECASE)
NOTHING = "\0"  # skipped in reading


def strip_markup(text: str) -> str:
    r"""The text, as long as before, with tags and character references as what they stand for.

    Digits inside a tag stay, behind a mark that makes a code of them: every digit of a text is accounted for.

    >>> strip_markup("共12&nbsp;户<br>脱贫<b>3</b>户")
    '共12      户\x00\x00\x00\n脱贫\x00\x00\x003\x00\x00\x00\x00户'
    >>> strip_markup("<td width=14>3户")
    '##########14|3户'
    """
    if "&" not in text and "<" not in text:
        return text
    return _REMAINS.sub(_meant, text)


def _meant(match: re.Match[str]) -> str:
    piece, tag = match[0], match["tag"]
    if tag is None:
        return _character(piece)
    line = _LINES.fullmatch(tag) is not None
    if any(character.isdecimal() for character in piece):
        kept = "".join(character if character.isdecimal() else "#" for character in piece[:-1])
        return kept + ("\n" if line else "|")
    if line:
        return NOTHING * (len(piece) - 1) + "\n"
    return (NOTHING if _INLINE.fullmatch(tag) else " ") * len(piece)


def _character(reference: str) -> str:
    """The character that a reference names, at its end."""
    character = html.unescape(reference)
    if len(character) != 1 or character in "<>&":
        return reference
    return " " * len(reference) if character.isspace() else NOTHING * (len(reference) - 1) + character
