"""Troughs: where the feeling is below neutral and lower than around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from journey_editor.core.values import HIGHEST

DEPTH = 1.0
"""How far a trough lies at least below what is around it, in valence."""

BESIDE = 0.5
"""How much higher a neighbour may feel and still belong to the trough."""

PLACES = 9
"""Differences of valence are compared after rounding to so many places: 0.1 and 0.2 make 0.3 there."""


@dataclass(frozen=True, slots=True)
class Trough:
    """A trough as places in the row of felt touchpoints.

    `run` are the lowest ones, `members` also those beside it that feel about as bad; `depth` is how far the run lies
    below what is around it, in valence.
    """

    run: range
    members: range
    depth: float


def troughs(valences: Sequence[float]) -> tuple[Trough, ...]:
    """Return the troughs of a journey from the valences (-2 to +2) of its felt touchpoints, both in reading order.

    A trough is a run of equal valence below 0, lower than its neighbour on each side it has (one at least) and at
    least 1 deep; its neighbours below 0 that feel at most 0.5 better belong to it.
    """
    found: list[Trough] = []
    begin, count = 0, len(valences)
    while begin < count:
        end, bottom = begin + 1, valences[begin]
        while end < count and valences[end] == bottom:
            end += 1
        is_low = (begin == 0 or valences[begin - 1] > bottom) and (end == count or valences[end] > bottom)
        if is_low and bottom < 0 and (depth := _depth(valences, begin, end)) >= DEPTH:
            found.append(Trough(range(begin, end), _with_neighbours(valences, begin, end), depth))
        begin = end
    return tuple(found)


def stretches(valences: Sequence[float], least: int = 32) -> list[range]:
    """Cut a row of valences (-2 to +2) into stretches of at least so many that can be searched one by one.

    It is cut at feelings of 1 or better, which stand in the stretches on both sides: any trough is more than 1 below
    them, so that what lies beyond decides nothing. The troughs are those of the whole; only deeper they may be there.
    """
    cuts = [0]
    for place in [place for place, valence in enumerate(valences) if valence >= DEPTH]:
        if place - cuts[-1] >= least:
            cuts.append(place)
    return [range(begin, end + 1) for begin, end in pairwise((*cuts, len(valences) - 1))]


def _depth(valences: Sequence[float], begin: int, end: int) -> float:
    """Return how far a run lies below what is around it: 0 where it has no sides."""
    left = _rise(valences, range(begin - 1, -1, -1), valences[begin]) if begin else inf
    if left < DEPTH or end == len(valences):
        return left if begin else 0.0  # the other side cannot make a trough of it any more
    return min(left, _rise(valences, range(end, len(valences)), valences[begin]))


def _rise(valences: Sequence[float], way: range, bottom: float) -> float:
    """Return how high a way leads above a run before it meets anything lower than the run."""
    top = bottom
    for place in way:
        valence = valences[place]
        if valence < bottom:
            break
        if valence > top:
            top = valence
            if top >= HIGHEST:  # nothing further away can be higher
                break
    return round(top - bottom, PLACES)


def _with_neighbours(valences: Sequence[float], begin: int, end: int) -> range:
    bottom = valences[begin]
    while begin > 0 and _belongs(valences[begin - 1], bottom):
        begin -= 1
    while end < len(valences) and _belongs(valences[end], bottom):
        end += 1
    return range(begin, end)


def _belongs(valence: float, bottom: float) -> bool:
    return valence < 0 and round(valence - bottom, PLACES) <= BESIDE
