"""A figure answers for itself: its passage, what decided its reading, and the whole report with every number marked."""
