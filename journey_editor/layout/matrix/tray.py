"""What has no place in the plane: points in rows below it, a page at a time where there are very many."""

from collections.abc import Sequence
from typing import NamedTuple

from journey_editor.layout import text
from journey_editor.layout.matrix.spread import RADII, Mark, Spot
from journey_editor.layout.primitives import Line, Rect
from journey_editor.layout.style import MEDIUM, SEMIBOLD, SMALL, Style

ROWS = 2
HEAD, ROW = 24.0, 32.0
"""How high its heading is, and each row of points, in points."""

_RADIUS = RADII[1]
_GAP, _NAME_ROOM, _MORE = 8.0, 128.0, 48.0
_RING, _BEHIND = 6.0, 8.0  # points around a point, and between it and its name: the ring of a chosen one has room


class Chip(NamedTuple):
    """A point with its name behind it; `rect` is where a hand takes hold."""

    spot: Spot
    name: Line
    rect: Rect


class Tray(NamedTuple):
    """The points of a page; `more` are not shown, and `more_rect` leads to the next page."""

    rect: Rect
    chips: tuple[Chip, ...]
    more: int
    more_rect: Rect | None


def waiting(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Return the points that have no place in the plane."""
    return tuple(each for each in marks if each.effort is None or each.worth is None)


def tray_height(marks: Sequence[Mark], width: float) -> float:
    """Return how high the tray of points is that have no place, at a width; none where there are none."""
    if not marks:
        return 0.0
    return HEAD + ROW * min(ROWS, _rows(marks, width)) + _GAP


def tray_of(marks: Sequence[Mark], rect: Rect, page: int, style: Style, first: str = "") -> Tray:
    """Return a page of a tray in a rectangle: the one that holds `first`, else one by number, counted round."""
    pages = _pages(marks, rect.width)
    here = next((number for number, each in enumerate(pages) if any(m.record == first for m in each)), None)
    shown = pages[here if here is not None else page % len(pages)] if pages else ()
    chips: list[Chip] = []
    x, y = rect.x, rect.y + HEAD
    for mark in shown:
        width = _width(mark)
        if x > rect.x and x + width > rect.right:
            x, y = rect.x, y + ROW
        face = SEMIBOLD if mark.record == first else MEDIUM
        words = text.ellipsis(mark.name, face, SMALL, _NAME_ROOM)
        spot = Spot(mark, x + _RADIUS + _RING, y + ROW / 2, _RADIUS)
        line = text.line(words, spot.x + _RADIUS + _BEHIND, spot.y + 4, face=face, size=SMALL, color=style.ink)
        chips.append(Chip(spot, line, Rect(x, y + 2, width, ROW - 4)))
        x += width + _GAP
    more = len(marks) - len(shown)
    more_rect = Rect(rect.right - _MORE, rect.bottom - _GAP - ROW + 4, _MORE, ROW - 8) if more else None
    return Tray(rect, tuple(chips), more, more_rect)


def _pages(marks: Sequence[Mark], width: float) -> list[tuple[Mark, ...]]:
    """Part points into pages; where there are several, the last row of each keeps room for what leads on."""
    if _rows(marks, width) <= ROWS:
        return [tuple(marks)] if marks else []
    pages: list[tuple[Mark, ...]] = []
    here: list[Mark] = []
    for mark in marks:
        rows = _rowed([*here, mark], width)
        if here and (len(rows) > ROWS or (len(rows) == ROWS and rows[-1] > width - _MORE - _GAP)):
            pages.append(tuple(here))
            here = []
        here.append(mark)
    return [*pages, tuple(here)]


def _rowed(marks: Sequence[Mark], width: float) -> list[float]:
    """Return how wide each row is that points make."""
    rows: list[float] = []
    for mark in marks:
        wide = _width(mark)
        if rows and rows[-1] + _GAP + wide <= width:
            rows[-1] += _GAP + wide
        else:
            rows.append(wide)
    return rows


def _rows(marks: Sequence[Mark], width: float) -> int:
    return len(_rowed(marks, width))


def _width(mark: Mark) -> float:
    words = text.ellipsis(mark.name, SEMIBOLD, SMALL, _NAME_ROOM)
    return _RING + _RADIUS * 2 + _BEHIND + text.width(words, SEMIBOLD, SMALL) + 8
