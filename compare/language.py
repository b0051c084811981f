"""The interface's two languages, through gettext catalogues.

Messages are written in English in the code; ``compare/locale/zh_Hans/*.po`` holds the Chinese. Catalogues are
read as text at start (Babel), so there is no compiled file to forget.
"""

import gettext
import io
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).parent / "locale"


@dataclass(frozen=True, slots=True)
class Language:
    """One interface language: ``say`` for a message, ``count`` for one that depends on a number.

    >>> open_language("zh").say("not given")
    '未写'
    >>> open_language("en").say("not given")
    'not given'
    """

    code: str
    catalogue: gettext.NullTranslations

    def say(self, message: str, /, **values: object) -> str:
        """The message in this language, with ``{name}`` filled from ``values``."""
        return self.catalogue.gettext(message).format(**values) if values else self.catalogue.gettext(message)

    def count(self, one: str, many: str, n: int, /, **values: object) -> str:
        """The message for ``n`` things; ``{n}`` is filled as well."""
        return self.catalogue.ngettext(one, many, n).format(n=n, **values)

    def sense(self, context: str, message: str, /, **values: object) -> str:
        """The message where the same English word has several Chinese ones, told apart by ``context``."""
        text = self.catalogue.pgettext(context, message)
        return text.format(**values) if values else text


@cache
def open_language(code: str) -> Language:
    """The language for ``zh`` or ``en``; anything else gives Chinese, the language of the reports."""
    if code == "en":
        return Language("en", gettext.NullTranslations())
    merged = gettext.NullTranslations()
    for path in sorted((LOCALE / "zh_Hans").glob("*.po")):
        with path.open("rb") as handle:
            catalogue = read_po(handle, locale="zh_Hans")
        compiled = io.BytesIO()
        write_mo(compiled, catalogue)
        compiled.seek(0)
        translations = gettext.GNUTranslations(compiled)
        translations.add_fallback(merged)
        merged = translations
    return Language("zh", merged)
