"""The records behind a view as sheets with the table's own columns: one sheet for each file of the package."""

from dataclasses import dataclass

from compare.context import Context
from compare.export.columns import explain_columns
from compare.export.sheet import Sheet, sheet_from
from compare.export.shown import Shown


@dataclass(frozen=True, slots=True)
class Files:
    """The four files behind a view."""

    metrics: Sheet
    documents: Sheet
    findings: Sheet
    events: Sheet

    def named(self) -> tuple[tuple[str, Sheet], ...]:
        """Each file with its name, in a fixed order."""
        return (
            ("metrics", self.metrics),
            ("documents", self.documents),
            ("findings", self.findings),
            ("events", self.events),
        )


def files_of(context: Context, shown: Shown) -> Files:
    """The figures, reports, sums and events of a view, with the codes of the table."""
    columns = explain_columns(context.language)
    return Files(
        metrics=sheet_from(tuple(columns["metrics"]), shown.rows),
        documents=sheet_from(tuple(columns["documents"]), shown.documents),
        findings=sheet_from(tuple(columns["findings"]), shown.findings),
        events=sheet_from(tuple(columns["events"]), shown.events),
    )
