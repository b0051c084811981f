"""Time expressions, and when a document speaks."""
