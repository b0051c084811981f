"""The reports' own arithmetic, worked out again."""

from extract.audit.audit import find_findings
from extract.audit.finding import Check, Finding, Verdict

__all__ = ["Check", "Finding", "Verdict", "find_findings"]
