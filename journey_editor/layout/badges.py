"""Where the badges of findings stand on a map: at the arrow, the feeling, the card, the head that they are about.

They are no part of the picture. Each is anchored to an element and placed within the strip of that, so that none covers
another; a strip that moves takes its badges along.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot
from typing import NamedTuple

from journey_editor.layout.primitives import Element, Path, Rect, Role, Strip

GAP = 2.0
"""Points between two badges."""

Anchor = tuple[Role, str]
"""What a badge is at: the role and the record of an element."""

_STEPS = 4  # places beside a full one that are tried


class Wanted(NamedTuple):
    """A badge that wants a place: its name, half its width in points, and its anchors, the best first."""

    name: int
    half: float
    anchors: tuple[Anchor, ...]


class Seat(NamedTuple):
    """The middle of a badge, relative to the left end of its strip."""

    name: int
    x: float
    y: float
    half: float


def seats_of(strip: Strip, wanted: Sequence[Wanted], ground: Strip | None = None) -> tuple[Seat, ...]:
    """Return where badges stand in a strip, in their order; one whose element is elsewhere, or with no room, has none.

    An anchor that the ground shows comes before later ones in the strip.
    """
    found: list[Seat] = []
    for each in wanted:
        element = _element(strip, each.anchors, ground)
        if element is None:
            continue
        for x, y in _places(element, each.half, strip):
            if all(_is_apart(seat, x, y, each.half) for seat in found):
                found.append(Seat(each.name, x, y, each.half))
                break
    return tuple(found)


def _element(strip: Strip, anchors: Sequence[Anchor], ground: Strip | None) -> Element | None:
    for role, record in anchors:
        if ground is not None and any(each.role == role for each in ground.by_record.get(record, ())):
            return None
        for each in strip.by_record.get(record, ()):
            if each.role == role:
                return each
    return None


def _is_apart(seat: Seat, x: float, y: float, half: float) -> bool:
    room = seat.half + half + GAP
    return abs(seat.x - x) >= room or abs(seat.y - y) >= room


def _places(element: Element, half: float, strip: Strip) -> Iterator[tuple[float, float]]:
    """Yield places for a badge at an element, the best first."""
    rect, step = element.rect, 2 * half + 2 * GAP
    if element.role == "arrow":
        x, y, is_steep = middle_of(element)
        if not is_steep:  # words stand on level ways
            y = rect.y - half + 2.0
        for number in range(_STEPS):
            yield x + (number + 1) // 2 * step * (1 if number % 2 else -1), y
    elif element.role == "feeling":
        yield from _beside_feeling(element, half, strip)
    elif element.role == "note":
        yield rect.right - 12.0, rect.y + min(rect.height / 2, 16.0)
        yield rect.right - 12.0, rect.bottom - 4.0
        for number in range(1, _STEPS):
            yield rect.right - 12.0 - number * step, rect.y + min(rect.height / 2, 16.0)
    elif element.role == "stage":
        for number in range(_STEPS):
            yield rect.right - 26.0 - number * step, rect.y + 2.0
    else:
        for number in range(_STEPS):
            yield rect.right - 4.0 - number * step, rect.y + 2.0
        for number in range(1, _STEPS):
            yield rect.right - 4.0, rect.y + 2.0 + number * step


def _beside_feeling(element: Element, half: float, strip: Strip) -> Iterator[tuple[float, float]]:
    """Yield places around a face: on the side where its word is not, then beside it, then behind the word."""
    rect = element.rect
    x, y = rect.x + rect.width / 2, rect.y + rect.height / 2
    away = rect.height / 2 + half + 2 * GAP
    word = next((each.rect for each in strip.by_record.get(element.record, ()) if each.role == "word"), None)
    side = -1.0 if word is None or word.y + word.height / 2 > y else 1.0
    yield x, y + side * away
    yield x - away, y + side * away / 2
    yield x + away, y + side * away / 2
    yield x, y + side * (away + 2 * half + GAP)
    yield x, _behind(word, rect, -side, half)


def _behind(word: Rect | None, face: Rect, side: float, half: float) -> float:
    if word is None:
        return face.y + face.height / 2 + side * (face.height / 2 + half + 2 * GAP)
    return word.bottom + half + GAP if side > 0 else word.y - half - GAP


def middle_of(arrow: Element) -> tuple[float, float, bool]:
    """Return the middle of the longest stretch up or down of an arrow, else of all of it, and whether there is one."""
    points: list[tuple[float, float]] = []
    for part in arrow.parts:
        if isinstance(part, Path) and part.ink.stroke is not None and part.ink.fill is None:
            points = [(each[-2], each[-1]) for each in part.commands if len(each) > 2]  # type: ignore[misc]
            break
    left, top = arrow.rect.x, arrow.rect.y
    if len(points) < 2:
        return left + arrow.rect.width / 2, top + arrow.rect.height / 2, False
    runs = list(pairwise(points))
    steep = [run for run in runs if abs(run[0][0] - run[1][0]) < 1.0 and abs(run[0][1] - run[1][1]) >= 8.0]
    (x0, y0), (x1, y1) = max(steep or runs, key=lambda run: hypot(run[1][0] - run[0][0], run[1][1] - run[0][1]))
    return left + (x0 + x1) / 2, top + (y0 + y1) / 2, bool(steep)
