"""Coverage: which metric the reports of which place tell, and how much of each report became figures."""

from pages.parts.coverage import pick_scope, show_coverage, years_picker
from pages.parts.empty import show_no_places
from pages.parts.frame import open_page
from pages.parts.lead import lead_on
from pages.parts.pickers import show_pickers

context = open_page("coverage")
lead_on(context)
show_pickers(context, years_picker(context))
places = pick_scope(context)
if places:
    show_coverage(context, places)
else:
    show_no_places(context)
