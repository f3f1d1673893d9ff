"""What is written into the emotion band: words of feelings, stars of moments, and which line is the team's belief.

A word stands above a good feeling and below a bad one; where that place is taken it moves to the other side or
sideways, and where there is none it is left out (the card and the inspector still have it).
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from journey_editor.assets import _
from journey_editor.layout import text
from journey_editor.layout.band import Band
from journey_editor.layout.faces import FACE_RADIUS
from journey_editor.layout.points import Points
from journey_editor.layout.primitives import Element, Rect
from journey_editor.layout.shapes import star
from journey_editor.layout.style import REGULAR, SMALL, Style

WORD_ROOM = 110.0
"""A word longer than this is shortened."""

_ASCENT, _DESCENT = 8.6, 3.0
_ABOVE, _BELOW = 15.0, 24.2
_STAR_X, _STAR_Y, _STAR = 16.3, 4.8, 7.0
_FREE = 1.0
_NEAR = WORD_ROOM  # nothing further away than this can be in the way
_SAMPLES = 6


class _Spot(NamedTuple):
    """A rectangle that is taken, by its edges."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "_Spot") -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


class _Taken:
    """The taken places of a band, found by where they lie sideways."""

    def __init__(self) -> None:
        self._cells: dict[int, list[_Spot]] = {}

    def add(self, spot: _Spot) -> None:
        for cell in self._range(spot):
            self._cells.setdefault(cell, []).append(spot)

    def meets(self, spot: _Spot) -> bool:
        return any(other.meets(spot) for cell in self._range(spot) for other in self._cells.get(cell, ()))

    def _range(self, spot: _Spot) -> range:
        return range(int(spot.left // _NEAR), int(spot.right // _NEAR) + 1)


def words_of(band: Band, points: Points, style: Style, layer: int, obstacles: Iterable[Rect] = ()) -> list[Element]:
    """Return the words and stars of a band; none touches another, a face, an obstacle, or the band's edge."""
    taken = _Taken()
    for rect in obstacles:
        taken.add(_Spot(rect.x, rect.y, rect.right, rect.bottom))
    for point in points.felt:
        y = band.y(point.valence)
        taken.add(_Spot(point.x - FACE_RADIUS, y - FACE_RADIUS, point.x + FACE_RADIUS, y + FACE_RADIUS))
    found = _stars(band, points, style, layer, taken)
    curve = [(point.x, band.y(point.valence)) for point in points.felt]
    for index, touchpoint in enumerate(points.touchpoints):
        word = touchpoint.emotion.word.strip() if touchpoint.emotion else ""
        if not word:
            continue
        shown = text.ellipsis(word, REGULAR, SMALL, WORD_ROOM)
        places = list(_around(curve[index], points.felt[index].valence, text.width(shown)))
        place = _free_place(places, band, taken, curve, index)
        if place is not None:
            taken.add(place)
            found.append(_written(touchpoint.id, shown, place, style, layer, word))
    return [*found, *_belief(band, points, style, taken, layer)]


def _stars(band: Band, points: Points, style: Style, layer: int, taken: _Taken) -> list[Element]:
    """Return a star beside the face of each moment of truth, left out where there is no room (the card has it)."""
    found: list[Element] = []
    for touchpoint, point in zip(points.touchpoints, points.felt, strict=True):
        if touchpoint.moment is None:
            continue
        for side in (1, -1):
            x, y = point.x + side * _STAR_X, band.y(point.valence) - _STAR_Y
            spot = _Spot(x - _STAR, y - _STAR, x + _STAR, y + _STAR * 0.81)
            if _inside(spot, band.rect) and not taken.meets(spot):
                taken.add(spot)
                rect = Rect(spot.left, spot.top, spot.right - spot.left, spot.bottom - spot.top)
                found.append(Element("star", touchpoint.id, rect, star(_STAR, _STAR, _STAR, style), layer))
                break
    return found


def _around(point: tuple[float, float], valence: float, width: float) -> Iterator[_Spot]:
    """Yield the places for a word about a face, the best first."""
    x, y = point
    sides = (-_ABOVE, _BELOW) if valence >= 0 else (_BELOW, -_ABOVE)
    for side in sides:
        for shift in (0.0, -width / 2 - 4.0, width / 2 + 4.0):
            left = x - width / 2 + shift + (8.0 if shift < 0 else -8.0 if shift else 0.0)
            yield _Spot(left, y + side - _ASCENT, left + width, y + side + _DESCENT)


def _free_place(
    places: list[_Spot], band: Band, taken: _Taken, curve: list[tuple[float, float]], index: int
) -> _Spot | None:
    """Return the first place that nothing takes and the curve does not cross; failing that one that it crosses."""
    free = [place for place in places if _inside(place, band.rect) and not taken.meets(place)]
    stretch = curve[max(0, index - 3) : index + 4]
    for place in free:
        if not _crosses(stretch, place):
            return place
    return free[0] if free else None


def _inside(spot: _Spot, rect: Rect) -> bool:
    return (
        spot.left >= rect.x + _FREE
        and spot.right <= rect.right - _FREE
        and spot.top >= rect.y + _FREE
        and spot.bottom <= rect.bottom - _FREE
    )


def _crosses(curve: list[tuple[float, float]], spot: _Spot) -> bool:
    """Whether the curve runs through a place; between two points it is taken to ease in and out."""
    for (x0, y0), (x1, y1) in pairwise(curve):
        left, right = max(x0, spot.left), min(x1, spot.right)
        if left > right:
            continue
        for step in range(_SAMPLES + 1):
            share = (left + (right - left) * step / _SAMPLES - x0) / ((x1 - x0) or 1.0)
            y = y0 + (y1 - y0) * share * share * (3 - 2 * share)
            if spot.top - 1.5 < y < spot.bottom + 1.5:
                return True
    return False


def _belief(band: Band, points: Points, style: Style, taken: _Taken, layer: int) -> list[Element]:
    """Name the line of what the team believed once, where it lies furthest from what was felt."""
    gaps = [
        (abs(point.believed - point.valence), point.x, band.y(point.believed))
        for point in points.felt
        if point.believed is not None
    ]
    words = _("team believed")
    width = text.width(words)
    curve = [(point.x, band.y(point.valence)) for point in points.felt]
    for _gap, x, y in sorted(gaps, key=lambda gap: -gap[0])[:12]:
        near = [place for place in curve if abs(place[0] - x) < 3 * _NEAR]
        for base in (y - 6.0, y + 14.0):
            spot = _Spot(x - width / 2, base - _ASCENT, x + width / 2, base + _DESCENT)
            if _inside(spot, band.rect) and not taken.meets(spot) and not _crosses(near, spot):
                taken.add(spot)
                return [_written("", words, spot, style, layer, words)]
    return []


def _written(record: str, shown: str, spot: _Spot, style: Style, layer: int, whole: str) -> Element:
    rect = Rect(spot.left, spot.top, spot.right - spot.left, spot.bottom - spot.top)
    line = text.line(shown, 0.0, _ASCENT, color=style.muted, halo=style.panel)
    return Element("word", record, rect, (line,), layer, "" if shown == text.flat(whole) else whole)
