"""Bytes to text: which of the encodings used in China a report was written in.

A strict decoding proves little: GB18030 accepts almost any bytes, Big5 text and damaged UTF-8 included. So
UTF-8 is tried first, being strict enough to trust, and any other reading must look like Chinese: a fair share
of its characters must be among the commonest. Real reports have 0.46 to 0.65 of them in the right encoding,
at most 0.07 in a wrong one.
"""

import codecs
import re
from dataclasses import dataclass, replace

# A byte-order mark settles the matter. UTF-32 first: its mark begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
ENCODINGS = ("utf-8", "gb18030", "cp950")  # cp950 is Big5 with characters added later, such as 裏 and 恒
COMMONEST = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家力里如水化高自二理起小现实加量都两体制机当使点从业本去把性好应开合还因由其前外政四日社事平全间与关各重新内数"
    "正利比或第向道此变条问建月公情者最已通提党程展五位入总次设及管特长基资路级统接将组计期区强任取处给保治百金增完名元积集万每至达"
    "户县村镇乡贫困扶脱帮市省州旗农收教育医疗住房安危改造项目责书记干落"
    "乾來個們內兩動區問國學實將對幫強後從應戶數於時書會條業機爲為現產當療發種積級組給統經縣總脫與萬處裏裡計記設說變貧責資農這進過"
    "達還鄉醫鎮長開間關項體點黨著"
)
PLAUSIBLE = 0.2
RIVAL = 0.5  # of the best likeness: what a second reading needs to put the first in doubt
DAMAGE = 0.005  # a larger share of lost characters is no damage but another encoding
NOBODYS = re.compile("[\ue000-\uf8ff]")
HAN = re.compile("[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding that it was in, and what was lost on the way (empty if nothing)."""

    text: str
    encoding: str
    note: str = ""


def decode(raw: bytes) -> Decoded | None:
    """The text of ``raw``, or None where no encoding gives plausible Chinese.

    >>> decode("累计脱贫7247户".encode("gb18030"))
    Decoded(text='累计脱贫7247户', encoding='gb18030', note='')
    >>> decode("貧困戶7247戶".encode("big5")).encoding
    'cp950'
    >>> decode("脱贫攻坚".encode("utf-8")[:-1])
    Decoded(text='脱贫攻\ufffd', encoding='utf-8', note='1 character could not be read')
    >>> decode(b"\\xff\\x00\\x81") is None
    True
    """
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return _decode_damaged(raw[len(mark) :], encoding)
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _best_guess(raw)


def _best_guess(raw: bytes) -> Decoded | None:
    """The reading that looks most like Chinese; a damaged or cut-off file included.

    Where another looks like Chinese as well, the note says so: a report is never read wrongly without a word.
    """
    readings = [found for encoding in ENCODINGS if (found := _decode_damaged(raw, encoding))]
    ranked = sorted(((_likeness(found), found) for found in readings), key=lambda pair: -pair[0])
    if not ranked or ranked[0][0] < PLAUSIBLE:
        return None
    best = ranked[0][1]
    if len(ranked) < 2 or ranked[1][0] < RIVAL * ranked[0][0]:
        return best
    doubt = f"read as {best.encoding}, could be {ranked[1][1].encoding}"
    return replace(best, note="; ".join(part for part in (best.note, doubt) if part))


def _decode_damaged(raw: bytes, encoding: str) -> Decoded | None:
    """The text with U+FFFD for each piece that cannot be read, or None where that is too much.

    Characters of nobody's (private use) are what GB18030 makes of bytes of another encoding.
    """
    text = raw.decode(encoding, errors="replace")
    try:
        raw.decode(encoding)
    except UnicodeDecodeError:
        lost = text.count("\ufffd")
    else:
        lost = len(NOBODYS.findall(text))
        return Decoded(text, encoding, _say_lost(lost) if lost > len(text) * DAMAGE else "")
    return None if lost > max(1, len(text) * DAMAGE) else Decoded(text, encoding, _say_lost(lost))


def _say_lost(lost: int) -> str:
    return f"{lost} {'character' if lost == 1 else 'characters'} could not be read"


def _likeness(found: Decoded) -> float:
    """Share of the Chinese characters that are among the commonest; 0 where there are none."""
    han = HAN.findall(found.text)
    return sum(character in COMMONEST for character in han) / len(han) if han else 0.0
