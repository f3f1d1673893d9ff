"""Where an arrow key leads in the rows below the lanes: from text to text and cell to cell, empty ones too."""

from journey_editor.layout.primitives import Element, Picture
from journey_editor.layout.rowhit import CellPlace, above_or_below, beside, cell_at, name_at, place_of, texts_in
from journey_editor.ui.canvas.tools.gesture import Direction


def into_rows(picture: Picture, current: Element, direction: Direction) -> Element | None:
    """Return what lies in the first row below an element (card, stage or lane), None where nothing does."""
    if direction != "down" or not picture.grid.rows:
        return None
    row = picture.grid.rows[0]
    x = picture.grid.stages[0].x - 1.0 if current.role == "lane" else current.rect.x + current.rect.width / 2
    place = cell_at(picture.grid, x, row.y)
    return _first(picture, place) if place is not None else None


def within_rows(picture: Picture, current: Element, direction: Direction) -> tuple[bool, Element | None]:
    """Return whether an arrow stays in the rows from an element there, and what it leads to."""
    place = place_of(picture, current)
    if place is None:
        return False, None
    if direction in ("left", "right"):
        there = beside(picture.grid, place, 1 if direction == "right" else -1)
        return True, _level(picture, there, current) if there is not None else None
    way = 1 if direction == "down" else -1
    stops = [each.key for each in texts_in(picture, place)]
    if current.key in stops:
        inside = stops.index(current.key) + way
        if 0 <= inside < len(stops):
            return True, texts_in(picture, place)[inside]
    there = above_or_below(picture.grid, place, way)
    if there is None:
        return False, None
    return True, (_first if way > 0 else _last)(picture, there)


def up_from_rows(picture: Picture, current: Element) -> Element | None:
    """Return the lowest card of the stage above a cell, or the stage's head; above a row's name the last lane.

    Above a note that lies below all rows that is what lies in the last one.
    """
    place = place_of(picture, current)
    if place is None:
        rows, last = picture.grid.rows, picture.grid.stages[-1:]
        x = min([current.rect.x + current.rect.width / 2, *(span.x + span.width - 1 for span in last)])
        below = cell_at(picture.grid, x, rows[-1].y) if current.role == "note" and rows else None
        return _last(picture, below) if below is not None else None
    if not place.stage:
        lanes = [each for each in picture.elements if each.role == "lane" and each.record]
        return max(lanes, key=lambda each: each.rect.y, default=None)
    span = next(each for each in picture.grid.stages if each.stage == place.stage)
    above = [
        each
        for each in picture.elements
        if each.role in ("card", "stage") and each.record and span.x <= each.rect.x < span.x + span.width
    ]
    return max(above, key=lambda each: (each.rect.bottom, -each.rect.x), default=None)


def _first(picture: Picture, place: CellPlace) -> Element | None:
    return next(iter(texts_in(picture, place)), None) or name_at(picture, place)


def _last(picture: Picture, place: CellPlace) -> Element | None:
    return next(reversed(texts_in(picture, place)), None) or name_at(picture, place)


def _level(picture: Picture, place: CellPlace, current: Element) -> Element | None:
    """Return the text of a cell that is nearest in height, or the cell."""
    middle = current.rect.y + current.rect.height / 2
    texts = texts_in(picture, place)
    nearest = min(texts, key=lambda each: abs(each.rect.y + each.rect.height / 2 - middle), default=None)
    return nearest or name_at(picture, place)
