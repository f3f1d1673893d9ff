"""A report as a PDF to be read: its parts set as lines, lines broken into pages, nothing cut."""
