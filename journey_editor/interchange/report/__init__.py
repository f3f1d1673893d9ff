"""What is written about a map for a meeting, as pure data that Markdown and PDF only dress."""
