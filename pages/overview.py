"""The overview: the chosen places at a glance."""

from compare.panels.card import ORDER
from compare.panels.overview import build_overview
from pages.parts.acts import show_acts
from pages.parts.cards import show_cards
from pages.parts.dispute import show_disputed
from pages.parts.downloads import show_downloads
from pages.parts.empty import show_no_places
from pages.parts.frame import open_page
from pages.parts.guide import show_guide
from pages.parts.panel import show_foot, show_panel, show_words
from pages.parts.passage import open_facts, show_passages
from pages.parts.pickers import period_picker, show_pickers

context = open_page("overview")
show_pickers(context, period_picker(context, ORDER))
show_guide(context)
if context.view.places:
    overview = build_overview(context)
    show_words(overview, "h1")
    shown = {row.fact for row in overview.rows}
    show_cards(overview.cards, overview.table)
    show_passages(open_facts(context, shown), context)
    show_foot(overview, context)
    show_disputed(context, overview.rows)
    show_acts(overview, context, "overview")
    show_panel(overview.chart, context, "h2", shown)
    show_downloads(context)
else:
    show_no_places(context)
