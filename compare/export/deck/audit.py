"""The slide of what the reports' own sums contradict."""

from collections.abc import Sequence

from compare.context import Context
from compare.export.deck.listing import Listing, leaf
from compare.export.deck.slides import TABLE, Leaf, Slide
from compare.panel import Panel, Table
from compare.record import Document, Finding

WRONG = "contradicts"


def slides_of_audit(context: Context, documents: Sequence[Document]) -> list[Slide]:
    """The sums that do not come out, as a table on as many slides as it takes; one that says so if all do."""
    say, count = context.language.say, context.language.count
    findings = context.store.findings(tuple(document.doc for document in documents)) if documents else ()
    wrong = [finding for finding in findings if finding.verdict == WRONG]
    if not findings:
        return []
    checked = count("{n} sum was worked out again", "{n} sums were worked out again", len(findings))
    if wrong:
        headline = count(
            "{n} of the reports’ own sums disagrees", "{n} of the reports’ own sums disagree", len(wrong)
        )
    else:
        headline = say("No sum of the reports contradicts itself")
    titles = {document.doc: document.title or document.doc for document in documents}
    columns = (say("Report"), say("Sum"))
    lines = tuple((titles[finding.doc], _say(context, finding)) for finding in wrong)
    panel = Panel("audit", headline, checked, None, headline, Table(columns, lines, ("",) * len(lines)))
    if not lines:
        return [Slide(panel, None, context)]
    parts = list(leaf(Listing(columns, (2.0, 9.0), lines), TABLE))
    return [
        Slide(panel, Leaf(part), context, f"{n}/{len(parts)}" if len(parts) > 1 else "")
        for n, part in enumerate(parts, start=1)
    ]


def _say(context: Context, finding: Finding) -> str:
    return finding.message_zh if context.language.code == "zh" else finding.message_en
