"""The reports' own arithmetic, worked out again."""

from .audit import find_findings
from .finding import Check, Finding, Verdict

__all__ = ["Check", "Finding", "Verdict", "find_findings"]
