"""Text to rows: reports in, one table out. Knows no screen and no charts."""

VERSION = "0.1.0"  # of the program, as in pyproject.toml; the manifest of each table names it
