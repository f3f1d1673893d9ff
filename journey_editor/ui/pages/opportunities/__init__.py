"""The page of opportunities: a matrix of worth against effort, and the list of actions beside it."""
