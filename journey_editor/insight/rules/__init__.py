"""Rules: what the program looks for in a map, a family in each module; `insight.findings` is the table of them."""
