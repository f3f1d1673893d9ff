"""What can be pressed or chosen, with its keys."""
