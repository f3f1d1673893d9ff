"""What stands beside the canvas and floats over it: bars, lists, the inspector, the capture line, the vote strip."""
