"""People and households lifted: running totals, shares of the register, flows of a year, villages."""

from compare.panels.lifted import KINDS, build_lifted
from pages.parts.downloads import show_downloads
from pages.parts.empty import show_no_places
from pages.parts.frame import open_page
from pages.parts.panel import show_panels
from pages.parts.pickers import metric_picker, period_picker, show_pickers

context = open_page("lifted", KINDS)
show_pickers(context, metric_picker(context, KINDS), period_picker(context, KINDS))
if context.view.places:
    show_panels(build_lifted(context), context)
    show_downloads(context)
else:
    show_no_places(context)
