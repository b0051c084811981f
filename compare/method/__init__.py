"""How a figure becomes a row, what the metrics mean, how right the table is, and what the program does not know."""
