"""What stands beside the canvas: outline, inspector, history."""
