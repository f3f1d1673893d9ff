"""What is written into the emotion band: words of feelings, stars of moments, and which line is the team's belief.

A word stands above a good feeling and below a bad one; where that place is taken it moves to the other side or
sideways, and where there is none it is left out (the card and the inspector still have it).
"""

from collections.abc import Iterator
from itertools import chain, pairwise
from typing import NamedTuple, TypeVar

from journey_editor.assets import _
from journey_editor.layout import text
from journey_editor.layout.band import Band
from journey_editor.layout.faces import FACE_RADIUS
from journey_editor.layout.layers import WORDS
from journey_editor.layout.points import Felt
from journey_editor.layout.primitives import Element, FeltPoint, Primitive, Rect, Role
from journey_editor.layout.shapes import star
from journey_editor.layout.style import REGULAR, SMALL, Style

WORD_ROOM = 110.0
"""A word longer than this, or than its stage, is shortened."""

_ASCENT, _DESCENT = 8.6, 3.0
_ABOVE, _BELOW = 15.0, 24.2
_STAR_X, _STAR_Y, _STAR = 16.3, 4.8, 7.0
_FREE = 1.0
_NEAR = WORD_ROOM
_SAMPLES = 6

Each = TypeVar("Each")
Around = tuple[tuple[Each, ...], tuple[Each, ...], tuple[Each, ...]]
"""What is in the stretch before, in this one and in the one behind it."""


