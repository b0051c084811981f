"""What goes wrong with a lexicon or a disk, said so that a reader can mend it.

Text never raises: a number that cannot be read becomes a leftover with a reason.
"""


class XianbiError(Exception):
    """A fault with three parts: what is wrong, where, and what to do about it.

    >>> print(InputError("the file is empty", "reports/肥西县.txt", "save the report into it again"))
    reports/肥西县.txt: the file is empty; save the report into it again
    """

    def __init__(self, what: str, where: str = "", todo: str = "") -> None:
        super().__init__(what, where, todo)
        self.what = what
        self.where = where
        self.todo = todo

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f"; {self.todo}" if self.todo else ""
        return f"{place}{self.what}{advice}"


class LexiconError(XianbiError):
    """An entry or a table of the lexicon that cannot be used."""


class InputError(XianbiError):
    """A report, a folder or a list of documents that cannot be read."""


class PublishError(XianbiError):
    """A folder of results that cannot be written."""
