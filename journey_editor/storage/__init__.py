"""Reading and writing map files: nothing is lost, nothing is half written."""
