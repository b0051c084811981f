"""From a figure that its report contradicts to the audit."""

from collections.abc import Sequence

import streamlit as st

from compare.audit.about import audit_view, findings_about
from compare.context import Context
from compare.findings import find_conflicts
from compare.record import Row
from compare.view import link

AUDIT = "pages/audit.py"


def show_disputed(context: Context, rows: Sequence[Row]) -> None:
    """The way to the audit from a chart or table some of whose figures are contradicted; nothing where none is."""
    disputed = find_conflicts(context, rows)
    if not disputed:
        return
    label = context.language.count(
        "{n} figure here disagrees with its own report: see the audit",
        "{n} figures here disagree with their own report: see the audit",
        len(disputed),
    )
    first = next((row for row in rows if row.fact in disputed), None) if len(disputed) == 1 else None
    st.page_link(
        AUDIT, label=label, icon=":material/rule:", query_params=link(audit_view(context.view, first))
    )


def show_audit_of(context: Context, row: Row) -> None:
    """The way from one figure to the sums in which it takes part; nothing where there is none."""
    if findings_about(context, row):
        st.page_link(
            AUDIT,
            label=context.language.say("Audit"),
            icon=":material/rule:",
            query_params=link(audit_view(context.view, row)),
        )
