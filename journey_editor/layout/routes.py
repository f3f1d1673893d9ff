"""Ways for arrows: along the free rows and columns between cards, never through a card."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from journey_editor.layout.cards import CARD_INSET
from journey_editor.layout.grid import BlockSpans
from journey_editor.layout.lanes import Lanes
from journey_editor.layout.primitives import Rect

Point = tuple[float, float]


class Seat(NamedTuple):
    """Where a card lies: its column, its lane, and how many cards of both lie above it."""

    column: int
    row: int
    above: int


@dataclass(frozen=True, slots=True)
class Seats:
    """The cards of a block, relative to its left end and its first column.

    `counts` has the cards of each (lane, column); `taken` the columns, from left to right, that have more than `above`
    cards in a lane, by (lane, above).
    """

    seats: Mapping[str, Seat]
    rects: Mapping[str, Rect]
    counts: Mapping[tuple[int, int], int]
    taken: Mapping[tuple[int, int], list[int]]
    columns: int


class Field:
    """The cards of blocks that lie side by side, as obstacles: `xs` are the left ends of the blocks."""

    def __init__(self, blocks: Sequence[Seats], xs: Sequence[float], lanes: Lanes) -> None:
        self._blocks, self._xs = blocks, xs
        self._firsts = (0, *accumulate(block.columns for block in blocks))
        self.bottoms = lanes.bottoms
        self.form = lanes.form

    @cached_property
    def _where(self) -> Mapping[str, int]:
        return {card: place for place, block in enumerate(self._blocks) for card in block.seats}

    def __contains__(self, card: str) -> bool:
        return card in self._where

    def seat(self, card: str) -> Seat:
        """Return where a card lies, its column counted from the first block's first."""
        place = self._where[card]
        seat = self._blocks[place].seats[card]
        return Seat(seat.column + self._firsts[place], seat.row, seat.above)

    def rect(self, card: str) -> Rect:
        """Return the rectangle of a card."""
        place = self._where[card]
        rect = self._blocks[place].rects[card]
        return Rect(rect.x + self._xs[place], rect.y, rect.width, rect.height)

    def count(self, row: int, column: int) -> int:
        """Return how many cards lie in a lane's column."""
        place = bisect_right(self._firsts, column, hi=len(self._blocks)) - 1
        return self._blocks[place].counts.get((row, column - self._firsts[place]), 0)

    def is_clear(self, row: int, above: int, first: int, last: int) -> bool:
        """Whether no card lies at a height of a lane from one column to another, both included."""
        if last < first:
            return True
        begin = bisect_right(self._firsts, first, hi=len(self._blocks)) - 1
        for place in range(begin, len(self._blocks)):
            start = self._firsts[place]
            if start > last:
                break
            columns = self._blocks[place].taken.get((row, above), ())
            found = bisect_left(columns, first - start)
            if found < len(columns) and columns[found] + start <= last:
                return False
        return True

    def is_drop_clear(self, source: Seat, target: Seat) -> bool:
        """Whether a card's column is free from the height of another card to its own upper or lower edge."""
        down = target.row > source.row
        if target.above != (0 if down else self.count(target.row, target.column) - 1):
            return False
        if not down and self.count(source.row, target.column):
            return False
        between = range(source.row + 1, target.row) if down else range(target.row + 1, source.row)
        return not any(self.count(row, target.column) for row in between)


def seats_of(spans: BlockSpans, lanes: Lanes) -> Seats:
    """Place the cards of a block, each in its column and lane, below those it shares both with."""
    seats: dict[str, Seat] = {}
    rects: dict[str, Rect] = {}
    counts: dict[tuple[int, int], int] = {}
    taken: dict[tuple[int, int], list[int]] = {}
    form = lanes.form
    for column, span in enumerate(spans.columns):
        for touchpoint, row in zip(span.touchpoints, span.lanes, strict=True):
            above = counts.get((row, column), 0)
            counts[row, column] = above + 1
            seats[touchpoint] = Seat(column, row, above)
            y = lanes.tops[row] + above * (form.height + form.gap)
            rects[touchpoint] = Rect(span.x + CARD_INSET, y, span.width - 2 * CARD_INSET, form.height)
            taken.setdefault((row, above), []).append(column)
    return Seats(seats, rects, counts, taken, len(spans.columns))


def route(field: Field, source: str, target: str) -> tuple[Point, ...]:
    """Return the corners of the way from one card's edge to that of another, which is not earlier in time."""
    here, there = field.seat(source), field.seat(target)
    begin, end = field.rect(source), field.rect(target)
    if there.column == here.column:
        return _beside(begin, end)
    start = (begin.right, _middle_y(begin))
    if here.row == there.row and here.above == there.above:
        if field.is_clear(here.row, here.above, here.column + 1, there.column - 1):
            return start, (end.x, start[1])
        return _through_gap(field, source, target)
    level = here.row != there.row and field.is_clear(here.row, here.above, here.column + 1, there.column)
    if level and field.is_drop_clear(here, there):
        x = _middle_x(end)
        return start, (x, start[1]), (x, end.y if there.row > here.row else end.bottom)
    if field.is_clear(there.row, there.above, here.column + 1, there.column - 1):
        x, y = begin.right + _side(begin, end), _middle_y(end)
        return start, (x, start[1]), (x, y), (end.x, y)
    return _through_gap(field, source, target)


def _middle_x(rect: Rect) -> float:
    return rect.x + rect.width / 2


def _middle_y(rect: Rect) -> float:
    return rect.y + rect.height / 2


def _side(begin: Rect, end: Rect) -> float:
    """Return how far beside a card the free strip between two columns has its middle."""
    return max(2.0, min(4.0, (end.x - begin.right) / 2))


def _beside(begin: Rect, end: Rect) -> tuple[Point, ...]:
    """Lead to a card of the same column, on the right of both."""
    x = max(begin.right, end.right) + 4.0
    return (begin.right, _middle_y(begin)), (x, _middle_y(begin)), (x, _middle_y(end)), (end.right, _middle_y(end))


def _through_gap(field: Field, source: str, target: str) -> tuple[Point, ...]:
    """Lead forward through the free row below the upper one of two lanes; below the lane where both lie in it."""
    here, there = field.seat(source), field.seat(target)
    begin, end = field.rect(source), field.rect(target)
    y = field.bottoms[min(here.row, there.row)] + field.form.lane_gap / 2
    leave, enter = begin.right + 4.0, end.x - 4.0
    if enter - leave < 1.0:  # next column: the strip between the two is one and the same
        return (
            (begin.right, _middle_y(begin)),
            (leave, _middle_y(begin)),
            (leave, _middle_y(end)),
            (end.x, _middle_y(end)),
        )
    return (
        (begin.right, _middle_y(begin)),
        (leave, _middle_y(begin)),
        (leave, y),
        (enter, y),
        (enter, _middle_y(end)),
        (end.x, _middle_y(end)),
    )
