"""Where the names of points have room: beside them, and on nothing else."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from journey_editor.layout import text
from journey_editor.layout.matrix.plane import Plane
from journey_editor.layout.matrix.spread import LEAST_LETTERED, Spot
from journey_editor.layout.primitives import Line, Rect
from journey_editor.layout.style import MEDIUM, SEMIBOLD, SMALL, Style

_BESIDE, _RING = 4.0, 4.0  # points between a point and its name, and of the ring around the chosen one
_STEP = 14.0  # between two lines of a name
_ASCENT, _DESCENT = 9.0, 3.5
_ROOM, _LEAST_ROOM = 110.0, 44.0
_NARROWER = 0.65
_READ = 200  # letters of a name that are looked at


class Name(NamedTuple):
    """The lines of a point's name, and where they lie. `is_cut` says that there is more to it."""

    record: str
    lines: tuple[Line, ...]
    rect: Rect
    is_cut: bool


def names_of(
    spots: Sequence[Spot], plane: Plane, style: Style, first: str = "", taken: Sequence[Rect] = ()
) -> tuple[Name, ...]:
    """Return the names that have room: below, above or beside their points, in the same zone if
    they can, on no point and no other name.

    That of `first` is placed before all others, and in bold. What finds no room is left out: where points are so many
    that they have no letters, all others. `taken` is what else is written in the plane.
    """
    crowd = _Crowd()
    for rect in (*(_around(spot, first) for spot in spots), *taken):
        crowd.add(rect)
    found: list[Name] = []
    for spot in sorted(spots, key=lambda each: each.mark.record != first):
        if spot.radius < LEAST_LETTERED and spot.mark.record != first:
            break
        name = _name(spot, plane, style, spot.mark.record == first, crowd)
        if name is not None:
            found.append(name)
            crowd.add(name.rect)
    return tuple(found)


def _name(spot: Spot, plane: Plane, style: Style, is_first: bool, crowd: "_Crowd") -> Name | None:
    face, room = SEMIBOLD if is_first else MEDIUM, min(plane.column - 8.0, _ROOM)
    if room < _LEAST_ROOM:
        return None
    words = spot.mark.name[:_READ]
    zone = next((each for each in plane.zones().values() if _holds(each, spot)), plane.rect)
    wraps = tuple(_wraps(words, face, room))
    for area, (lines, is_cut), side in product((zone, plane.rect), wraps, ("below", "above", "right", "left")):
        rect = _room_of(spot, lines, face, side, is_first)
        if _lies_in(rect, area) and not crowd.meets(rect):
            return Name(spot.mark.record, _lines(lines, rect, face, style), rect, is_cut)
    return None


def _wraps(words: str, face: str, room: float) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Yield ways to break a name, the best first: as it is usually, narrower, cut to one line."""
    usual = _balanced(words, face, room, 2)
    if not usual.lines:
        return
    yield usual.lines, usual.cut
    narrow = text.wrap(words, face, SMALL, max(_LEAST_ROOM, _longest(usual.lines, face) * _NARROWER), 2)
    if not narrow.cut:
        yield narrow.lines, False
    if len(usual.lines) > 1:
        yield text.wrap(words, face, SMALL, room, 1).lines, True


def _balanced(words: str, face: str, room: float, most: int) -> text.Wrapped:
    """Break words into lines of a width at most, two of them about as long as each other."""
    wrapped = text.wrap(words, face, SMALL, room, most)
    narrow = _longest(wrapped.lines, face) - 1 if wrapped.lines else 0.0
    while len(wrapped.lines) > 1 and not wrapped.cut and narrow > _LEAST_ROOM:
        narrower = text.wrap(words, face, SMALL, narrow, most)
        if narrower.cut or _longest(narrower.lines, face) >= _longest(wrapped.lines, face):
            break
        wrapped, narrow = narrower, _longest(narrower.lines, face) - 1
    return wrapped


def _longest(lines: Sequence[str], face: str) -> float:
    return max(text.width(each, face, SMALL) for each in lines)


def _room_of(spot: Spot, lines: Sequence[str], face: str, side: str, is_first: bool) -> Rect:
    width = _longest(lines, face)
    height = _ASCENT + _DESCENT + (len(lines) - 1) * _STEP
    away = spot.radius + _BESIDE + (_RING if is_first else 0.0)
    if side in ("below", "above"):
        y = spot.y + away if side == "below" else spot.y - away - height
        return Rect(spot.x - width / 2, y, width, height)
    x = spot.x + away if side == "right" else spot.x - away - width
    return Rect(x, spot.y - height / 2, width, height)


def _lines(words: Sequence[str], rect: Rect, face: str, style: Style) -> tuple[Line, ...]:
    x = rect.x + rect.width / 2
    return tuple(
        text.line(each, x, rect.y + _ASCENT + index * _STEP, face=face, size=SMALL, color=style.ink, anchor="middle")
        for index, each in enumerate(words)
    )


class _Crowd:
    """Rectangles that are taken, found by where they lie."""

    _SIDE = 64.0

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[Rect]] = {}

    def add(self, rect: Rect) -> None:
        for cell in self._over(rect):
            self._cells.setdefault(cell, []).append(rect)

    def meets(self, rect: Rect) -> bool:
        return any(_meet(rect, other) for cell in self._over(rect) for other in self._cells.get(cell, ()))

    def _over(self, rect: Rect) -> Iterator[tuple[int, int]]:
        side = self._SIDE
        yield from product(
            range(int(rect.x // side), int(rect.right // side) + 1),
            range(int(rect.y // side), int(rect.bottom // side) + 1),
        )


def _meet(one: Rect, other: Rect) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def _lies_in(inner: Rect, outer: Rect) -> bool:
    return (
        outer.x + 2 <= inner.x
        and inner.right <= outer.right - 2
        and outer.y + 2 <= inner.y
        and inner.bottom <= outer.bottom - 2
    )


def _holds(zone: Rect, spot: Spot) -> bool:
    return zone.x <= spot.x <= zone.right and zone.y <= spot.y <= zone.bottom


def _around(spot: Spot, first: str) -> Rect:
    rect, more = spot.rect, _RING + 2 if spot.mark.record == first else 2
    return Rect(rect.x - more, rect.y - more, rect.width + 2 * more, rect.height + 2 * more)
