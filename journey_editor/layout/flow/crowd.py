"""Rectangles by where they lie, so that those near a place are found without looking at all."""

from collections.abc import Iterable, Iterator
from itertools import product

from journey_editor.layout.primitives import Rect

_CELL = 160.0  # points: about as large as two cards


class Crowd:
    """Rectangles with the number of whom they belong to."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[tuple[int, Rect]]] = {}

    def add(self, owner: int, rects: Iterable[Rect]) -> None:
        """Take in rectangles of an owner."""
        for rect in rects:
            for cell in _cells_of(rect):
                self._cells.setdefault(cell, []).append((owner, rect))

    def near(self, rect: Rect, but: int) -> list[Rect]:
        """Return those that meet a rectangle, all but those of one owner."""
        found = (each for cell in _cells_of(rect) for each in self._cells.get(cell, ()))
        return list(dict.fromkeys(other for owner, other in found if owner != but and meets(rect, other)))


def meets(one: Rect, other: Rect) -> bool:
    """Whether two rectangles have more than an edge in common."""
    return (
        one.x < other.right - 0.01
        and other.x < one.right - 0.01
        and one.y < other.bottom - 0.01
        and other.y < one.bottom - 0.01
    )


def _cells_of(rect: Rect) -> Iterator[tuple[int, int]]:
    columns = range(int(rect.x // _CELL), int(rect.right // _CELL) + 1)
    rows = range(int(rect.y // _CELL), int(rect.bottom // _CELL) + 1)
    return product(columns, rows)
