"""All other measures, a family at a time."""

from compare.panels.measures import build_measures, measure_ids, name_family
from pages.parts.downloads import show_downloads
from pages.parts.empty import show_empty, show_no_places
from pages.parts.families import pick_family, show_records
from pages.parts.frame import open_page
from pages.parts.panel import show_panel, show_remark
from pages.parts.pickers import period_picker, show_pickers

context = open_page("measures")
show_pickers(context, period_picker(context, measure_ids(context)))
if context.view.places:
    measures = build_measures(context)
    pick_family(measures, context)
    if measures.panel is not None:
        show_panel(measures.panel, context)
        show_records(measures.records, context)
        show_remark(measures.without)
    else:
        title = context.language.say(
            "No report of these places gives figures on this: {family}",
            family=name_family(context, measures.family),
        )
        show_empty(title, measures.without)
    show_downloads(context)
else:
    show_no_places(context)
