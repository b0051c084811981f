"""The only place where HTML is made: every text is escaped, marks are put around it afterwards.

Nothing that a report, a link or a file says can become markup: ``element`` escapes each child that is not
itself the outcome of ``element``.
"""

from collections.abc import Iterable, Sequence
from html import escape
from string import punctuation

NAMES = {"css": "class"}
JOINER = "\u2060"


class Markup(str):
    """HTML that this module made; any other text is escaped when it becomes a child."""

    __slots__ = ()


def element(tag: str, *children: str, **attributes: str) -> Markup:
    """One element around its children; ``css`` is the class, ``lang``, ``style`` and others go by their
    names, ``data_x`` is ``data-x``.

    >>> element("p", "1 < 2 ", element("b", "扎鲁特旗"), css="xb-deck")
    '<p class="xb-deck">1 &lt; 2 <b>扎鲁特旗</b></p>'
    """
    named = {NAMES.get(name, name.replace("_", "-")): value for name, value in attributes.items() if value}
    words = "".join(f' {name}="{escape(value)}"' for name, value in named.items())
    return Markup(f"<{tag}{words}>{join(*children)}</{tag}>")


def join(*children: str) -> Markup:
    """The children in a row, those that are not markup escaped.

    >>> join("<b>", element("i", "是"))
    '&lt;b&gt;<i>是</i>'
    """
    return Markup("".join(child if isinstance(child, Markup) else escape(child) for child in children))


def between(parts: Sequence[str], stop: str) -> Markup:
    """The parts in a row with ``stop`` between them.

    >>> between(["甲", "乙"], "；")
    '甲；乙'
    """
    pieces = [piece for part in parts for piece in (stop, part)]
    return join(*pieces[1:])


def marked_all(quote: str, spans: Iterable[tuple[int, int]]) -> Markup:
    """The sentence with a mark around each of these stretches; what overlaps an earlier one is left out.

    >>> marked_all("投入3亿元,惠及2000人", [(2, 5), (8, 13)])
    '投入<mark>3亿元</mark>,惠及<mark>2000人</mark>'
    """
    pieces: list[str] = []
    done = 0
    for start, end in sorted(spans):
        if done <= start < end <= len(quote):
            pieces += [quote[done:start], element("mark", quote[start:end])]
            done = end
    return join(*pieces, quote[done:])


def marked(quote: str, text: str, at: int) -> Markup:
    """The sentence with a mark around its figure, which begins ``at``; unmarked where it stands elsewhere.

    >>> marked("脱贫3户,返贫3户", "3户", 7)
    '脱贫3户,返贫<mark>3户</mark>'
    """
    end = at + len(text)
    if at < 0 or not text or quote[at:end] != text:
        return join(quote)
    return join(quote[:at], element("mark", text), quote[end:])


def as_label(text: str) -> str:
    """The text for a label: Streamlit reads labels as Markdown, so its signs are escaped.

    Directives (``:red[``), icons (``:material/``) and bare addresses are looked for after that; a joiner that nobody
    sees parts them.

    >>> as_label("肥西县"), as_label("![x](y)")
    ('肥西县', '\\\\!\\\\[x\\\\]\\\\(y\\\\)')
    """
    escaped = "".join(f"\\{letter}" if letter in punctuation else letter for letter in " ".join(text.split()))
    for sign in (":", "@", "www"):
        escaped = escaped.replace(sign, f"{sign}{JOINER}")
    return escaped
