"""What the list of opportunities and the page of opportunities share: rows, their cells, and the words below them."""
