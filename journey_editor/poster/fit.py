"""How large the words of a page can be, and how its parts share the room that is left."""

from collections.abc import Callable

STEPS = 8
"""Halvings of a range: the last one moves a page's scale by less than a hundredth."""


def largest(fits: Callable[[float], bool], low: float, high: float, steps: int = STEPS) -> float:
    """Return nearly the largest number up to `high` that fits, where all smaller ones fit as well.

    `low` is where to look first from below; it is halved until it fits, or is returned where nothing does.
    """
    if fits(high):
        return high
    for _again in range(steps):
        if fits(low):
            break
        low, high = low / 2, low
    for _again in range(steps):
        middle = (low + high) / 2
        if fits(middle):
            low = middle
        else:
            high = middle
    return low
