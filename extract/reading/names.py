"""Names of files inside an archive: read in the encoding that they are in, and made harmless."""

import re
import unicodedata

LONGEST = 60  # characters of a part; 180 bytes in UTF-8
DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
UTF8 = 0x800  # the flag of an archive whose names are in UTF-8


def read_name(name: str, flags: int) -> str:
    """The name of a member as its maker wrote it: what is not marked as UTF-8 is, in China, mostly GBK.

    >>> read_name("肥西县.txt".encode("gbk").decode("cp437"), 0)
    '肥西县.txt'
    """
    if flags & UTF8:
        return name
    try:
        raw = name.encode("cp437")
    except UnicodeEncodeError:
        return name
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name


def harmless(name: str) -> tuple[str, ...]:
    """The parts of a path that stays where it is put: no root, no way up, no device, no control characters.

    >>> harmless("../../etc/肥西县.txt"), harmless("C:\\\\报告\\\\nul.txt"), harmless("/.. /")
    (('etc', '肥西县.txt'), ('报告', '_nul.txt'), ())
    """
    parts = (_clean(part) for part in re.split(r"[/\\]", name))
    return tuple(part for part in parts if part)


def _clean(part: str) -> str:
    """A part of a path without what systems take for something else; empty for what is no name."""
    if re.fullmatch("[A-Za-z]:", part):
        return ""
    plain = "".join(
        c
        for c in part
        if unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Zl", "Zp"} and c not in '<>:"|?*'
    )
    plain = plain.strip(" ").rstrip(". ").lstrip("~")
    if DEVICES.fullmatch(plain):
        plain = f"_{plain}"
    stem, dot, ending = plain.rpartition(".")
    if len(plain) <= LONGEST or not dot or len(ending) > 5:
        return plain[:LONGEST]
    return f"{stem[: LONGEST - len(ending) - 1]}.{ending}"
