"""The room view: the map alone on a second screen, for those who sit in the last row."""
