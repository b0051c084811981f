"""The method: how a figure becomes a row, what the metrics mean, how right the table is, what is not known."""

from pages.parts.frame import open_page
from pages.parts.lead import lead_on
from pages.parts.method import show_example, show_method
from pages.parts.pickers import show_pickers

context = open_page("method")
lead_on(context)
show_pickers(context)
show_example(context)
show_method(context)
