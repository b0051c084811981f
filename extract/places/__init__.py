"""Administrative units named in a text, and the one that a document is about."""
