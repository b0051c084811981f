"""Who reads the reports: this process, several on this machine, or many machines. The rows are the same."""
