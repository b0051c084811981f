"""What the reports' own sums contradict, as one block: a sentence and a table."""

from collections.abc import Sequence

from compare.context import Context
from compare.panel import Panel, Table
from compare.record import Document, Finding

WRONG = "contradicts"


def build_audit(context: Context, documents: Sequence[Document]) -> Panel:
    """How many sums of these reports were worked out again, and those that do not come out, report by report."""
    say, count = context.language.say, context.language.count
    findings = context.store.findings(tuple(document.doc for document in documents)) if documents else ()
    wrong = [finding for finding in findings if finding.verdict == WRONG]
    if not findings:
        headline = say("These reports give no sum that could be worked out again")
    elif wrong:
        headline = count(
            "{n} of the reports’ own sums disagrees", "{n} of the reports’ own sums disagree", len(wrong)
        )
    else:
        headline = say("No sum of the reports contradicts itself")
    checked = count("{n} sum was worked out again", "{n} sums were worked out again", len(findings))
    titles = {document.doc: document.title or document.doc for document in documents}
    lines = tuple((titles[finding.doc], _say(context, finding)) for finding in wrong)
    table = Table((say("Report"), say("Sum")), lines, ("",) * len(lines))
    return Panel("audit", headline, checked if findings else "", None, headline, table)


def _say(context: Context, finding: Finding) -> str:
    return finding.message_zh if context.language.code == "zh" else finding.message_en
