"""What each number of a sentence counts, by the words around it; or why it counts nothing here."""
