"""The visitor's own reports: brought along, looked at, mended, compared, taken away."""

from pages.parts.frame import open_page
from pages.parts.own import show_acts, show_faults, show_head, show_reports, show_upload
from pages.parts.pickers import show_pickers

context = open_page("own")
show_pickers(context)
show_head(context)
show_upload(context)
show_faults(context)
show_acts(context)
show_reports(context)
