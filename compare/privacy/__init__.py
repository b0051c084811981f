"""Private persons in reports: their names and numbers are masked on pages and exports, unless the operator shows them."""
