"""Pages beside the map: tables and pictures of what it says, in the canvas's place."""
