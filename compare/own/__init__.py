"""A visitor's own reports beside the shipped table: marked, joined for one visit, never mixed in."""
