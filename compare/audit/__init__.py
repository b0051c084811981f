"""The audit as it is shown: what was worked out again, what came of it, what could not be."""
