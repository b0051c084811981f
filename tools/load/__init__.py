"""Visitors as a browser is one, to the dashboard and to the same pages built the usual way."""
