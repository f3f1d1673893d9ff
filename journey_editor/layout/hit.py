"""What lies where in a picture, and where something lands that is dropped there.

Dropping a card means: in the outer quarters of a column it gets a column of its own before or after, in the middle
it shares the column (both happen at the same time). Where the column has another card in that lane already, each half
means before or after, so that pushing cards about within a lane never piles them up.
"""

from bisect import bisect_left
from dataclasses import dataclass
from itertools import chain, takewhile
from math import hypot

from journey_editor.core.edits.place import Slot
from journey_editor.core.lanes import Lane
from journey_editor.layout.cards import CARD_GAP, CARD_HEIGHT, CARD_INSET
from journey_editor.layout.primitives import (
    Box,
    ColumnSpan,
    Element,
    Grid,
    LaneSpan,
    Line,
    Path,
    Picture,
    Rect,
    StageSpan,
)

REACH = 5.0
"""How far from an arrow's line a hand may be to hold it, in points."""

_GROUND = frozenset(("paper", "band", "curve"))
_OUTER = 0.25
_BAR = 4.0
_STRIP = 12.0


@dataclass(frozen=True, slots=True)
class Landing:
    """Where dropped cards land.

    `slot` is the place in time, `lane` what they are handed to (an owner, a layer, a channel), `mark` the place to
    show: as large as a card, or a narrow bar between two columns. `stays` says that the moving cards are at that place
    in time already.
    """

    slot: Slot
    lane: Lane
    mark: Rect
    stays: bool = False


def element_at(picture: Picture, x: float, y: float) -> Element | None:
    """Return the topmost element at a place that a hand can hold, in points; the ground counts as nothing."""
    near = [each for each in picture.strips if each.left <= x < each.right]
    found = sorted(chain.from_iterable(each.elements for each in near), key=lambda element: element.layer)
    for element in reversed(found):
        left, top, width, height = element.rect
        if (
            left <= x < left + width
            and top <= y < top + height
            and element.role not in _GROUND
            and (element.role != "arrow" or _is_near(element, x, y))
        ):
            return element
    return None


def landing_at(picture: Picture, x: float, y: float, moving: frozenset[str] = frozenset()) -> Landing | None:
    """Return where cards land that are dropped at a place; `moving` are those in the hand, None without a stage."""
    grid = picture.grid
    if not grid.stages or not grid.lanes:
        return None
    row = min(range(len(grid.lanes)), key=lambda index: _distance(y, grid.lanes[index]))
    stage = min(grid.stages, key=lambda span: max(span.x - x, x - span.x - span.width, 0.0))
    first = bisect_left(grid.columns, stage.x, key=lambda column: column.x)
    following = (grid.columns[index] for index in range(first, len(grid.columns)))
    columns = list(takewhile(lambda column: column.stage == stage.stage, following))
    place = next((index for index, column in enumerate(columns) if x < column.x + column.width), len(columns) - 1)
    slot = _slot(columns, place, row, x, moving)
    own = _own_place(columns, moving)
    stays = slot == own or _shares_already(columns[place], slot, moving)
    span = grid.lanes[row]
    mark = _mark(columns, stage, slot, span, row, moving, slot == own)
    return Landing(slot, span.lane, mark, stays)


def stage_index_at(grid: Grid, x: float) -> int:
    """Return before which stage something lands that is dropped at a place sideways; their number for the end."""
    return sum(1 for span in grid.stages if x > span.x + span.width / 2)


def lane_index_at(grid: Grid, y: float) -> int:
    """Return before which owner's lane something lands that is dropped at a height; their number for the end."""
    return sum(1 for span in grid.lanes if span.lane.owner and y > span.y + span.height / 2)


def _distance(y: float, lane: LaneSpan) -> float:
    return max(lane.y - y, y - lane.y - lane.height, 0.0)


def _slot(columns: list[ColumnSpan], place: int, row: int, x: float, moving: frozenset[str]) -> Slot:
    column = columns[place]
    others = [touchpoint for touchpoint in column.touchpoints if touchpoint not in moving]
    before = Slot(column.stage, after=_last_before(columns, place, moving))
    if not others:
        return before
    share = (x - column.x) / column.width
    member = len(others) < len(column.touchpoints)
    outer = _OUTER if member or not _is_taken(column, row, moving) else 0.5
    if share < outer:
        return before
    if share >= 1 - outer:
        return Slot(column.stage, after=others[-1])
    return Slot(column.stage, beside=others[0])


