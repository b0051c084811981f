"""The readable text of a document: folded with the way back, split into sentences, sections and tables."""
