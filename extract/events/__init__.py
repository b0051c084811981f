"""What happened, for the timeline."""
