"""Rectangles by where they lie, so that those near a place are found without looking at all."""

from collections.abc import Iterable

from journey_editor.layout.primitives import Rect

_CELL = 160.0  # points: about as large as two cards
_FLAT = 32.0
"""How high the cells of wide rectangles are, in points: those are lines along lanes, many below each other."""

_WIDER = 8
"""How many times as wide the cells of the next level are."""


class Crowd:
    """Rectangles with the number of whom they belong to.

    Those that are wide lie in wide cells, so that each takes few, however long a line is.
    """

    def __init__(self) -> None:
        self._levels: dict[int, dict[tuple[int, int], list[tuple[int, Rect]]]] = {}

    def add(self, owner: int, rects: Iterable[Rect]) -> None:
        """Take in rectangles of an owner."""
        for rect in rects:
            wide, level = _CELL * _WIDER, 0
            while rect.width > wide:
                wide, level = wide * _WIDER, level + 1
            cells = self._levels.setdefault(level, {})
            for cell in _cells_of(rect, level):
                cells.setdefault(cell, []).append((owner, rect))

    def near(self, rect: Rect, but: int) -> list[Rect]:
        """Return those that meet a rectangle, all but those of one owner."""
        found: dict[Rect, None] = {}
        x, y, width, height = rect
        left, top, right, bottom = x + 0.01, y + 0.01, x + width - 0.01, y + height - 0.01
        for level, cells in self._levels.items():
            for cell in _cells_of(rect, level):
                for owner, other in cells.get(cell, ()):
                    x, y, width, height = other
                    if left < x + width and x < right and top < y + height and y < bottom and owner != but:
                        found[other] = None
        return list(found)


def meets(one: Rect, other: Rect) -> bool:
    """Whether two rectangles have more than an edge in common."""
    return (
        one.x < other.right - 0.01
        and other.x < one.right - 0.01
        and one.y < other.bottom - 0.01
        and other.y < one.bottom - 0.01
    )


def _cells_of(rect: Rect, level: int) -> list[tuple[int, int]]:
    wide, high = _CELL * _WIDER**level, _FLAT if level else _CELL
    x, y, width, height = rect
    rows = range(int(y // high), int((y + height) // high) + 1)
    columns = range(int(x // wide), int((x + width) // wide) + 1)
    return [(column, row) for column in columns for row in rows]
