"""The slide of what the reports' own sums contradict."""

from collections.abc import Sequence

from compare.context import Context
from compare.export.deck.listing import Listing, leaf
from compare.export.deck.slides import TABLE, Leaf, Slide
from compare.panels.audit import build_audit
from compare.record import Document


def slides_of_audit(context: Context, documents: Sequence[Document]) -> list[Slide]:
    """The sums that do not come out, as a table on as many slides as it takes; one that says so if all do."""
    panel = build_audit(context, documents)
    if not panel.deck:
        return []
    if not panel.table.cells:
        return [Slide(panel, None, context)]
    parts = list(leaf(Listing(panel.table.columns, (2.0, 9.0), panel.table.cells), TABLE))
    return [
        Slide(panel, Leaf(part), context, f"{n}/{len(parts)}" if len(parts) > 1 else "")
        for n, part in enumerate(parts, start=1)
    ]
