"""The words that stand for a figure where it cannot be seen."""

from compare.panel import Table

MOST = 14


def say_alt(headline: str, table: Table) -> str:
    """The headline, then the lines of the table.

    >>> say_alt("两县", Table(("地方", "数值"), (("肥西县", "13"), ("旌德县", "8")), ("", "")))
    '两县。肥西县 13；旌德县 8'
    """
    latin = headline.isascii() or not any("\u4e00" <= c <= "\u9fff" for c in headline)
    lines = [" ".join(cell for cell in cells[:3] if cell) for cells in table.cells[:MOST]]
    return f"{headline}{'. ' if latin else '。'}{'; '.join(lines) if latin else '；'.join(lines)}"
