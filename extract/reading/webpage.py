"""Web pages (.html) to text: blocks as lines, tables as lines of cells; what is never printed is left out."""

from html.parser import HTMLParser

from extract.reading.encoding import Decoded, decode
from extract.reading.layout import Layout
from extract.reading.refusal import Refusal, RefusedError

UNSEEN = frozenset(
    {"script", "style", "head", "template", "noscript", "svg", "select", "button", "textarea", "iframe"}
)
INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
    }
    | {"kbd", "label", "mark", "nobr", "o:p", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike"}
    | {"strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "st1:chsdate", "st1:chmetcnv"}
)
TABLE = frozenset({"table", "tr", "td", "th"})


def read_page(raw: bytes) -> Decoded:
    """The text of a web page with the encoding that it was in.

    >>> read_page("<p>累计脱贫<b>7247</b>户。<p>今年<!--x-->脱贫&#51;户。".encode("gb18030")).text
    '累计脱贫7247户。\\n今年脱贫3户。\\n'

    Errors: RefusedError where no encoding gives plausible Chinese.
    """
    decoded = decode(raw)
    if decoded is None:
        raise RefusedError(Refusal.ENCODING)
    reader = _Reader()
    reader.feed(decoded.text)
    reader.close()
    return Decoded(reader.layout.text, decoded.encoding, decoded.note)


class _Reader(HTMLParser):
    """Tags to lines; a tag that is not closed ends where the next of its kind begins."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.layout = Layout()
        self._unseen: list[str] = []
        self._kept = False  # whether line ends count: inside <pre>
        self._cells: list[int] = []  # for each open table the width of its open cell, 0 where none is open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._unseen or tag in UNSEEN:
            self._hide(tag)
        elif tag in TABLE:
            self._open(tag, dict(attrs).get("colspan") or "")
        elif tag not in INLINE:
            self.layout.end_line()
            self._kept = self._kept or tag == "pre"

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in UNSEEN:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._unseen:
            if tag in self._unseen:
                del self._unseen[self._unseen.index(tag) :]
        elif tag in TABLE:
            self._close(tag)
        elif tag not in INLINE:
            self.layout.end_line()
            self._kept = self._kept and tag != "pre"

    def handle_data(self, data: str) -> None:
        if self._unseen:
            return
        if not self._kept:
            self.layout.write(_joined(data))
            return
        first, *others = data.split("\n")
        self.layout.write(first)
        for line in others:
            self.layout.end_line()
            self.layout.write(line)

    def _hide(self, tag: str) -> None:
        """What begins with this tag is not printed; a page that forgets to close its head begins at its body."""
        if tag == "body":
            self._unseen = []
        elif tag in UNSEEN:
            self._unseen.append(tag)

    def _open(self, tag: str, columns: str) -> None:
        if tag == "table":
            self.layout.open_table()
            self._cells.append(0)
        elif self._cells:
            self._end_cell()
            if tag == "tr":
                self.layout.end_row()
            else:
                self._cells[-1] = _width(columns)

    def _close(self, tag: str) -> None:
        if not self._cells:
            return
        self._end_cell()
        if tag == "tr":
            self.layout.end_row()
        elif tag == "table":
            self._cells.pop()
            self.layout.close_table()

    def _end_cell(self) -> None:
        if self._cells[-1]:
            self.layout.end_cell(self._cells[-1])
            self._cells[-1] = 0


def _joined(data: str) -> str:
    """What the source breaks between lines is one line: Chinese without a blank, words with one.

    >>> _joined("累计脱贫\\n   7247户"), _joined("the county\\nof Feixi")
    ('累计脱贫7247户', 'the county of Feixi')
    """
    first, *others = data.split("\n")
    pieces = [first.rstrip() if others else first]
    for line in others:
        follow = line.lstrip()
        apart = (pieces[-1][-1:] + follow[:1]).isascii()
        pieces.append(f" {follow}" if apart else follow)
    return "".join(pieces)


def _width(columns: str) -> int:
    return int(columns) if columns.isascii() and columns.isdigit() and len(columns) < 4 else 1