def _last_before(columns: list[ColumnSpan], place: int, moving: frozenset[str]) -> str | None:
    """Return the last touchpoint that stays, in the columns before a place of a stage."""
    for column in reversed(columns[:place]):
        for touchpoint in reversed(column.touchpoints):
            if touchpoint not in moving:
                return touchpoint
    return None


def _is_taken(column: ColumnSpan, row: int, moving: frozenset[str]) -> bool:
    """Whether a card that stays lies in a column's lane."""
    return any(
        lane == row and touchpoint not in moving
        for touchpoint, lane in zip(column.touchpoints, column.lanes, strict=True)
    )


def _own_place(columns: list[ColumnSpan], moving: frozenset[str]) -> Slot | None:
    """Return the place of cards that have a column of a stage for themselves."""
    for index, column in enumerate(columns):
        if column.touchpoints and moving.issuperset(column.touchpoints):
            if len(moving) > len(column.touchpoints):
                return None
            return Slot(column.stage, after=_last_before(columns, index, moving))
    return None


def _shares_already(column: ColumnSpan, slot: Slot, moving: frozenset[str]) -> bool:
    return slot.beside is not None and bool(moving) and moving.issubset(column.touchpoints)


def _mark(
    columns: list[ColumnSpan],
    stage: StageSpan,
    slot: Slot,
    lane: LaneSpan,
    row: int,
    moving: frozenset[str],
    stays: bool,
) -> Rect:
    """Return the place to show for a slot; dropping at its middle gives the same slot again."""
    height = min(CARD_HEIGHT, lane.height - 2 * CARD_GAP)
    if slot.beside is not None:
        column = next(each for each in columns if slot.beside in each.touchpoints)
        y = lane.y + (lane.height - height) / 2
        if _is_taken(column, row, moving):
            y, height = lane.y + lane.height - _STRIP, _STRIP
        return Rect(column.x + CARD_INSET, y, column.width - 2 * CARD_INSET, height)
    after = next((index for index, each in enumerate(columns) if slot.after in each.touchpoints), -1)
    following = columns[after + 1] if after + 1 < len(columns) else None
    if following is not None and (stays or not following.touchpoints) and moving.issuperset(following.touchpoints):
        y = lane.y + (lane.height - height) / 2
        return Rect(following.x + CARD_INSET, y, following.width - 2 * CARD_INSET, height)
    x = stage.x + stage.width - CARD_INSET
    if following is not None:
        x = following.x if after >= 0 else stage.x + CARD_INSET
    return Rect(x - _BAR / 2, lane.y + CARD_GAP, _BAR, lane.height - 2 * CARD_GAP)


def _is_near(element: Element, x: float, y: float) -> bool:
    """Whether a place is near the line of an arrow, or on what is said there."""
    x, y = x - element.rect.x, y - element.rect.y
    for part in element.parts:
        if isinstance(part, Path):
            if _is_on_path(part, x, y):
                return True
        elif isinstance(part, Box | Line):
            top = part.y if isinstance(part, Box) else part.y - part.size
            height = part.height if isinstance(part, Box) else part.size * 1.3
            if part.x <= x < part.x + part.width and top <= y < top + height:
                return True
    return False


def _is_on_path(path: Path, x: float, y: float) -> bool:
    last: tuple[float, float] | None = None
    for command in path.commands:
        if command[0] == "Z":
            continue
        here = (command[-2], command[-1])
        if last is not None and _to_line(x, y, last, here) <= REACH:
            return True
        last = here
    return False


def _to_line(x: float, y: float, start: tuple[float, float], end: tuple[float, float]) -> float:
    """Return how far a point is from a straight line between two others."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    square = dx * dx + dy * dy
    share = max(0.0, min(1.0, ((x - start[0]) * dx + (y - start[1]) * dy) / square)) if square else 0.0
    return hypot(x - start[0] - share * dx, y - start[1] - share * dy)
