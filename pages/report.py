"""A whole report, every number marked by what became of it."""

from pages.parts.frame import open_page
from pages.parts.reader import show_report

context = open_page("report")
show_report(context)
