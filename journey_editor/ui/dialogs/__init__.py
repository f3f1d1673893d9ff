"""Questions and choices in windows of their own."""
