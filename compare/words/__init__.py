"""Numbers, dates, places and terms in the words of the interface's two languages."""
