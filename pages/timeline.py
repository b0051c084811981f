"""What the reports date: lanes of events, then every entry with its sentence."""

from compare.panels.timeline import build_timeline
from pages.parts.chapters import show_chapters, show_timeline, show_undated
from pages.parts.downloads import show_downloads
from pages.parts.empty import show_no_places
from pages.parts.frame import open_page
from pages.parts.kinds import pick_kinds
from pages.parts.pickers import show_pickers

context = open_page("timeline")
show_pickers(context)
if context.view.places:
    pick_kinds(context)
    timeline = build_timeline(context)
    show_timeline(timeline, context)
    show_undated(timeline, context)
    show_chapters(timeline.chapters, context.language.say("One by one"), context)
    show_downloads(context)
else:
    show_no_places(context)
