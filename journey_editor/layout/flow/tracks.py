"""Tracks in the strips between cards, so that ways which run along each other keep apart.

In a level or a drop tracks lie about the middle: 0, then 1 and -1, one on each side. In a gap or a side they follow
each other from the first, which is 0.
"""

from collections.abc import Mapping, Sequence
from math import inf
from typing import NamedTuple

from journey_editor.layout.flow.ways import Channel, Stretch, Way, level_at

Tracks = tuple[int, ...]
"""The track of each stretch of a way."""


class Allotted(NamedTuple):
    """The tracks of all ways, and how many tracks each strip has.

    `reach` says of each stretch of a way how many tracks lie on either side of the middle where it is; 0 where it has
    the strip for itself. In a gap or a side it is 0.
    """

    tracks: tuple[Tracks, ...]
    counts: Mapping[Channel, int]
    reach: tuple[Tracks, ...]


class _Asked(NamedTuple):
    way: int
    part: int
    stretch: Stretch
    is_crowded: bool
    turns: int


def allot(ways: Sequence[Way], crowded: Sequence[frozenset[int]]) -> Allotted:
    """Give each stretch of each way the first track of its strip in which nothing overlaps it.

    `crowded` says which stretches of each way must leave the middle to others. Short ways come first, so that the
    inner one of two that enclose each other lies nearer to the cards and they do not cross.
    """
    asked: dict[Channel, list[_Asked]] = {}
    for number, (way, own) in enumerate(zip(ways, crowded, strict=True)):
        turns = _turn_of(way)
        for part, stretch in enumerate(way.stretches):
            asked.setdefault(stretch.channel, []).append(_Asked(number, part, stretch, part in own, turns))
    found = [[0] * len(way.stretches) for way in ways]
    reach = [[0] * len(way.stretches) for way in ways]
    counts: dict[Channel, int] = {}
    for channel, requests in asked.items():
        about_middle = channel[0] in ("level", "drop")
        if len(requests) == 1:  # most strips by far
            [each] = requests
            track = each.turns if about_middle and each.is_crowded else 0
            found[each.way][each.part], reach[each.way][each.part], counts[channel] = track, abs(track), 1
            continue
        taken: dict[int, list[Stretch]] = {}
        for each in sorted(requests, key=_short_first):
            track = _first_free(each, taken, about_middle)
            taken.setdefault(track, []).append(each.stretch)
            found[each.way][each.part] = track
        counts[channel] = len(taken) if about_middle else max(taken) + 1
        for group in _groups(requests) if about_middle else ():
            most = max(abs(found[each.way][each.part]) for each in group)
            for each in group:
                reach[each.way][each.part] = most
    return Allotted(tuple(map(tuple, found)), counts, tuple(map(tuple, reach)))


def _groups(requests: Sequence[_Asked]) -> list[list[_Asked]]:
    """Return stretches of a strip in groups that have nothing beside each other."""
    found: list[list[_Asked]] = []
    end = -inf
    for each in sorted(requests, key=lambda asked: asked.stretch.low):
        if each.stretch.low > end:
            found.append([])
        found[-1].append(each)
        end = max(end, each.stretch.high)
    return found


def _short_first(asked: _Asked) -> tuple[float, float, int]:
    return asked.stretch.high - asked.stretch.low, asked.stretch.low, asked.way


def _turn_of(way: Way) -> int:
    """Return to which side of the middle a way is better off: 1 below, -1 above."""
    if way.target is None:
        return -1
    return 1 if level_at(way.target) >= level_at(way.source) else -1


def _first_free(asked: _Asked, taken: Mapping[int, list[Stretch]], about_middle: bool) -> int:
    place = 0
    while True:
        for track in _pair(place, asked.turns) if about_middle else (place,):
            if track == 0 and about_middle and asked.is_crowded:
                continue
            others = taken.get(track, ())
            if not any(_meets(asked.stretch, each) for each in others):
                return track
        place += 1


def _pair(place: int, turn: int) -> tuple[int, ...]:
    return (place * turn, -place * turn) if place else (0,)


def _meets(one: Stretch, other: Stretch) -> bool:
    return one.low <= other.high and other.low <= one.high
