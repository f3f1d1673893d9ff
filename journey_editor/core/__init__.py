"""What a map is and how it changes."""
