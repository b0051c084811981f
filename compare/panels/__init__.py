"""Builders of panels, one module for each page."""
