"""What is shown of the map only: the bar that says so, what can be asked for, and saved views."""
