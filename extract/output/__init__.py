"""The files of the table, published whole or not at all."""
