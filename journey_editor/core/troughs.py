"""Troughs: where the feeling is below neutral and lower than around it."""

from collections.abc import Sequence

DEPTH = 1.0
"""How far a trough lies at least below what is around it, in valence."""

BESIDE = 0.5
"""How much higher a neighbour may feel and still belong to the trough."""


def troughs(valences: Sequence[float]) -> tuple[range, ...]:
    """Return the troughs of a journey as places in the row of its felt touchpoints, in reading order.

    A trough is a run of equal valence below 0, lower than its neighbour on each side it has (one at least) and at
    least 1 deep; its neighbours below 0 that feel at most 0.5 better belong to it.
    """
    found: list[range] = []
    begin = 0
    while begin < len(valences):
        end = begin + 1
        while end < len(valences) and valences[end] == valences[begin]:
            end += 1
        if valences[begin] < 0 and _is_deep(valences, begin, end):
            found.append(_with_neighbours(valences, begin, end))
        begin = end
    return tuple(found)


def _is_deep(valences: Sequence[float], begin: int, end: int) -> bool:
    """Whether a run lies deep enough below what is around it on each side that it has."""
    ways = [way for way in (range(begin - 1, -1, -1), range(end, len(valences))) if way]
    bottom = valences[begin]
    return bool(ways) and all(_rises(valences, way, bottom) for way in ways)


def _rises(valences: Sequence[float], way: range, bottom: float) -> bool:
    """Whether a way reaches high enough before it meets anything lower than the run."""
    for place in way:
        if valences[place] < bottom:
            return False
        if valences[place] - bottom >= DEPTH:
            return True
    return False


def _with_neighbours(valences: Sequence[float], begin: int, end: int) -> range:
    limit = valences[begin] + BESIDE
    while begin > 0 and valences[begin - 1] < 0 and valences[begin - 1] <= limit:
        begin -= 1
    while end < len(valences) and valences[end] < 0 and valences[end] <= limit:
        end += 1
    return range(begin, end)
