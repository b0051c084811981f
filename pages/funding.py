"""Funding side by side: the chosen kind first, then the others that are reported."""

from compare.panels.funding import KINDS, build_funding
from pages.parts.downloads import show_downloads
from pages.parts.empty import show_no_places
from pages.parts.frame import open_page
from pages.parts.panel import show_panels
from pages.parts.pickers import metric_picker, per_picker, period_picker, show_pickers

context = open_page("funding", KINDS)
show_pickers(context, metric_picker(context, KINDS), period_picker(context, KINDS), per_picker(context))
if context.view.places:
    show_panels(build_funding(context), context)
    show_downloads(context)
else:
    show_no_places(context)
