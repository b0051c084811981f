"""Every number of a readable text with its unit, and why it is no quantity where it is none."""
