"""All other measures, by family."""

from compare.panels.measures import build_measures
from pages.parts.empty import show_empty, show_no_places
from pages.parts.frame import open_page
from pages.parts.panel import show_panels, show_remark
from pages.parts.pickers import period_picker, show_pickers

context = open_page("measures")
show_pickers(context, period_picker(context))
if context.view.places:
    measures = build_measures(context)
    if measures.panels:
        show_panels(measures.panels, context)
        show_remark(measures.without)
    else:
        show_empty(context.language.say("No report of these places gives such a figure."), measures.without)
else:
    show_no_places(context)
