"""A figure's evidence: the words of a report that decided how it was read, and where a word stands in it."""
