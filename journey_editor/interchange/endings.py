"""What files of other programs are, by the endings of their names."""

TABLES = (".csv", ".tsv", ".tab")
DIAGRAMS = (".mmd", ".mermaid")
MINUTES = (".txt", ".text")
MARKDOWN = (".md", ".markdown")
"""Prose that may hold any of the three."""