class Spot(NamedTuple):
    """A rectangle that is taken, by its edges."""

    left: float
    top: float
    right: float
    bottom: float

    def aside(self, x: float) -> "Spot":
        """Return it so many points further right."""
        return Spot(self.left + x, self.top, self.right + x, self.bottom)

    def meets(self, other: "Spot") -> bool:
        """Whether two rectangles have more than an edge in common."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


Mark = tuple[Element, Spot]
"""A word or star with the place that it takes."""

Written = tuple[Mark, ...]


class Stretch(NamedTuple):
    """A stretch of the band with what is in the way of its words; x in points from the stretch's left end.

    `points` are those of the stretch and of its neighbours, `cards` lie under the curve, and `edges` are where words
    must end on the left and on the right: those of the stage.
    """

    points: Around[Felt]
    cards: tuple[Rect, ...]
    edges: tuple[float, float]


class _Taken:
    """The taken places of a band, found by where they lie sideways."""

    def __init__(self) -> None:
        self._cells: dict[int, list[Spot]] = {}

    def add(self, spot: Spot) -> None:
        for cell in self._range(spot):
            self._cells.setdefault(cell, []).append(spot)

    def meets(self, spot: Spot) -> bool:
        return any(other.meets(spot) for cell in self._range(spot) for other in self._cells.get(cell, ()))

    def _range(self, spot: Spot) -> range:
        return range(int(spot.left // _NEAR), int(spot.right // _NEAR) + 1)


def written_in(stretch: Stretch, others: tuple[Spot, ...], band: Band, style: Style) -> Written:
    """Return the stars and words of a stretch; where there is no room for one the card has it.

    Stars stand beside the faces of moments of truth. None of all touches another, a face, a card in the way, or the
    band's edge; `others` are the stars and words that are there already.
    """
    if not any(each.moment or each.word for each in stretch.points[1]):
        return ()
    taken = _taken_by(stretch, others, band)
    return *_stars(stretch, taken, band, style), *_words(stretch, taken, band, style)


def belief(
    tries: tuple[tuple[int, FeltPoint, Stretch, tuple[Spot, ...]], ...], band: Band, style: Style
) -> tuple[int, Element] | None:
    """Name the line of what the team believed once, at the first of some points where there is room.

    Each of these comes with the number of its stretch, which is returned with the words, the stretch itself, and the
    places that stars and words take there.
    """
    words = _("team believed")
    width = text.width(words)
    for number, point, stretch, written in tries:
        taken, curve = _taken_by(stretch, written, band), _curve(stretch.points, band)
        x, y = point.x, band.y(point.believed or 0.0)
        for base in (y - 6.0, y + 14.0):
            spot = Spot(x - width / 2, base - _ASCENT, x + width / 2, base + _DESCENT)
            if _inside(spot, stretch.edges, band) and not taken.meets(spot) and not _crosses(curve, spot):
                return number, _said("", words, spot, style, words)
    return None


def _stars(stretch: Stretch, taken: _Taken, band: Band, style: Style) -> Written:
    found: list[Mark] = []
    for each in stretch.points[1]:
        if not each.moment:
            continue
        for side in (1, -1):
            x = each.point.x + side * (_STAR_X + band.point - FACE_RADIUS)
            y = band.y(each.point.valence) - _STAR_Y
            spot = Spot(x - _STAR, y - _STAR, x + _STAR, y + _STAR * 0.81)
            if _inside(spot, stretch.edges, band) and not taken.meets(spot):
                taken.add(spot)
                found.append((_marked("star", each.point.record, spot, star(_STAR, _STAR, _STAR, style)), spot))
                break
    return tuple(found)


def _words(stretch: Stretch, taken: _Taken, band: Band, style: Style) -> Written:
    room = min(WORD_ROOM, stretch.edges[1] - stretch.edges[0] - 2 * _FREE)
    curve = _curve(stretch.points, band)
    found: list[Mark] = []
    for index, each in enumerate(stretch.points[1], len(stretch.points[0])):
        if not each.word:
            continue
        shown = text.ellipsis(each.word, REGULAR, SMALL, room)
        spots = list(_around(curve[index], each.point.valence, text.width(shown), band.point - FACE_RADIUS))
        spot = _free_spot(spots, stretch.edges, band, taken, curve[max(0, index - 3) : index + 4])
        if spot is not None:
            taken.add(spot)
            found.append((_said(each.point.record, shown, spot, style, each.word), spot))
    return tuple(found)


def _taken_by(stretch: Stretch, written: tuple[Spot, ...], band: Band) -> _Taken:
    taken = _Taken()
    for rect in stretch.cards:
        taken.add(Spot(rect.x, rect.y, rect.right, rect.bottom))
    for x, y in _curve(stretch.points, band):
        taken.add(Spot(x - band.point, y - band.point, x + band.point, y + band.point))
    for spot in written:
        taken.add(spot)
    return taken


def _curve(points: Around[Felt], band: Band) -> list[tuple[float, float]]:
    return [(each.point.x, band.y(each.point.valence)) for each in chain.from_iterable(points)]


def _around(point: tuple[float, float], valence: float, width: float, more: float) -> Iterator[Spot]:
    """Yield the places for a word about a face that is larger than usual by some points, the best first."""
    x, y = point
    above, below = _ABOVE + more, _BELOW + more
    sides = (-above, below) if valence >= 0 else (below, -above)
    for side in sides:
        for shift in (0.0, -width / 2 - 4.0, width / 2 + 4.0):
            left = x - width / 2 + shift + (8.0 if shift < 0 else -8.0 if shift else 0.0)
            yield Spot(left, y + side - _ASCENT, left + width, y + side + _DESCENT)


def _free_spot(
    spots: list[Spot], edges: tuple[float, float], band: Band, taken: _Taken, curve: list[tuple[float, float]]
) -> Spot | None:
    """Return the first spot that nothing takes and the curve does not cross; failing that one that it crosses."""
    free = [spot for spot in spots if _inside(spot, edges, band) and not taken.meets(spot)]
    return next((spot for spot in free if not _crosses(curve, spot)), free[0] if free else None)


def _inside(spot: Spot, edges: tuple[float, float], band: Band) -> bool:
    return (
        spot.left >= edges[0] + _FREE
        and spot.right <= edges[1] - _FREE
        and spot.top >= band.rect.y + _FREE
        and spot.bottom <= band.rect.bottom - _FREE
    )


def _crosses(curve: list[tuple[float, float]], spot: Spot) -> bool:
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


def _said(record: str, shown: str, spot: Spot, style: Style, whole: str) -> Element:
    line = text.line(shown, 0.0, _ASCENT, color=style.muted, halo=style.panel)
    return _marked("word", record, spot, (line,), "" if shown == text.flat(whole) else whole)


def _marked(role: Role, record: str, spot: Spot, parts: tuple[Primitive, ...], tip: str = "") -> Element:
    rect = Rect(spot.left, spot.top, spot.right - spot.left, spot.bottom - spot.top)
    return Element(role, record, rect, parts, WORDS, tip)
