"""The maps of the file as tabs in the head of the window."""
