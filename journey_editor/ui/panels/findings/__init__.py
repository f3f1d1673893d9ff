"""The findings of the map at its right: what was found, where, what can be done, and what was set aside."""
