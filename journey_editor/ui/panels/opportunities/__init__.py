"""All opportunities of a map as a list: ordered, found, edited in place, and gone to."""
