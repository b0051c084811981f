"""Files to texts: reports and the list of what is known of them beforehand."""
