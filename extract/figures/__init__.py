"""Claims become figures: whose they are, when they hold, plan or result."""
