"""The poverty rate, from where to where."""

from compare.panels.rate import build_rate
from pages.parts.downloads import show_downloads
from pages.parts.empty import show_no_places
from pages.parts.frame import open_page
from pages.parts.panel import show_panels
from pages.parts.pickers import show_pickers

context = open_page("rate")
show_pickers(context)
if context.view.places:
    show_panels(build_rate(context), context)
    show_downloads(context)
else:
    show_no_places(context)
