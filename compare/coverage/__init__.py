"""What is there and what is not: places by metrics, reports by their numbers, numbers that look like a metric."""
