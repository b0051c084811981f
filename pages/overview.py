"""Stand-in."""

from pages.parts.frame import open_page
from pages.parts.pickers import show_pickers

show_pickers(open_page("overview"))
