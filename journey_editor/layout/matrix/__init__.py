"""The worth–effort matrix: where opportunities stand in it, where their names have room, how they look."""
