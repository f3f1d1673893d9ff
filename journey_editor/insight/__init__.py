"""What a map tells: pure functions over records and the flow."""
