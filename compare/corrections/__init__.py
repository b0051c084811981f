"""What people found wrong: corrections that the table has, judgements made in a visit, and reports of a problem."""
