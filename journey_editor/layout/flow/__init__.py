"""Transitions on a map: what each looks like, which way it takes between the cards, and what is said on it."""
