"""Corrections by hand: figures dropped, overridden, flagged or confirmed, each with reason, source and a guard."""
