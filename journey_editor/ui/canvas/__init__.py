"""The map as one sees and touches it."""
