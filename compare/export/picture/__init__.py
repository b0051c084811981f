"""A chart as a picture that speaks for itself: with title, unit, cautions, sources, data version and date inside."""
