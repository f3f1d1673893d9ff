"""The review of a map: what has aged is asked about one by one, then the day of the next review is set."""
