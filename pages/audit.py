"""The audit: every sum of the reports worked out again, beside what they print."""

from pages.parts.audit import show_audit
from pages.parts.empty import show_no_places
from pages.parts.frame import open_page
from pages.parts.lead import lead_on
from pages.parts.pickers import show_pickers

context = open_page("audit")
lead_on(context)
show_pickers(context)
if context.view.places:
    show_audit(context)
else:
    show_no_places(context)
