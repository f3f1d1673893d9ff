"""Where an arrow key leads on a map: to the card, stage head, note or lane that lies in that direction."""

from collections.abc import Iterable

from journey_editor.layout.primitives import Element, Picture
from journey_editor.layout.rowhit import place_of
from journey_editor.ui.canvas.rowwalk import into_rows, up_from_rows, within_rows
from journey_editor.ui.canvas.tools.gesture import Direction

_SIDEWAYS = 3.0
"""How much more a point aside of the direction counts than one along it."""


def walk(picture: Picture, current: Element | None, direction: Direction) -> Element | None:
    """Return the element an arrow leads to from the current one, None at the edge.

    Sideways it goes on in time: to the nearest lane of the next column. Up from the topmost card is its stage's head,
    down from the lowest the rows below with all their cells, left from the first column the lane's name.
    """
    cards = _of(picture, "card")
    if current is None or current.role not in ("card", "stage", "note", "lane", "row"):
        return next(iter(cards or _of(picture, "stage") or _lanes(picture)), None)
    if current.role == "lane":
        return _from_lane(picture, current, direction)
    stays, found = within_rows(picture, current, direction)
    if stays:
        return found
    if direction == "up":
        parked = (each for each in _of(picture, "note") if place_of(picture, each) is None)
        found = _upright(parked, current, direction) if current.role == "note" else None
        found = found or up_from_rows(picture, current)
        if found is not None:
            return found
    if direction in ("left", "right"):
        found = _sideways(cards if current.role == "card" else _of(picture, current.role), current, direction)
        return found or (_lane_at(picture, current) if direction == "left" and current.role == "card" else None)
    found = _upright([*cards, *_of(picture, "stage"), *_of(picture, "note")], current, direction)
    is_low = current.role in ("card", "stage") and (found is None or found.role == "note")
    return (into_rows(picture, current, direction) if is_low else None) or found


def walk_cards(picture: Picture, current: Element | None, direction: Direction) -> Element | None:
    """Return the card an arrow leads to from a card, None at the edge; without one it is the first card."""
    cards = _of(picture, "card")
    if current is None:
        return next(iter(cards), None)
    if direction in ("left", "right"):
        return _sideways(cards, current, direction)
    return _upright(cards, current, direction)


def _of(picture: Picture, role: str) -> list[Element]:
    return [element for element in picture.elements if element.role == role and element.record]


def _sideways(elements: Iterable[Element], current: Element, direction: Direction) -> Element | None:
    """Return the nearest in height among those of the next column on that side."""
    x, y = _middle(current)
    sign = 1 if direction == "right" else -1
    there = [(sign * (_middle(element)[0] - x), element) for element in elements]
    there = [(distance, element) for distance, element in there if distance > 1]
    if not there:
        return None
    nearest = min(distance for distance, _ in there)
    column = [element for distance, element in there if distance < nearest + 1]
    return min(column, key=lambda element: abs(_middle(element)[1] - y))


def _upright(elements: Iterable[Element], current: Element, direction: Direction) -> Element | None:
    """Return the nearest above or below, where what lies aside counts more than what lies far."""
    x, y = _middle(current)
    sign = 1 if direction == "down" else -1
    best: tuple[float, Element] | None = None
    for element in elements:
        there_x, there_y = _middle(element)
        along = sign * (there_y - y)
        if along <= 1 or element.key == current.key:
            continue
        aside = max(0.0, abs(there_x - x) - (element.rect.width - current.rect.width) / 2 - 1)
        if element.role != "card":
            along += 10_000.0  # heads and notes come after the last card on that side
        distance = along + _SIDEWAYS * aside
        if best is None or distance < best[0]:
            best = (distance, element)
    return best[1] if best else None


def _lane_at(picture: Picture, card: Element) -> Element | None:
    _, y = _middle(card)
    return next((lane for lane in _lanes(picture) if lane.rect.y <= y < lane.rect.bottom), None)


def _lanes(picture: Picture) -> list[Element]:
    """Return the lanes that can be walked to: those of owners, since others are no records."""
    owners = {span.lane.owner for span in picture.grid.lanes}
    return [lane for lane in _of(picture, "lane") if lane.record in owners]


def _from_lane(picture: Picture, lane: Element, direction: Direction) -> Element | None:
    lanes = _lanes(picture)
    if direction in ("up", "down"):
        there = [each.key for each in lanes].index(lane.key) + (1 if direction == "down" else -1)
        return lanes[there] if 0 <= there < len(lanes) else into_rows(picture, lane, direction)
    if direction == "left":
        return None
    inside = [card for card in _of(picture, "card") if lane.rect.y <= _middle(card)[1] < lane.rect.bottom]
    return min(inside, key=lambda card: card.rect.x, default=None)


def _middle(element: Element) -> tuple[float, float]:
    return element.rect.x + element.rect.width / 2, element.rect.y + element.rect.height / 2
