"""A table that may be wider than the page, in a box that scrolls with the arrow keys too."""

from collections.abc import Iterable

from pages.parts.markup import Markup, element


def scrolled(grid: Markup, names: Iterable[str] = ()) -> Markup:
    """The table in its box; ``names`` of its columns say to a screen reader what it is.

    >>> scrolled(element("table"), ["地方", "数值"])
    '<div class="xb-scroll" role="group" tabindex="0" aria-label="地方 · 数值"><table></table></div>'
    """
    label = " · ".join(name for name in names if name)
    return element("div", grid, css="xb-scroll", role="group", tabindex="0", aria_label=label)
