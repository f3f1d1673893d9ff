"""Where points stand in the plane: none on another, as near to where they belong as there is room."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import product
from math import hypot
from typing import NamedTuple

from journey_editor.core.parts import Status
from journey_editor.layout.matrix.plane import Plane
from journey_editor.layout.primitives import Rect

RADII = (13.0, 10.0, 6.0)
"""How large points may be: as large as there is room for all; letters have none in the smallest."""

LEAST_LETTERED = 10.0
"""Smaller points have no letters, and no names."""

_RINGED = 6.0  # points between two large points beside each other: the ring of a chosen one has room
_EDGE = 2.0  # points between a point and the edge of its column or of the plane
_NAME_LINE = 14.0
_BELOW_NUMBERS = 38.0


class Mark(NamedTuple):
    """An opportunity as a point: `letters` and `color` are its owner's, `worth` and `effort` from 1 to 5.

    Where one of them is not known it has no place in the plane.
    """

    record: str
    name: str
    letters: str
    color: str
    status: Status
    effort: int | None
    worth: float | None


class Spot(NamedTuple):
    """A point in its place."""

    mark: Mark
    x: float
    y: float
    radius: float

    @property
    def rect(self) -> Rect:
        """The square around it."""
        return Rect(self.x - self.radius, self.y - self.radius, self.radius * 2, self.radius * 2)


class Pile(NamedTuple):
    """An effort at which more points stand than have room: those that are not drawn, and where that is said."""

    x: float
    y: float
    records: tuple[str, ...]


def placed(marks: Iterable[Mark], plane: Plane, first: str = "") -> tuple[tuple[Spot, ...], tuple[Pile, ...]]:
    """Return where points stand, none on another: beside its place where that is taken, as near as there is room.

    Where many stand at one place all points are drawn smaller; what then has no room is a pile. `first` names a point
    that is drawn even where it would be in a pile; else no point moves because of it.
    """
    known = [each for each in marks if each.effort is not None and each.worth is not None]
    for radius in RADII:
        spots, left = _spread(known, plane, radius)
        if left and radius == RADII[-1] and any(each.record == first for each in left):
            spots, left = _spread(sorted(known, key=lambda each: each.record != first), plane, radius)
        if not left or radius == RADII[-1]:
            return spots, _piles(left, plane)
    return (), ()


def _spread(marks: Sequence[Mark], plane: Plane, radius: float) -> tuple[tuple[Spot, ...], list[Mark]]:
    """Return points of a size in their places: first those that can stand where they belong, and who is left."""
    taken = _Taken(radius * 2)
    spots: list[Spot] = []
    waiting: list[Mark] = []
    for mark in marks:
        home = Spot(mark, plane.x_of(mark.effort or 0), plane.y_of(mark.worth or 0), radius)
        if taken.takes(home.x, home.y):
            spots.append(home)
        else:
            waiting.append(mark)
    left: list[Mark] = []
    full: set[tuple[int | None, float | None]] = set()
    ways = _ways(radius, plane.column / 2 - radius - _EDGE, max(plane.step / 2 - _NAME_LINE, radius * 2 + 1))
    for mark in waiting:
        place = mark.effort, mark.worth
        spot = None if place in full else _beside(mark, plane, radius, ways, taken)
        if spot is None:
            full.add(place)
            left.append(mark)
        else:
            spots.append(spot)
    return tuple(spots), left


def _beside(
    mark: Mark, plane: Plane, radius: float, ways: Sequence[tuple[float, float]], taken: "_Taken"
) -> Spot | None:
    x, y = plane.x_of(mark.effort or 0), plane.y_of(mark.worth or 0)
    top, bottom = plane.y + radius + _EDGE, plane.y + plane.height - radius - _EDGE
    for dx, dy in ways:
        if top <= y + dy <= bottom and taken.takes(x + dx, y + dy):
            return Spot(mark, x + dx, y + dy, radius)
    return None


@lru_cache(maxsize=64)
def _ways(radius: float, across: float, down: float) -> tuple[tuple[float, float], ...]:
    """Return the steps from a place to others around it, the nearest first, that lie no further than two lengths."""
    gap = _RINGED if radius == RADII[0] else 2.0
    wide, high = radius * 2 + gap, (radius * 2 + gap) * 0.87
    columns, rows = int(across // wide) + 1, int(down // high) + 1
    steps = [
        ((column + (row % 2) / 2) * wide, row * high)
        for column, row in product(range(-columns, columns + 1), range(-rows, rows + 1))
    ]
    inside = [(dx, dy) for dx, dy in steps if (dx or dy) and abs(dx) <= across and abs(dy) <= down]
    return tuple(sorted(inside, key=lambda step: (round(hypot(*step), 3), step[1] < 0, step)))


class _Taken:
    """The places of points of one size; two of them are never nearer than their width."""

    def __init__(self, width: float) -> None:
        self._width = width
        self._cells: dict[tuple[int, int], list[tuple[float, float]]] = {}

    def takes(self, x: float, y: float) -> bool:
        """Take a place if it is free; returns whether it was."""
        column, row = int(x // self._width), int(y // self._width)
        around = ((column + dx, row + dy) for dx, dy in product((-1, 0, 1), repeat=2))
        for cell in around:
            if any(hypot(x - other, y - over) < self._width for other, over in self._cells.get(cell, ())):
                return False
        self._cells.setdefault((column, row), []).append((x, y))
        return True


def _piles(left: Iterable[Mark], plane: Plane) -> tuple[Pile, ...]:
    """Return who is left by effort; that is told below the numbers of the axis, where nothing else is written."""
    found: dict[int, list[str]] = {}
    for mark in left:
        found.setdefault(mark.effort or 0, []).append(mark.record)
    y = plane.y + plane.height + _BELOW_NUMBERS
    return tuple(Pile(plane.x_of(effort), y, tuple(records)) for effort, records in sorted(found.items()))
